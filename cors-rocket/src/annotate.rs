//! Routes with a policy. They fail a launch if their preflights would not be answered.

use std::any::{TypeId, type_name};
use std::panic::Location;

use cors_core::__adapter::Endpoint;
use rocket::route::{Route, StaticInfo};
use rocket::sentinel::Sentry;
use rocket::{Ignite, Rocket, Sentinel};

use crate::handler::CorsHandler;
use crate::state;

/// Makes a route of the code that Rocket's attribute generates. It gets the policy, the name of the user's function,
/// and the sentinel that fails a launch without the fairing.
#[must_use]
#[track_caller]
pub fn annotate(mut info: StaticInfo, name: &'static str, endpoint: &'static Endpoint) -> Route {
    let handler = info.handler;
    info.name = name;
    info.sentinels.push(sentry(Location::caller()));
    let mut route = Route::from(info);
    route.handler = Box::new(CorsHandler { handler, endpoint });
    route
}

/// Returns the sentinel of an annotated route, which Rocket evaluates at launch.
///
/// Rocket itself finds sentinels among the guards of a route. A guard would add a parameter to compile for each
/// handler, and a future for each request.
fn sentry(location: &'static Location<'static>) -> Sentry {
    Sentry {
        type_id: TypeId::of::<AttachCorsFairing>(),
        type_name: type_name::<AttachCorsFairing>(),
        parent: None,
        location: (location.file(), location.line(), location.column()),
        specialized: true,
        abort: AttachCorsFairing::abort,
    }
}

/// The type of the sentinel. Rocket prints its name as the reason.
struct AttachCorsFairing;

impl Sentinel for AttachCorsFairing {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        !state::is_complete(rocket)
    }
}
