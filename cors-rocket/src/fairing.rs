//! The fairing that answers preflights and puts the headers on responses.

use std::sync::{Arc, OnceLock};

use cors_core::{DefaultPolicy, IntoDefaultPolicy};
use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Build, Rocket, fairing};

use crate::responses::ResponseFairing;
use crate::state::CorsState;
use crate::{preflight, state};

/// The fairing that every application with `#[cors(…)]` on a route has to attach.
///
/// ```
/// let rocket = rocket::build().attach(cors_rocket::Cors::fairing());
/// ```
///
/// It waits for what other fairings mount and attach while the `Rocket` ignites, so it can be attached before or after
/// them, and those fairings may attach further ones, in chains of up to sixteen. If a route comes later, the launch fails and
/// names it. A response fairing that comes later cannot be noticed: it runs after this one, and `Access-Control-*` headers
/// that it sets stay. Attaching `Cors` again does nothing, but only one may have a default policy.
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

/// Mounts the preflight routes, after whatever mounts other routes.
///
/// Fairings that are attached while others ignite do so in a next round, and may attach further ones. Nothing tells which
/// is the last, so this waits until many rounds have mounted nothing. A response fairing that came later would run after
/// [`ResponseFairing`], and could open what a policy closes.
struct MountPreflights {
    /// How many routes there were a round ago.
    seen: usize,
    /// How many rounds have mounted none.
    quiet: u8,
}

/// Rocket does not tell whether fairings are left, and one that only attaches another, or a response fairing, mounts no route.
const QUIET_ROUNDS: u8 = 16;

#[rocket::async_trait]
impl Fairing for MountPreflights {
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
        CorsState::remember(&rocket);
        let default = state::default_of(&rocket).cloned();
        Ok(rocket.attach(ResponseFairing { endpoints: OnceLock::new(), default }))
    }
}
