//! The routes that answer preflights.
//!
//! Each route of the application, annotated or not, gets an `OPTIONS` route at the same URI. These come before all
//! other `OPTIONS` routes, in the order in which Rocket tries the original routes, so Rocket's own routing matches
//! the path. The first one whose method is the requested one decides. If its original route is not annotated, the
//! preflight is passed on to the default policy, if there is one, and to the application's own `OPTIONS` routes. No
//! guard runs. Of routes that differ only in guards or parameter types, the first decides.
//!
//! Known limitation: Rocket drops header lines that are not UTF-8, so a request with such an `Origin` is treated as a
//! request without one, and of two lines only the readable one counts. Nothing in Rocket tells that a line was dropped.
//! No page gains by it, because browsers send one line in ASCII.

use std::future;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cors_core::__adapter::{
    Adapter as _, Level, MaybeReady, Owner, RequestHead as _, RequestHeader, is_preflight,
};
use cors_core::{Decision, DefaultPolicy, FieldLines};
use rocket::http::{Method, Status};
use rocket::route::{BoxFuture, Outcome};
use rocket::{Build, Data, Request, Response, Rocket, Route};

use crate::adapter::{Head, RocketAdapter};
use crate::conflicts::RouteEntry;
use crate::decide::{decide, route_owner};
use crate::handler::{endpoint_of, hides_endpoint};
use crate::route_label::RouteLabel;
use crate::{conflicts, state};

/// Returns the `OPTIONS` routes to mount. If the policies of the routes cannot be kept, logs the reason and returns
/// `None`.
pub(crate) fn routes(rocket: &Rocket<Build>) -> Option<Vec<Route>> {
    let (entries, default) = (in_order(rocket), state::default_of(rocket));
    // Each of these functions logs its reason.
    let is_wrong =
        [!can_start(&entries, default), is_in_conflict(&entries), default.is_some() && is_hidden(rocket)];
    let mut ranks = isize::MIN..;
    let mut routes: Vec<Route> =
        ranks.by_ref().zip(entries).map(|(rank, entry)| preflight_route(rank, entry)).collect();
    routes.extend(ranks.zip(default).map(|(rank, default)| default_route(rank, default)));
    (!is_wrong.contains(&true)).then_some(routes)
}

/// Reports whether the policies of all routes, and the default policy, allow the application to start.
fn can_start(entries: &[RouteEntry<'_>], default: Option<&DefaultPolicy>) -> bool {
    let of_routes =
        entries.iter().filter_map(|(route, endpoint)| Some(Owner::Route((*endpoint)?, route.uri.as_str())));
    let owners = of_routes.chain(default.cloned().map(Owner::Default));
    // The fold visits all owners, so that each failure is logged.
    owners.map(|owner| owner.can_start::<RocketAdapter>()).fold(true, |all, one| all & one)
}

/// Reports whether two routes look the same to a preflight and have different policies.
fn is_in_conflict(entries: &[RouteEntry<'_>]) -> bool {
    let conflicts = conflicts::find(entries);
    for (first, second) in &conflicts {
        RocketAdapter::log(
            Level::Error,
            &format_args!(
                "{} and {} differ in `format`, which no preflight tells, so one path gives them one policy; give one of them \
                 another path, or, if the same pages may read both, put the same `#[cors(…)]` on both",
                RouteLabel(first),
                RouteLabel(second),
            ),
        );
    }
    !conflicts.is_empty()
}

/// Reports whether a handler hides the policy of an annotated route. Without a default policy such a route is closed,
/// and needs no check.
fn is_hidden(rocket: &Rocket<Build>) -> bool {
    let hidden = || rocket.routes().filter(|route| hides_endpoint(route));
    for route in hidden() {
        RocketAdapter::log(
            Level::Error,
            &format_args!(
                "the handler of {} has that of an annotated route inside, whose policy would give way to the default; \
                 wrap what the handler calls instead",
                RouteLabel(route),
            ),
        );
    }
    hidden().next().is_some()
}

/// Returns all routes in the order in which Rocket tries them. A `HEAD` request tries `HEAD` routes, then `GET`
/// routes.
fn in_order(rocket: &Rocket<Build>) -> Vec<RouteEntry<'_>> {
    let mut routes: Vec<RouteEntry<'_>> = rocket.routes().map(|route| (route, endpoint_of(route))).collect();
    routes.sort_by_key(|(route, _)| (route.method != Method::Head, route.rank));
    routes
}

/// Returns the `OPTIONS` route of a route. Each has a rank of its own, so they never collide.
fn preflight_route(rank: isize, (original, endpoint): RouteEntry<'_>) -> Route {
    let name =
        original.name.as_ref().map_or_else(|| "preflight".into(), |name| format!("preflight of {name}"));
    let method = original.method;
    options_route(rank, original.uri.as_str(), name, move |request, data| {
        let head = Head::of(request);
        let is_served = serves(method, head.lines(RequestHeader::RequestMethod).collect());
        // Without `Origin` it is no preflight, whatever it asks for.
        if !is_served || head.lines(RequestHeader::Origin).next().is_none() {
            return ready(forward(data));
        }
        let found: &PreflightState = request.local_cache(PreflightState::default);
        let is_first = found.is_first(FirstRoute { rank, is_annotated: endpoint.is_some() });
        match endpoint {
            Some(endpoint) if is_first => found.answer(route_owner(endpoint, request), head, data),
            _ => ready(forward(data)),
        }
    })
}

/// Reports whether a route for `method` serves the requested method.
fn serves(method: Method, requested: FieldLines<'_>) -> bool {
    match requested {
        FieldLines::One(b"HEAD") => matches!(method, Method::Head | Method::Get),
        FieldLines::One(requested) => requested == method.as_str().as_bytes(),
        FieldLines::Absent | FieldLines::Several => false,
    }
}

/// Returns the `OPTIONS` route of the default policy, which comes after the others and matches all paths.
fn default_route(rank: isize, default: &DefaultPolicy) -> Route {
    let default = default.clone();
    options_route(rank, "/<path..>", "preflight of the rest".into(), move |request, data| {
        let head = Head::of(request);
        let found: &PreflightState = request.local_cache(PreflightState::default);
        // If an annotated route serves the method but did not answer, its preflights are for its own origin.
        let is_excluded = || found.lock().first.as_ref().is_some_and(|first| first.is_annotated);
        match is_preflight(head) && !is_excluded() {
            true => found.answer(Owner::Default(default.clone()), head, data),
            false => ready(forward(data)),
        }
    })
}

/// Returns an `OPTIONS` route.
///
/// The handler returns a box, because Rocket tries many of these routes for one preflight. The future of an `async fn`
/// would hold the call of a predicate, and be several times as large as the outcome.
fn options_route<F>(rank: isize, uri: &str, name: String, handler: F) -> Route
where
    F: for<'r> Fn(&'r Request<'_>, Data<'r>) -> BoxFuture<'r> + Clone + Send + Sync + 'static,
{
    let mut route = Route::ranked(rank, Method::Options, uri, handler);
    route.name = Some(name.into());
    route
}

/// The state of a preflight, kept in the request-local cache.
#[derive(Default)]
struct PreflightState(Mutex<PreflightStateInner>);

#[derive(Default)]
struct PreflightStateInner {
    first: Option<FirstRoute>,
    decision: Option<Decision<'static>>,
}

/// The first route that serves the requested method of a preflight.
struct FirstRoute {
    rank: isize,
    is_annotated: bool,
}

impl PreflightState {
    /// Reports whether a route is the first one that serves the requested method, and remembers the first one.
    fn is_first(&self, route: FirstRoute) -> bool {
        let rank = route.rank;
        self.lock().first.get_or_insert(route).rank == rank
    }

    fn lock(&self) -> MutexGuard<'_, PreflightStateInner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a preflight, and forwards one that the owner's policy does not answer.
    fn answer<'r, 'data: 'r>(
        &'r self,
        owner: Owner<'r>,
        head: Head<'r, 'data>,
        data: Data<'r>,
    ) -> BoxFuture<'r> {
        match decide(&owner, head) {
            MaybeReady::Ready(decision) => ready(self.outcome(&owner, head, decision, data)),
            MaybeReady::Pending(decision) => {
                Box::pin(async move { self.outcome(&owner, head, decision.await, data) })
            }
        }
    }

    fn outcome<'r>(
        &self,
        owner: &Owner<'_>,
        head: Head<'_, '_>,
        decision: Decision<'static>,
        data: Data<'r>,
    ) -> Outcome<'r> {
        owner.log_explanation::<RocketAdapter>(head, &decision);
        let (Decision::Preflight(_), Some(status)) = (&decision, decision.status()) else {
            return forward(data);
        };
        // The fairing adds the headers, as on every response, after fairings of the application may have written
        // some.
        let mut response = Response::new();
        response.set_status(Status::new(status));
        self.lock().decision = Some(decision);
        Outcome::Success(response)
    }
}

/// Returns the decision for `request`, if it is a preflight that one of these routes answers.
///
/// The state is emptied, because a clone of `request`, such as one in a test, shares the local cache.
pub(crate) fn take_preflight_decision(request: &Request<'_>) -> Option<Decision<'static>> {
    let is_options = request.method() == Method::Options;
    is_options.then(|| std::mem::take(&mut *request.local_cache(PreflightState::default).lock()).decision)?
}

fn forward(data: Data<'_>) -> Outcome<'_> {
    Outcome::forward(data, Status::NotFound)
}

fn ready(outcome: Outcome<'_>) -> BoxFuture<'_> {
    Box::pin(future::ready(outcome))
}
