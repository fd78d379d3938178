//! The fairing that answers preflights and puts the headers on responses.

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::Poll;

use cors_core::{Decision, Endpoint};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::{Build, Orbit, Request, Response, Rocket, Route};

use crate::annotated::{Named, endpoint_of};
use crate::mounted::Mounted;
use crate::preflight;
use crate::{headers, judged};

/// The fairing that every application with `#[cors(…)]` on a route has to attach.
///
/// ```
/// let rocket = rocket::build().attach(cors_rocket::Cors::fairing());
/// ```
///
/// It waits for the routes that other fairings mount while the `Rocket` ignites, so it can be attached before or after
/// them, and so can those fairings attach others. If routes come later than the fairing can wait for, the launch fails
/// and names them. Attaching it again does nothing.
#[derive(Debug, Clone, Copy)]
pub struct Cors(());

impl Cors {
    /// The fairing to attach.
    #[must_use]
    pub fn fairing() -> Self {
        Self(())
    }
}

#[rocket::async_trait]
impl Fairing for Cors {
    fn info(&self) -> Info {
        Info { name: "CORS", kind: Kind::Ignite }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        if rocket.state::<Mounted>().is_some() {
            return Ok(rocket);
        }
        let seen = rocket.routes().count();
        Ok(rocket.manage(Mounted::default()).attach(Preflights { seen, quiet: 0 }))
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
        Ok(rocket.attach(Decorator::default()))
    }
}

/// Puts the headers on the responses of annotated routes; attached after those of the application, so that it sees what
/// they add.
#[derive(Default)]
struct Decorator {
    /// The annotated routes by their address: `dyn Handler` tells nothing, and a launched Rocket keeps its routes where
    /// they are.
    ///
    /// Each ignition makes its own `Decorator`, so no address is of another instance. Until it is filled, no
    /// response gets headers.
    endpoints: OnceLock<HashMap<usize, &'static Endpoint>>,
}

#[rocket::async_trait]
impl Fairing for Decorator {
    fn info(&self) -> Info {
        Info { name: "CORS responses", kind: Kind::Liftoff | Kind::Response }
    }

    async fn on_liftoff(&self, rocket: &Rocket<Orbit>) {
        self.endpoints.get_or_init(|| {
            rocket.routes().filter_map(|route| Some((address(route), endpoint_of(route)?))).collect()
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
        if let Some((route, endpoint)) = self.annotated(request) {
            warn_of(&headers::remove_reserved(response), route, endpoint);
            // Loaded once, because it can be replaced between two looks at it.
            let policy = endpoint.policy();
            if endpoint.is_decided_first() {
                return Box::pin(async move {
                    let decision = judged::decide(request, endpoint, policy, route.method).await;
                    decorate(decision, request, response);
                });
            }
            let facts = headers::facts(request, route.method, endpoint);
            decorate(endpoint.decide_judged(policy, &facts, false), request, response);
        }
        Box::pin(poll_fn(|_| Poll::Ready(())))
    }
}

impl Decorator {
    /// The route that Rocket tried last, if it is annotated. It stays that route if it forwards and no other is
    /// tried, and for catchers.
    fn annotated<'r>(&self, request: &'r Request<'_>) -> Option<(&'r Route, &'static Endpoint)> {
        let route = request.route()?;
        let endpoint = self.endpoints.get()?.get(&address(route))?;
        Some((route, endpoint))
    }
}

fn address(route: &Route) -> usize {
    std::ptr::from_ref(route).addr()
}

fn warn_of(removed: &[String], route: &Route, endpoint: &Endpoint) {
    if !removed.is_empty() && endpoint.is_first_removal() {
        log::warn!(target: "cors", "{}: removed `{}`, which only its policy may set", Named(route), removed.join("`, `"));
    }
}

fn decorate<'r>(decision: Decision<'static>, request: &'r Request<'_>, response: &mut Response<'r>) {
    headers::add(decision.of_handler().headers(), request, response);
}
