//! The guard of an annotated handler. It accepts the handler's requests, and the preflights that its policy answers.

use actix_web::guard::{Guard, GuardContext, Method as MethodGuard};
use actix_web::http::Method;
use cors_core::__adapter::{Adapter as _, NamedEndpoint};
use cors_core::{PolicyRef, Request};

use crate::adapter::{ActixAdapter, Head};
use crate::claim::{Claim, ClaimCell};

/// The only guard of an annotated handler's service. It accepts both kinds of requests, so that routing matches a
/// path only once, as without `#[cors]`.
pub(crate) struct CorsGuard {
    route: &'static NamedEndpoint,
    methods: Vec<Method>,
    /// The guards of the route attribute (`guard = …`), which are not evaluated for preflights.
    guards: Vec<Box<dyn Guard>>,
}

impl CorsGuard {
    pub(crate) fn new(route: &'static NamedEndpoint, methods: &str, guards: Vec<Box<dyn Guard>>) -> Self {
        let methods =
            methods.split(", ").filter_map(|name| Method::from_bytes(name.as_bytes()).ok()).collect();
        Self { route, methods, guards }
    }
}

impl Guard for CorsGuard {
    fn check(&self, context: &GuardContext<'_>) -> bool {
        let method = &context.head().method;
        let preflight = (*method == Method::OPTIONS).then(|| Request::of(Head(context.head())));
        let is_served = match preflight.filter(Request::is_preflight) {
            // A handler of `OPTIONS` does not get the preflights of other handlers.
            Some(preflight) => claim_preflight(self.route, context, &preflight),
            None => self.methods.contains(method) && self.guards.iter().all(|guard| guard.check(context)),
        };
        if !is_served {
            // `check` is called for its effect: it adds the method to the `Allow` header of a later resource.
            for method in &self.methods {
                let _ = MethodGuard(method.clone()).check(context);
            }
        }
        is_served
    }
}

/// Claims a preflight for the route if its policy answers it, and reports whether it does.
///
/// A preflight for a method that the route excludes is marked, because no other policy may answer it.
fn claim_preflight(route: &'static NamedEndpoint, context: &GuardContext<'_>, request: &Request<'_>) -> bool {
    // An earlier route excluded the method. The request after the preflight would reach that route.
    if context.req_data().get().map(ClaimCell::get) == Some(Claim::Excluded) {
        return false;
    }
    let head = Head(context.head());
    let Some(policy) = route.endpoint.preflight_policy(request) else {
        if route.endpoint.serves_requested_method(request) {
            ClaimCell::of(&mut context.req_data_mut(), ClaimCell::default).exclude();
            if ActixAdapter::logs_debug() {
                let owner = route.owner();
                let decision = owner.decide(&Request::with_server_names(head));
                owner.log_explanation::<ActixAdapter>(head, &decision);
            }
        }
        return false;
    };
    ClaimCell::claim(&context.req_data(), Claim::Preflight);
    if !route.endpoint.is_constant() {
        context.req_data_mut().insert(MatchedPolicy(policy));
    }
    true
}

/// The policy that claimed a preflight. The route's own policy may change in the meantime.
pub(crate) struct MatchedPolicy(pub(crate) PolicyRef<'static>);
