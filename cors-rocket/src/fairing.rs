//! The fairing that answers preflights and puts the headers on responses.

use std::fmt::Display;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::Poll;

use cors_core::{Decision, DefaultPolicy, Endpoint, IntoDefaultPolicy};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::Status;
use rocket::{Build, Orbit, Request, Response, Rocket, Route};

use crate::annotated::{Named, endpoint_of};
use crate::by::{By, Decided};
use crate::inventory::inventory;
use crate::mounted::{self, Mounted};
use crate::{headers, judged, preflight, report};

/// The fairing that every application with `#[cors(…)]` on a route has to attach.
///
/// ```
/// let rocket = rocket::build().attach(cors_rocket::Cors::fairing());
/// ```
///
/// It waits for the routes that other fairings mount while the `Rocket` ignites, so it can be attached before or after
/// them, and those fairings may attach further ones. If routes come later than the fairing can wait for, the launch fails
/// and names them. Attaching it again does nothing, but only one may have a default policy.
#[derive(Debug, Clone)]
pub struct Cors {
    default: Option<Arc<DefaultPolicy>>,
}

impl Cors {
    /// The fairing to attach.
    #[must_use]
    pub fn fairing() -> Self {
        Self { default: None }
    }

    /// The same fairing with a policy for whatever has no `#[cors(…)]`: the other routes, paths without a route, and their
    /// error pages.
    ///
    /// Annotated routes keep their own, for their errors as well: `#[cors(same_origin)]` stays closed, and so does a method
    /// that `methods` leaves out. An application without any `#[cors(…)]` can have one policy for all this way.
    ///
    /// ```
    /// use cors_rocket::{Cors, Policy, cors, policy};
    /// use rocket::{get, put, routes};
    ///
    /// static APP: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET", "PUT"]);
    ///
    /// #[put("/orders/<id>")]
    /// fn save(id: u64) -> String {
    ///     format!("saved {id}")
    /// }
    ///
    /// #[cors(same_origin)]
    /// #[get("/session")]
    /// fn session() {}
    ///
    /// let rocket = rocket::build()
    ///     .attach(Cors::fairing().default_policy(&APP))
    ///     .mount("/", routes![save, session]);
    /// ```
    ///
    /// [`DefaultPolicy`] says what `policy` can be; [`Policy::PUBLIC`](crate::Policy::PUBLIC) is what others call permissive. Preflights that it decides are answered before any `OPTIONS` route of the
    /// application; those for a method that it does not list go on to them. What they or other code write into
    /// `Access-Control-*` headers is removed, as on annotated routes. A predicate is asked once the handler has run, but
    /// for preflights. Where Rocket answers `HEAD` as `GET`, the policy judges it as `GET`.
    ///
    /// The launch fails if two fairings have a default policy, and if a policy in a `LazyLock` panics.
    #[must_use]
    pub fn default_policy(self, policy: impl IntoDefaultPolicy) -> Self {
        Self { default: Some(Arc::new(policy.into())) }
    }
}

#[rocket::async_trait]
impl Fairing for Cors {
    fn info(&self) -> Info {
        Info { name: "CORS", kind: Kind::Ignite }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let rocket = match rocket.state::<Mounted>() {
            Some(_) => rocket,
            None => {
                let seen = rocket.routes().count();
                rocket.manage(Mounted::default()).attach(Preflights { seen, quiet: 0 })
            }
        };
        match (rocket.state::<Mounted>(), &self.default) {
            (Some(mounted), Some(default)) if !mounted.set_default(default) => Err(rocket),
            _ => Ok(rocket),
        }
    }
}

/// Mounts the preflight routes, after whatever mounts other routes.
///
/// Fairings that are attached while others ignite do so in a next round, and may attach further ones. Nothing tells which
/// is the last, so this waits until some rounds have mounted nothing.
struct Preflights {
    /// How many routes there were a round ago.
    seen: usize,
    /// How many rounds have mounted none.
    quiet: u8,
}

/// Enough for routes that a fairing of a fairing of a fairing mounts.
const QUIET_ROUNDS: u8 = 3;

#[rocket::async_trait]
impl Fairing for Preflights {
    fn info(&self) -> Info {
        Info { name: "CORS preflights", kind: Kind::Ignite }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let seen = rocket.routes().count();
        let quiet = if seen == self.seen { self.quiet + 1 } else { 0 };
        if quiet < QUIET_ROUNDS {
            return Ok(rocket.attach(Self { seen, quiet }));
        }
        let Some(routes) = preflight::routes(&rocket) else { return Err(rocket) };
        let rocket = rocket.mount("/", routes);
        Mounted::remember(&rocket);
        let default = mounted::default_of(&rocket).cloned();
        Ok(rocket.attach(Decorator { endpoints: OnceLock::new(), default }))
    }
}

/// Puts the headers on responses; attached after the fairings of the application, so that it sees what they add.
struct Decorator {
    /// The annotated routes, in the order of their addresses: `dyn Handler` tells nothing, and a launched Rocket keeps its
    /// routes where they are.
    ///
    /// No `HashMap`: it would be a second user of std's hash in this crate, which then is called for each byte of a header's
    /// name instead of being inlined.
    ///
    /// Each ignition makes its own `Decorator`, so no address is of another instance. Until it is filled, no
    /// response gets headers.
    endpoints: OnceLock<Vec<(usize, &'static Endpoint)>>,
    /// The policy of whatever has no annotated route.
    default: Option<Arc<DefaultPolicy>>,
}

#[rocket::async_trait]
impl Fairing for Decorator {
    fn info(&self) -> Info {
        Info { name: "CORS responses", kind: Kind::Liftoff | Kind::Response }
    }

    async fn on_liftoff(&self, rocket: &Rocket<Orbit>) {
        for row in inventory(rocket).rows() {
            log::debug!(target: "cors", "annotated: {row}");
        }
        if let Some(default) = &self.default {
            log::debug!(target: "cors", "default policy: {}", *default.policy());
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
                let (by, facts) = (By::Default(default), headers::facts(request, request.method()));
                decorate(by, by.decide(facts, request), request, response)
            }
            _ => ready(),
        }
    }
}

impl Decorator {
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
type Decorated<'f> = Pin<Box<dyn Future<Output = ()> + Send + 'f>>;

fn ready<'f>() -> Decorated<'f> {
    Box::pin(poll_fn(|_| Poll::Ready(())))
}

fn by_own<'f, 'r: 'f>(
    route: &'r Route,
    endpoint: &'static Endpoint,
    request: &'r Request<'_>,
    response: &'f mut Response<'r>,
) -> Decorated<'f> {
    let by = By::Own(endpoint);
    if endpoint.is_decided_first() {
        return decorate(by, judged::decide_last(request, endpoint, route.method), request, response);
    }
    let facts = headers::facts_at(endpoint, request, route.method);
    decorate(by, by.decide(facts, request), request, response)
}

fn decorate<'f, 'r: 'f>(
    by: By<'f>,
    decided: Decided<impl Future<Output = Decision<'static>> + Send + 'f>,
    request: &'r Request<'_>,
    response: &'f mut Response<'r>,
) -> Decorated<'f> {
    match decided {
        Decided::AtOnce(decision) => {
            finish(by, decision, request, response);
            ready()
        }
        Decided::Later(decision) => Box::pin(async move { finish(by, decision.await, request, response) }),
    }
}

fn finish<'r>(
    by: By<'_>,
    decision: Decision<'static>,
    request: &'r Request<'_>,
    response: &mut Response<'r>,
) {
    let decision = decision.of_handler();
    report::of_response(by, request, &decision);
    let removed = headers::replace(decision.headers(), request, response);
    if !removed.is_empty() && by.is_first_removal() {
        match request.route() {
            Some(route) => warn_of(&removed, &Named(route)),
            // Without the query, which may have secrets.
            None => warn_of(&removed, &request.uri().path()),
        }
    }
}

fn warn_of(removed: &[String], whose: &dyn Display) {
    let removed = removed.join("`, `");
    log::warn!(target: "cors", "{whose}: removed `{removed}`, which only its policy may set; take that out of the handler or fairing");
}
