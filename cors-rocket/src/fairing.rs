//! The fairing that answers preflights and puts the headers on responses.

use std::sync::OnceLock;

use cors_core::{DefaultPolicy, IntoDefaultPolicy};
use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Build, Rocket, fairing};

use crate::responses::ResponseFairing;
use crate::state::CorsState;
use crate::{preflight, state};

/// The fairing that every application with `#[cors(…)]` on a route needs.
///
/// ```
/// let rocket = rocket::build().attach(cors_rocket::Cors::fairing());
/// ```
///
/// Attach it before or after other fairings. It waits for the routes that they mount and the fairings that they
/// attach while the `Rocket` ignites, in chains of up to sixteen. If a route comes later, the launch fails and names
/// the route. A later response fairing cannot be noticed. It runs after this one, and the `Access-Control-*` headers
/// that it sets stay. To attach `Cors` again has no effect, but only one may have a default policy.
#[derive(Debug, Clone)]
pub struct Cors {
    default: Option<DefaultPolicy>,
}

impl Cors {
    /// Makes the fairing, without a default policy.
    #[must_use]
    pub fn fairing() -> Self {
        Self { default: None }
    }

    /// Adds a policy for every response without a policy of its own: of other routes, of paths without a route, and
    /// of their error pages.
    ///
    /// Annotated routes keep their own policies, also for their errors. `#[cors(same_origin)]` stays closed, and so
    /// does a method that `methods` excludes. An application without any `#[cors(…)]` can use this as its only
    /// policy.
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
    /// [`DefaultPolicy`] lists the types of `policy`. The default policy answers a preflight before any `OPTIONS` route of the
    /// application. A preflight for a method that it does not list is passed on to those routes. `Access-Control-*`
    /// headers that they or other code write are removed, as on annotated routes. A predicate is called after the
    /// handler, but at once for a preflight. Where Rocket answers `HEAD` as `GET`, the policy decides it as `GET`.
    ///
    /// The launch fails if two fairings have a default policy, and if a policy in a `LazyLock` panics.
    #[must_use]
    pub fn default_policy(self, policy: impl IntoDefaultPolicy) -> Self {
        Self { default: Some(policy.into()) }
    }
}

#[rocket::async_trait]
impl Fairing for Cors {
    fn info(&self) -> Info {
        Info { name: "CORS", kind: Kind::Ignite }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let rocket = match rocket.state::<CorsState>() {
            Some(_) => rocket,
            None => {
                let seen = rocket.routes().count();
                rocket.manage(CorsState::default()).attach(MountPreflights { seen, quiet: 0 })
            }
        };
        match (rocket.state::<CorsState>(), &self.default) {
            (Some(state), Some(default)) if !state.set_default(default) => Err(rocket),
            _ => Ok(rocket),
        }
    }
}

/// A fairing that mounts the preflight routes, after all fairings that mount other routes.
///
/// Fairings that are attached during ignition run in a next round, and may attach further ones. Rocket does not
/// report which round is the last, so this fairing waits until many rounds have mounted nothing. A later response
/// fairing would run after [`ResponseFairing`], and could allow what a policy refuses.
struct MountPreflights {
    /// The number of routes in the previous round.
    seen: usize,
    /// The number of rounds that have mounted no route.
    quiet: u8,
}

/// The number of rounds to wait. Rocket does not report whether fairings are left, and a fairing that only attaches
/// another one, or a response fairing, mounts no route.
const QUIET_ROUNDS: u8 = 16;

#[rocket::async_trait]
impl Fairing for MountPreflights {
    fn info(&self) -> Info {
        Info { name: "CORS, after the other fairings", kind: Kind::Ignite }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let seen = rocket.routes().count();
        let quiet = if seen == self.seen { self.quiet + 1 } else { 0 };
        if quiet < QUIET_ROUNDS {
            return Ok(rocket.attach(Self { seen, quiet }));
        }
        let Some(routes) = preflight::routes(&rocket) else { return Err(rocket) };
        let rocket = rocket.mount("/", routes);
        CorsState::remember(&rocket);
        let default = state::default_of(&rocket).cloned();
        Ok(rocket.attach(ResponseFairing { endpoints: OnceLock::new(), default }))
    }
}

cors_core::__missing_functions!(
    Cors,
    Permissive::permissive: "a `Cors` has no permissive default; write `Cors::fairing().default_policy(Policy::PUBLIC)`, with which every site that a visitor opens can read everything",
    WithoutPolicy::default: "a `Cors` has no policy by default; write `Cors::fairing()` for the policies of routes, and `.default_policy(…)` after it for all other responses"
);
