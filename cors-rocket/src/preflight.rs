//! The routes that answer preflights.
//!
//! Each route of the application, annotated or not, gets an `OPTIONS` route at the same URI. They come before all other
//! `OPTIONS` routes, in the order in which Rocket tries those they stand for, so Rocket itself finds out which of
//! them a path means. The first whose method is the one asked for decides; if its route is not annotated, the
//! preflight goes on to the default policy, if there is one, and to whatever the application has for it. No guard runs:
//! of routes that only guards or the types of parameters keep apart, the first decides.
//!
//! Known limitation: Rocket drops header lines that are not UTF-8, so a request with such an `Origin` looks like one
//! without it.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ::log::Level;
use cors_core::{Decision, DefaultPolicy, Endpoint, FieldLines, PreflightResponse};
use rocket::http::{Method, Status};
use rocket::route::{BoxFuture, Handler, Outcome};
use rocket::{Build, Data, Request, Response, Rocket, Route};

use crate::conflicts::RouteEntry;
use crate::decide::{MaybeReady, Owner};
use crate::handler::{RouteLabel, endpoint_of, hides_endpoint};
use crate::{conflicts, explain, log, request, state};

/// The `OPTIONS` routes to mount; none if the policies of the routes cannot be kept.
pub(crate) fn routes(rocket: &Rocket<Build>) -> Option<Vec<Route>> {
    let (served, default) = (in_order(rocket), state::default_of(rocket));
    // Each tells of its own.
    let is_wrong = [is_in_vain(&served), is_in_conflict(&served), default.is_some() && is_hidden(rocket)];
    let mut ranks = isize::MIN..;
    let mut routes: Vec<Route> =
        ranks.by_ref().zip(served).map(|(rank, served)| route(rank, served)).collect();
    routes.extend(ranks.zip(default).map(|(rank, default)| rest(rank, default)));
    (!is_wrong.contains(&true)).then_some(routes)
}

/// Whether a route is to refuse requests and would refuse none.
fn is_in_vain(served: &[RouteEntry<'_>]) -> bool {
    // Policies that are made when they are needed first are made here, so that a wrong one stops the launch.
    served.iter().filter_map(|(_, endpoint)| *endpoint).for_each(|endpoint| drop(endpoint.policy()));
    let is_in_vain = |(_, endpoint): &&RouteEntry<'_>| endpoint.is_some_and(Endpoint::enforces_nothing);
    let in_vain = || served.iter().filter(is_in_vain);
    for (route, _) in in_vain() {
        log::log(
            Level::Error,
            &format_args!(
                "`enforce` on {} refuses nothing, since its policy allows any origin; list the origins, or leave out `enforce`",
                RouteLabel(route)
            ),
        );
    }
    in_vain().next().is_some()
}

/// Whether there are routes that a preflight cannot tell apart.
fn is_in_conflict(served: &[RouteEntry<'_>]) -> bool {
    let conflicts = conflicts::find(served);
    for (first, second) in &conflicts {
        log::log(
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

/// Whether a policy is hidden in the handler of another. Without a default such a route is closed.
fn is_hidden(rocket: &Rocket<Build>) -> bool {
    let hidden = || rocket.routes().filter(|route| hides_endpoint(route));
    for route in hidden() {
        log::log(
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

/// All routes in the order in which Rocket tries them: a `HEAD` request tries `HEAD` routes, then `GET` routes.
fn in_order(rocket: &Rocket<Build>) -> Vec<RouteEntry<'_>> {
    let mut routes: Vec<RouteEntry<'_>> = rocket.routes().map(|route| (route, endpoint_of(route))).collect();
    routes.sort_by_key(|(route, _)| (route.method != Method::Head, route.rank));
    routes
}

/// No two of these have one rank, so they never collide.
fn route(rank: isize, (served, endpoint): RouteEntry<'_>) -> Route {
    let handler = Preflight { rank, method: served.method, endpoint };
    let mut route = Route::ranked(rank, Method::Options, served.uri.as_str(), handler);
    route.name = Some(match &served.name {
        Some(name) => format!("preflight of {name}").into(),
        None => "preflight".into(),
    });
    route
}

/// The route that comes after these, for all paths.
fn rest(rank: isize, default: &Arc<DefaultPolicy>) -> Route {
    // Made now, as those of the routes are.
    drop(default.policy());
    let mut route = Route::ranked(rank, Method::Options, "/<path..>", DefaultPreflight(default.clone()));
    route.name = Some("preflight of the rest".into());
    route
}

/// The handler of an `OPTIONS` route.
#[derive(Clone)]
struct Preflight {
    rank: isize,
    /// The method of the route that this one stands for.
    method: Method,
    endpoint: Option<&'static Endpoint>,
}

impl Handler for Preflight {
    /// Written as `async_trait` would, to answer without a future that waits for nothing.
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
        let cors_request = request::cors_request(request, Method::Options);
        if !self.serves(cors_request.requested_method) {
            return forward(data);
        }
        let found: &PreflightState = request.local_cache(PreflightState::default);
        let first = FirstRoute { rank: self.rank, is_annotated: self.endpoint.is_some() };
        // Whether no route before this one serves the method.
        let is_first = found.lock().first.get_or_insert(first).rank == self.rank;
        match self.endpoint {
            Some(endpoint) if is_first => found.answer(Owner::Route(endpoint), cors_request, request, data),
            _ => forward(data),
        }
    }
}

impl Preflight {
    fn serves(&self, requested: FieldLines<'_>) -> bool {
        match requested {
            FieldLines::One(b"HEAD") => matches!(self.method, Method::Head | Method::Get),
            FieldLines::One(method) => method == self.method.as_str().as_bytes(),
            FieldLines::Absent | FieldLines::Several => false,
        }
    }
}

/// The handler of the `OPTIONS` route that answers by the default policy.
#[derive(Clone)]
struct DefaultPreflight(Arc<DefaultPolicy>);

impl Handler for DefaultPreflight {
    /// As that of [`Preflight`].
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
        let found: &PreflightState = request.local_cache(PreflightState::default);
        // What an annotated route did not answer is for its own origin.
        if found.lock().first.as_ref().is_some_and(|first| first.is_annotated) {
            return forward(data);
        }
        found.answer(Owner::Default(&self.0), request::cors_request(request, Method::Options), request, data)
    }
}

/// What these routes have found out of a preflight.
#[derive(Default)]
struct PreflightState(Mutex<PreflightStateInner>);

#[derive(Default)]
struct PreflightStateInner {
    first: Option<FirstRoute>,
    answer: Option<PreflightResponse<'static>>,
}

/// The first route that serves the method a preflight asks for.
struct FirstRoute {
    rank: isize,
    is_annotated: bool,
}

impl PreflightState {
    fn lock(&self) -> MutexGuard<'_, PreflightStateInner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a preflight, and forwards whatever is none.
    fn answer<'f, 'r: 'f>(
        &'r self,
        by: Owner<'f>,
        cors_request: cors_core::Request<'r>,
        request: &'r Request<'_>,
        data: Data<'r>,
    ) -> Pin<Box<dyn Future<Output = Outcome<'r>> + Send + 'f>> {
        match by.decide(cors_request, request) {
            MaybeReady::Ready(decision) => self.respond(by, decision, request, data),
            MaybeReady::Pending(decision) => {
                Box::pin(async move { self.respond(by, decision.await, request, data).await })
            }
        }
    }

    fn respond<'r>(
        &self,
        by: Owner<'_>,
        decision: Decision<'static>,
        request: &Request<'_>,
        data: Data<'r>,
    ) -> BoxFuture<'r> {
        explain::of_preflight(by, request, &decision);
        let Decision::Preflight(answer) = decision else { return forward(data) };
        let status = Status::new(answer.status());
        // The headers come onto it as onto every response, after whatever fairings of the application write there.
        self.lock().answer = Some(answer);
        Box::pin(async move {
            let mut response = Response::new();
            response.set_status(status);
            Outcome::Success(response)
        })
    }
}

/// The answer to `request`, if that is a preflight for one of these routes.
///
/// It is taken, once there is a response: a clone of `request`, as tests send, has the same local cache.
pub(crate) fn take_answer(request: &Request<'_>) -> Option<PreflightResponse<'static>> {
    let is_options = request.method() == Method::Options;
    is_options.then(|| std::mem::take(&mut *request.local_cache(PreflightState::default).lock()).answer)?
}

fn forward(data: Data<'_>) -> BoxFuture<'_> {
    Box::pin(async move { Outcome::forward(data, Status::NotFound) })
}
