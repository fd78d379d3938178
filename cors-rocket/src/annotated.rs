//! Routes that carry a policy.

use std::cell::Cell;
use std::fmt;
use std::pin::Pin;

use cors_core::Endpoint;
use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Request};

/// Gives a route its policy, and back the name of the user's function.
#[must_use]
pub fn annotate(mut route: Route, name: &'static str, endpoint: &'static Endpoint) -> Route {
    route.name = Some(name.into());
    route.handler = Box::new(Annotated { handler: route.handler, endpoint });
    route
}

/// The endpoint of an annotated route.
///
/// A route has no place for it and `dyn Handler` cannot be downcast, but it can be cloned: while this asks,
/// [`Annotated::clone`] leaves its endpoint in [`QUESTION`].
pub(crate) fn endpoint_of(route: &Route) -> Option<&'static Endpoint> {
    QUESTION.set(Some(None));
    drop(route.handler.clone());
    QUESTION.take().flatten()
}

thread_local! {
    /// `Some` while [`endpoint_of`] asks, with the answer if there is one.
    static QUESTION: Cell<Option<Option<&'static Endpoint>>> = const { Cell::new(None) };
}

/// The handler of an annotated route.
struct Annotated {
    handler: Box<dyn Handler>,
    endpoint: &'static Endpoint,
}

impl Clone for Annotated {
    fn clone(&self) -> Self {
        let handler = self.handler.clone();
        if QUESTION.get().is_some() {
            QUESTION.set(Some(Some(self.endpoint)));
        }
        Self { handler, endpoint: self.endpoint }
    }
}

impl Handler for Annotated {
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
        self.handler.handle(request, data)
    }
}

/// A route as messages name it: `` `update` (PUT /users/<id>) ``.
pub(crate) struct Named<'r>(pub(crate) &'r Route);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Route { name, method, uri, .. } = self.0;
        match name {
            Some(name) => write!(f, "`{name}` ({method} {uri})"),
            None => write!(f, "`{method} {uri}`"),
        }
    }
}
