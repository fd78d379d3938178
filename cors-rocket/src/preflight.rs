//! The routes that answer preflights.
//!
//! Each route of the application, annotated or not, gets an `OPTIONS` route at the same URI. They come before all other
//! `OPTIONS` routes, in the order in which Rocket tries those they stand for, so Rocket itself finds out which of
//! them a path means. The first whose method is the one asked for decides; if its route is not annotated, the
//! preflight goes on to whatever the application has for it. No guard runs: of routes that only guards or the
//! types of parameters keep apart, the first decides.
//!
//! Known limitation: Rocket drops header lines that are not UTF-8, so a request with such an `Origin` looks like one
//! without it.

use cors_core::{Decision, Endpoint, Lines};
use rocket::http::{Method, Status};
use rocket::route::{Handler, Outcome};
use rocket::{Build, Data, Request, Response, Rocket, Route};

use crate::annotated::{Named, endpoint_of};
use crate::conflicts::{self, Served};
use crate::{headers, judge};

/// The `OPTIONS` routes to mount; none if there are routes that a preflight cannot tell apart.
pub(crate) fn routes(rocket: &Rocket<Build>) -> Option<Vec<Route>> {
    let served = in_order(rocket);
    // A policy that is made when it is needed first is made here, so that a wrong one stops the launch.
    let is_in_vain = |(_, endpoint): &&Served<'_>| endpoint.is_some_and(Endpoint::is_enforced_in_vain);
    let in_vain: Vec<&Route> = served.iter().filter(is_in_vain).map(|(route, _)| *route).collect();
    for route in &in_vain {
        log::error!(target: "cors", "`enforce` on {} refuses nobody, since its policy allows any origin", Named(route));
    }
    let conflicts = conflicts::find(&served);
    for (first, second) in &conflicts {
        log::error!(
            target: "cors",
            "{} and {} differ in `format`, which no preflight tells, so they need the same policy; \
             put the same `#[cors(…)]` on both",
            Named(first),
            Named(second),
        );
    }
    let routes = || (isize::MIN..).zip(served).map(|(rank, served)| route(rank, served)).collect();
    (in_vain.is_empty() && conflicts.is_empty()).then(routes)
}

/// All routes in the order in which Rocket tries them: a `HEAD` request tries `HEAD` routes, then `GET` routes.
fn in_order(rocket: &Rocket<Build>) -> Vec<Served<'_>> {
    let mut routes: Vec<Served<'_>> = rocket.routes().map(|route| (route, endpoint_of(route))).collect();
    routes.sort_by_key(|(route, _)| (route.method != Method::Head, route.rank));
    routes
}

/// No two of these have one rank, so they never collide.
fn route(rank: isize, (served, endpoint): Served<'_>) -> Route {
    let handler = Preflight { rank, method: served.method, endpoint };
    let mut route = Route::ranked(rank, Method::Options, served.uri.as_str(), handler);
    route.name = Some(match &served.name {
        Some(name) => format!("preflight of {name}").into(),
        None => "preflight".into(),
    });
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

#[rocket::async_trait]
impl Handler for Preflight {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        match self.answer(request).await {
            Some(response) => Outcome::Success(response),
            None => Outcome::forward(data, Status::NotFound),
        }
    }
}

impl Preflight {
    async fn answer<'r>(&self, request: &'r Request<'_>) -> Option<Response<'r>> {
        let endpoint = self.endpoint;
        if !self.serves(headers::requested_method(request)) || !self.decides(request) {
            return None;
        }
        let (endpoint, policy) = (endpoint?, endpoint?.policy());
        let facts = headers::facts(request, Method::Options, endpoint);
        let is_approved = judge::approves(endpoint, &policy, &facts, request).await;
        let Decision::Answer(answer) = endpoint.decide_judged(policy, &facts, is_approved) else {
            return None;
        };
        let mut response = Response::new();
        response.set_status(Status::new(answer.status()));
        headers::add(&answer.headers, request, &mut response);
        Some(response)
    }

    fn serves(&self, requested: Lines<'_>) -> bool {
        match requested {
            Lines::One(b"HEAD") => matches!(self.method, Method::Head | Method::Get),
            Lines::One(method) => method == self.method.as_str().as_bytes(),
            Lines::None | Lines::Several => false,
        }
    }

    /// Whether no route before this one serves the method that `request` asks for.
    fn decides(&self, request: &Request<'_>) -> bool {
        request.local_cache(|| First(self.rank)).0 == self.rank
    }
}

/// The rank of the first route that serves the method a preflight asks for.
struct First(isize);
