//! Routes that carry a policy.

use std::cell::Cell;
use std::fmt;
use std::pin::Pin;

use cors_core::{Decision, Endpoint, REFUSED};
use rocket::http::Status;
use rocket::route::{BoxFuture, Handler, Outcome, Route};
use rocket::{Data, Request, Response};

use crate::decide;
use crate::decide::MaybeReady;

/// The endpoint of an annotated route.
///
/// A route has no place for it and `dyn Handler` cannot be downcast, but it can be cloned: [`CorsHandler::clone`] leaves its
/// endpoint in [`PROBE`] if it is the handler that is asked. One inside of another's handler is not.
pub(crate) fn endpoint_of(route: &Route) -> Option<&'static Endpoint> {
    probe(route)?.answer
}

/// Whether another's handler has that of an annotated route inside, whose policy nobody finds then.
pub(crate) fn hides_endpoint(route: &Route) -> bool {
    probe(route).is_some_and(|probe| probe.answer.is_none() && probe.is_inside)
}

fn probe(route: &Route) -> Option<EndpointProbe> {
    let asked = std::ptr::from_ref(&*route.handler).addr();
    PROBE.set(Some(EndpointProbe { asked, answer: None, is_inside: false }));
    drop(route.handler.clone());
    PROBE.take()
}

/// Whose endpoint is looked for, by its address.
#[derive(Clone, Copy)]
struct EndpointProbe {
    asked: usize,
    answer: Option<&'static Endpoint>,
    /// Whether there is one inside.
    is_inside: bool,
}

thread_local! {
    /// `Some` while [`endpoint_of`] asks.
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
            let is_asked = probe.asked == std::ptr::from_ref(self).addr();
            let answer = if is_asked { Some(self.endpoint) } else { probe.answer };
            PROBE.set(Some(EndpointProbe { answer, is_inside: probe.is_inside || !is_asked, ..probe }));
        }
        Self { ..*self }
    }
}

impl Handler for CorsHandler {
    /// Written as `async_trait` would, but for the future, which is the inner one rather than a second box.
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
        if !endpoint.decides_before_handler() {
            return handler(request, data);
        }
        let method = request.route().map_or_else(|| request.method(), |route| route.method);
        match decide::decide(request, endpoint, method) {
            MaybeReady::Ready(Decision::Refuse(_)) => Box::pin(async { Outcome::Success(refusal()) }),
            MaybeReady::Ready(_) => handler(request, data),
            MaybeReady::Pending(decision) => Box::pin(async move {
                match decision.await {
                    Decision::Refuse(_) => Outcome::Success(refusal()),
                    _ => handler(request, data).await,
                }
            }),
        }
    }
}

/// The headers come onto it as onto every response of the route.
fn refusal<'r>() -> Response<'r> {
    let mut response = Response::new();
    response.set_status(Status::new(REFUSED));
    response
}

/// A route as messages name it: `` `update` (PUT /users/<id>) ``.
pub(crate) struct RouteLabel<'r>(pub(crate) &'r Route);

impl fmt::Display for RouteLabel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Route { name, method, uri, .. } = self.0;
        match name {
            Some(name) => write!(f, "`{name}` ({method} {uri})"),
            None => write!(f, "`{method} {uri}`"),
        }
    }
}
