//! Which requests come to an annotated handler: its own, and the preflights that its policy answers.

use actix_web::guard::{Guard, GuardContext, Method as MethodGuard};
use actix_web::http::Method;
use cors_core::PolicyRef;

use crate::claim::Claims;
use crate::explain;
use crate::request::cors_request;
use crate::route::Route;

/// The only guard of an annotated handler's service, which takes both kinds of requests, so that routing matches a path
/// once, as without `#[cors]`.
pub(crate) struct CorsGuard {
    route: &'static Route,
    methods: Vec<Method>,
    /// The `guard`s of the route attribute, which are not evaluated for preflights.
    guards: Vec<Box<dyn Guard>>,
    /// Those of actix-web, which remember the methods for the `Allow` of a resource after this one.
    method_guards: Vec<Box<dyn Guard>>,
}

impl CorsGuard {
    pub(crate) fn new(route: &'static Route, methods: &[&str], guards: Vec<Box<dyn Guard>>) -> Self {
        let methods: Vec<Method> =
            methods.iter().filter_map(|name| Method::from_bytes(name.as_bytes()).ok()).collect();
        let guard = |method: &Method| Box::new(MethodGuard(method.clone())) as Box<dyn Guard>;
        Self { route, method_guards: methods.iter().map(guard).collect(), methods, guards }
    }
}

impl Guard for CorsGuard {
    fn check(&self, context: &GuardContext<'_>) -> bool {
        let method = &context.head().method;
        if *method == Method::OPTIONS && claims_preflight(self.route, context) {
            return true;
        }
        let is_served = self.methods.contains(method) && self.guards.iter().all(|guard| guard.check(context));
        if !is_served {
            for guard in &self.method_guards {
                let _ = guard.check(context);
            }
        }
        is_served
    }
}

/// Whether this is a preflight that the policy of the route answers. The request remembers it, and by which policy; also if
/// the route keeps the method to itself.
fn claims_preflight(route: &'static Route, context: &GuardContext<'_>) -> bool {
    // The request that follows would come to the route before this one.
    if Claims::is_excluded(&context.req_data()) {
        return false;
    }
    let cors_request = cors_request(context.head());
    let Some(policy) = route.endpoint.preflight_policy(&cors_request) else {
        if route.endpoint.excludes(&cors_request) {
            Claims::exclude(&mut context.req_data_mut());
            explain::of_left_out(route, context.head());
        }
        return false;
    };
    Claims::put_preflight(&context.req_data());
    if !route.endpoint.is_constant() {
        context.req_data_mut().insert(MatchedPolicy(policy));
    }
    true
}

/// The policy by which a preflight was found to be the route's, where it may be another one a moment later.
pub(crate) struct MatchedPolicy(pub(crate) PolicyRef<'static>);
