//! Whether every route has its `OPTIONS` route, without which preflights would get wrong answers.

use std::sync::OnceLock;

use rocket::http::{MediaType, Method};
use rocket::{Build, Ignite, Rocket, Route};

use crate::annotated::{Named, endpoint_of};

/// What the application had mounted when the `OPTIONS` routes were; managed by Rocket if the fairing is attached.
#[derive(Default)]
pub(crate) struct Mounted(OnceLock<Vec<Identity>>);

impl Mounted {
    /// Remembers all routes that `rocket` has now.
    pub(crate) fn remember(rocket: &Rocket<Build>) {
        if let Some(Self(routes)) = rocket.state() {
            routes.get_or_init(|| rocket.routes().map(Identity::of).collect());
        }
    }
}

/// What no two routes of an application share.
#[derive(PartialEq)]
struct Identity(Method, String, isize, Option<MediaType>);

impl Identity {
    fn of(route: &Route) -> Self {
        Self(route.method, route.uri.to_string(), route.rank, route.format.clone())
    }
}

/// Whether every route has its `OPTIONS` route; if not, logs which has none.
pub(crate) fn is_complete(rocket: &Rocket<Ignite>) -> bool {
    let Some(Mounted(known)) = rocket.state() else {
        log::error!(
            target: "cors",
            "`#[cors]` on {} does nothing without its fairing; add `.attach(cors_rocket::Cors::fairing())`",
            names(rocket.routes().filter(|route| endpoint_of(route).is_some())),
        );
        return false;
    };
    let known = known.get().map(Vec::as_slice).unwrap_or_default();
    // Not only annotated ones: a neighbour's `OPTIONS` route would answer for the others.
    let late = names(rocket.routes().filter(|route| !known.contains(&Identity::of(route))));
    if !late.is_empty() {
        log::error!(
            target: "cors",
            "{late} came after the fairing of `#[cors]` had mounted its preflight routes; \
             mount them before, or in a fairing that is attached to the `Rocket` itself"
        );
    }
    late.is_empty()
}

fn names<'r>(routes: impl Iterator<Item = &'r Route>) -> String {
    let mut names: Vec<String> = routes.map(|route| Named(route).to_string()).collect();
    names.sort();
    names.join(", ")
}
