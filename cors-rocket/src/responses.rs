//! The response fairing.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::Poll;

use ::log::Level;
use cors_core::{Decision, DefaultPolicy, Endpoint};
use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Status;
use rocket::{Orbit, Request, Response, Rocket, Route};

use crate::decide::{MaybeReady, Owner};
use crate::handler::endpoint_of;
use crate::inventory::inventory;
use crate::{decide, explain, headers, log, preflight, request};

/// Puts the headers on responses; attached after the fairings of the application, so that it sees what they add.
pub(crate) struct ResponseFairing {
    /// The annotated routes, in the order of their addresses: `dyn Handler` tells nothing, and a launched Rocket keeps its
    /// routes where they are.
    ///
    /// No `HashMap`: it would be a second user of std's hash in this crate, which then is called for each byte of a header's
    /// name instead of being inlined.
    ///
    /// Each ignition makes its own `ResponseFairing`, so no address is of another instance. Until it is filled, no
    /// response gets headers.
    pub(crate) endpoints: OnceLock<Vec<(usize, &'static Endpoint)>>,
    /// The policy of whatever has no annotated route.
    pub(crate) default: Option<Arc<DefaultPolicy>>,
}

#[rocket::async_trait]
impl Fairing for ResponseFairing {
    fn info(&self) -> Info {
        Info { name: "CORS responses", kind: Kind::Liftoff | Kind::Response }
    }

    async fn on_liftoff(&self, rocket: &Rocket<Orbit>) {
        for row in inventory(rocket).rows() {
            log::log(Level::Debug, &format_args!("annotated: {row}"));
        }
        if let Some(default) = &self.default {
            log::log(Level::Debug, &format_args!("default policy: {}", *default.policy()));
        }
        self.endpoints.get_or_init(|| {
            let mut endpoints: Vec<_> =
                rocket.routes().filter_map(|route| Some((address(route), endpoint_of(route)?))).collect();
            endpoints.sort_unstable_by_key(|(address, _)| *address);
            endpoints
        });
    }

    /// Written as `async_trait` would, but for the future, which has no size, so that its box allocates nothing.
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
        if let Some(answer) = preflight::take_answer(request) {
            response.set_status(Status::new(answer.status()));
            headers::replace(&answer.headers, request, response);
            return ready();
        }
        if let Some((route, endpoint)) = self.annotated(request) {
            return by_own(route, endpoint, request, response);
        }
        match &self.default {
            Some(default) if self.endpoints.get().is_some() => {
                let (by, cors_request) =
                    (Owner::Default(default), request::cors_request(request, request.method()));
                decorate(by, by.decide(cors_request, request), request, response)
            }
            _ => ready(),
        }
    }
}

impl ResponseFairing {
    /// The route that Rocket tried last, if it is annotated. It stays that route if it forwards and no other is
    /// tried, and for catchers.
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

/// What has become of a response, which mostly is known at once.
type ResponseFuture<'f> = Pin<Box<dyn Future<Output = ()> + Send + 'f>>;

fn ready<'f>() -> ResponseFuture<'f> {
    Box::pin(poll_fn(|_| Poll::Ready(())))
}

fn by_own<'f, 'r: 'f>(
    route: &'r Route,
    endpoint: &'static Endpoint,
    request: &'r Request<'_>,
    response: &'f mut Response<'r>,
) -> ResponseFuture<'f> {
    let by = Owner::Route(endpoint);
    if endpoint.decides_before_handler() {
        return decorate(by, decide::decide_last(request, endpoint, route.method), request, response);
    }
    let cors_request = request::cors_request_at(endpoint, request, route.method);
    decorate(by, by.decide(cors_request, request), request, response)
}

fn decorate<'f, 'r: 'f>(
    by: Owner<'f>,
    decided: MaybeReady<impl Future<Output = Decision<'static>> + Send + 'f>,
    request: &'r Request<'_>,
    response: &'f mut Response<'r>,
) -> ResponseFuture<'f> {
    match decided {
        MaybeReady::Ready(decision) => {
            finish(by, decision, request, response);
            ready()
        }
        MaybeReady::Pending(decision) => {
            Box::pin(async move { finish(by, decision.await, request, response) })
        }
    }
}

fn finish<'r>(
    by: Owner<'_>,
    decision: Decision<'static>,
    request: &'r Request<'_>,
    response: &mut Response<'r>,
) {
    let decision = decision.without_preflight();
    explain::of_response(by, request, &decision);
    let removed = headers::replace(decision.headers(), request, response);
    if !removed.is_empty() && by.should_warn() {
        explain::warn_of(&removed, request);
    }
}
