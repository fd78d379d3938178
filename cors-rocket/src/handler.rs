//! Handlers of routes with a policy.

use std::cell::Cell;
use std::pin::Pin;

use cors_core::__adapter::{Endpoint, MaybeReady, is_preflight};
use cors_core::Decision;
use rocket::http::Status;
use rocket::route::{BoxFuture, Handler, Outcome, Route};
use rocket::{Data, Request, Response};

use crate::adapter::Head;
use crate::decide::decide_once;

/// Returns the endpoint of an annotated route.
///
/// A `Route` has no field for it, and `dyn Handler` cannot be downcast. A handler can be cloned, however.
/// [`CorsHandler::clone`] leaves its endpoint in [`PROBE`] if its address is the one searched for. A handler inside
/// another one has another address.
pub(crate) fn endpoint_of(route: &Route) -> Option<&'static Endpoint> {
    probe(route)?.endpoint
}

/// Reports whether the handler wraps that of an annotated route. The policy of such a route cannot be found.
pub(crate) fn hides_endpoint(route: &Route) -> bool {
    probe(route).is_some_and(|probe| probe.endpoint.is_none() && probe.is_inside)
}

fn probe(route: &Route) -> Option<EndpointProbe> {
    let address = std::ptr::from_ref(&*route.handler).addr();
    PROBE.set(Some(EndpointProbe { address, endpoint: None, is_inside: false }));
    drop(route.handler.clone());
    PROBE.take()
}

/// A search for the endpoint of the handler at `address`.
#[derive(Clone, Copy)]
struct EndpointProbe {
    address: usize,
    endpoint: Option<&'static Endpoint>,
    /// Set if a handler inside the one at `address` has an endpoint.
    is_inside: bool,
}

thread_local! {
    /// `Some` while [`probe`] runs.
    static PROBE: Cell<Option<EndpointProbe>> = const { Cell::new(None) };
}

/// The handler of an annotated route.
pub(crate) struct CorsHandler {
    pub(crate) handler: for<'r> fn(&'r Request<'_>, Data<'r>) -> BoxFuture<'r>,
    pub(crate) endpoint: &'static Endpoint,
}

impl Clone for CorsHandler {
    fn clone(&self) -> Self {
        if let Some(probe) = PROBE.get() {
            let is_at = probe.address == std::ptr::from_ref(self).addr();
            let endpoint = if is_at { Some(self.endpoint) } else { probe.endpoint };
            PROBE.set(Some(EndpointProbe { endpoint, is_inside: probe.is_inside || !is_at, ..probe }));
        }
        Self { ..*self }
    }
}

impl Handler for CorsHandler {
    /// Calls the handler. The code follows the expansion of `async_trait`, except that the future is the inner one
    /// instead of a second box.
    fn handle<'r, 'life0, 'life1, 'async_trait>(
        &'life0 self,
        request: &'r Request<'life1>,
        data: Data<'r>,
    ) -> Pin<Box<dyn Future<Output = Outcome<'r>> + Send + 'async_trait>>
    where
        'r: 'async_trait,
        'life0: 'async_trait,
        'life1: 'async_trait,
        Self: 'async_trait,
    {
        let Self { handler, endpoint } = *self;
        // Annotated handlers run for no preflight. Those without a policy may answer one that no policy does.
        let handler = if is_preflight(Head::of(request)) { forward } else { handler };
        if !endpoint.decides_before_handler() {
            return handler(request, data);
        }
        let method = request.route().map_or_else(|| request.method(), |route| route.method);
        match decide_once(endpoint, Head { request, method }) {
            MaybeReady::Ready(decision) => match refusal(&decision) {
                Some(response) => Box::pin(async { Outcome::Success(response) }),
                None => handler(request, data),
            },
            MaybeReady::Pending(decision) => Box::pin(async move {
                match refusal(&decision.await) {
                    Some(response) => Outcome::Success(response),
                    None => handler(request, data).await,
                }
            }),
        }
    }
}

/// Leaves a request to the next route.
fn forward<'r>(_: &'r Request<'_>, data: Data<'r>) -> BoxFuture<'r> {
    Box::pin(async { Outcome::forward(data, Status::NotFound) })
}

/// Returns the response to a request that the route refuses. It gets its headers later, like every response of the
/// route.
fn refusal<'r>(decision: &Decision<'_>) -> Option<Response<'r>> {
    let Decision::Refuse(_) = decision else { return None };
    let mut response = Response::new();
    response.set_status(Status::new(decision.status()?));
    Some(response)
}
