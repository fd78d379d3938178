//! The state of the fairing, and the check that every route has its `OPTIONS` route. Without one, preflights would
//! get wrong responses.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use cors_core::__adapter::{Adapter as _, Level};
use cors_core::DefaultPolicy;
use rocket::{Build, Ignite, Phase, Rocket, Route};

use crate::adapter::RocketAdapter;
use crate::handler::endpoint_of;
use crate::route_label::RouteLabel;

/// The state of the fairing, which Rocket manages if the fairing is attached.
#[derive(Default)]
pub(crate) struct CorsState {
    /// The routes that were mounted when the `OPTIONS` routes were added.
    routes: OnceLock<BTreeSet<RouteId>>,
    default: OnceLock<DefaultPolicy>,
}

impl CorsState {
    /// Stores all current routes of `rocket`.
    pub(crate) fn remember(rocket: &Rocket<Build>) {
        if let Some(Self { routes, .. }) = rocket.state() {
            routes.get_or_init(|| rocket.routes().map(RouteId::of).collect());
        }
    }

    /// Makes `default` the default policy. If it is too late or there is another one, logs the reason.
    pub(crate) fn set_default(&self, default: &DefaultPolicy) -> bool {
        let is_late = self.routes.get().is_some();
        let known =
            if is_late { self.default.get() } else { Some(self.default.get_or_init(|| default.clone())) };
        let is_set = known.is_some_and(|known| known.ptr_eq(default));
        if !is_set {
            let why = if known.is_some() {
                "there are two default policies"
            } else {
                "a default policy was set too late"
            };
            RocketAdapter::log(
                Level::Error,
                &format_args!(
                    "{why}; call `default_policy` on one `Cors` fairing, which is attached to the `Rocket` itself"
                ),
            );
        }
        is_set
    }
}

/// Returns the default policy of `rocket`, once the fairing has ignited.
pub(crate) fn default_of<P: Phase>(rocket: &Rocket<P>) -> Option<&DefaultPolicy> {
    rocket.state::<CorsState>()?.default.get()
}

/// The properties by which routes of an application differ.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct RouteId(String, &'static str, isize, Option<String>);

impl RouteId {
    fn of(route: &Route) -> Self {
        let format = route.format.as_ref().map(ToString::to_string);
        Self(route.uri.to_string(), route.method.as_str(), route.rank, format)
    }
}

/// Reports whether every route has its `OPTIONS` route, and logs the routes without one.
pub(crate) fn is_complete(rocket: &Rocket<Ignite>) -> bool {
    let Some(CorsState { routes: known, .. }) = rocket.state() else {
        let names = names(rocket.routes().filter(|route| endpoint_of(route).is_some()));
        RocketAdapter::log(
            Level::Error,
            &format_args!(
                "`#[cors]` on {names} has no effect without its fairing; add `.attach(cors_rocket::Cors::fairing())`"
            ),
        );
        return false;
    };
    let is_known = |route| known.get().is_some_and(|known| known.contains(&RouteId::of(route)));
    // The list includes routes without `#[cors]`, because without their `OPTIONS` routes an annotated one would answer
    // for them.
    let late = names(rocket.routes().filter(|route| !is_known(route)));
    if !late.is_empty() {
        RocketAdapter::log(
            Level::Error,
            &format_args!(
                "{late} came after the fairing of `#[cors]` had mounted its preflight routes; \
                 mount them before, or in a fairing that is attached to the `Rocket` itself"
            ),
        );
    }
    late.is_empty()
}

fn names<'r>(routes: impl Iterator<Item = &'r Route>) -> String {
    let mut names: Vec<String> = routes.map(|route| RouteLabel(route).to_string()).collect();
    names.sort();
    names.join(", ")
}
