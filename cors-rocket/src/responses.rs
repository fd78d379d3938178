//! The response fairing.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::Poll;

use cors_core::__adapter::{Endpoint, MaybeReady, Owner, is_preflight};
use cors_core::{Decision, DefaultPolicy};
use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Status;
use rocket::{Orbit, Request, Response, Rocket, Route};

use crate::adapter::{Head, RocketAdapter};
use crate::decide::{decide, decision_for_response, route_owner};
use crate::handler::endpoint_of;
use crate::inventory::inventory;
use crate::{headers, preflight};

/// The fairing that puts the headers on responses. It is attached after the fairings of the application, so that it
/// runs after them.
pub(crate) struct ResponseFairing {
    /// The annotated routes, sorted by the addresses of their handlers. `dyn Handler` cannot be downcast, and a
    /// launched Rocket does not move its routes.
    ///
    /// A `HashMap` would be slower elsewhere: as a second user of std's hash in this crate, it would stop the
    /// compiler from inlining the hash of header names, which is then called for each byte.
    ///
    /// Each ignition makes its own `ResponseFairing`, so no address belongs to another instance. Until the list is
    /// filled, no response gets headers.
    pub(crate) endpoints: OnceLock<Vec<(usize, &'static Endpoint)>>,
    /// The policy of responses without a policy of their own.
    pub(crate) default: Option<DefaultPolicy>,
}

#[rocket::async_trait]
impl Fairing for ResponseFairing {
    fn info(&self) -> Info {
        Info { name: "CORS responses", kind: Kind::Liftoff | Kind::Response }
    }

    async fn on_liftoff(&self, rocket: &Rocket<Orbit>) {
        inventory(rocket).log::<RocketAdapter>();
        self.endpoints.get_or_init(|| {
            let mut endpoints: Vec<_> =
                rocket.routes().filter_map(|route| Some((address(route), endpoint_of(route)?))).collect();
            endpoints.sort_unstable_by_key(|(address, _)| *address);
            endpoints
        });
    }

    /// Puts the headers on a response. The code follows the expansion of `async_trait`, except that the future is
    /// zero-sized, so that its box allocates nothing.
    fn on_response<'r, 'life0, 'life1, 'life2, 'async_trait>(
        &'life0 self,
        request: &'r Request<'life1>,
        response: &'life2 mut Response<'r>,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + 'async_trait>>
    where
        'r: 'async_trait,
        'life0: 'async_trait,
        'life1: 'async_trait,
        'life2: 'async_trait,
        Self: 'async_trait,
    {
        if let Some(decision) = preflight::take_preflight_decision(request) {
            // A fairing of the application may have changed the status, or written a body.
            if let Some(status) = decision.status() {
                response.set_status(Status::new(status));
            }
            drop(response.body_mut().take());
            headers::apply(decision.headers(), request, response);
            return ready();
        }
        if let Some((route, endpoint)) = self.annotated(request) {
            let (owner, head) = (route_owner(endpoint, request), Head { request, method: route.method });
            return decorate_once_decided(decision_for_response(endpoint, head), owner, head, response);
        }
        match &self.default {
            Some(default) if self.endpoints.get().is_some() => {
                let (owner, head) = (Owner::Default(default.clone()), Head::of(request));
                decorate_once_decided(decide(&owner, head), owner, head, response)
            }
            _ => ready(),
        }
    }
}

impl ResponseFairing {
    /// Returns the route that Rocket tried last, if it is annotated. Rocket keeps this route for catchers, and for a
    /// route that forwards if no other route is tried.
    fn annotated<'r>(&self, request: &'r Request<'_>) -> Option<(&'r Route, &'static Endpoint)> {
        let route = request.route()?;
        let endpoints = self.endpoints.get()?;
        let place = endpoints.binary_search_by_key(&address(route), |(address, _)| *address).ok()?;
        Some((route, endpoints.get(place)?.1))
    }
}

fn address(route: &Route) -> usize {
    std::ptr::from_ref(route).addr()
}

/// The future of a response, which is usually ready at once.
type ResponseFuture<'f> = Pin<Box<dyn Future<Output = ()> + Send + 'f>>;

fn ready<'f>() -> ResponseFuture<'f> {
    Box::pin(poll_fn(|_| Poll::Ready(())))
}

fn decorate_once_decided<'f, 'r: 'f, 'data: 'f>(
    decision: MaybeReady<impl Future<Output = Decision<'static>> + Send + 'f>,
    owner: Owner<'f>,
    head: Head<'r, 'data>,
    response: &'f mut Response<'r>,
) -> ResponseFuture<'f> {
    match decision {
        MaybeReady::Ready(decision) => {
            decorate(&owner, decision, head, response);
            ready()
        }
        MaybeReady::Pending(decision) => {
            Box::pin(async move { decorate(&owner, decision.await, head, response) })
        }
    }
}

fn decorate<'r>(
    owner: &Owner<'_>,
    decision: Decision<'static>,
    head: Head<'r, '_>,
    response: &mut Response<'r>,
) {
    // A preflight can be answered at its `OPTIONS` route only.
    let (decision, request) = (decision.without_preflight(), head.request);
    // Preflights are logged at their `OPTIONS` routes, including those of the default policy.
    if matches!(owner, Owner::Route(..)) || !is_preflight(head) {
        owner.log_explanation::<RocketAdapter>(head, &decision);
    }
    let removed = headers::apply(decision.headers(), request, response);
    owner.warn_removed::<RocketAdapter>(&removed);
}
