//! Routes that inherit their policy from a module.

use rocket::{Build, Rocket, Route};

use crate::apps::places::places;

macro_rules! add {
    ($routes:ident, $($route:tt)*) => {
        $routes.extend(rocket::routes![$($route)*])
    };
}

places! {
    enforced,
    #[cors_rocket::cors(origins = ["https://app.example.com"], enforce = "all_methods")],
    rocket, Vec<rocket::Route>, add, ()
}
places!(closed, #[cors_rocket::cors(same_origin)], rocket, Vec<rocket::Route>, add, ());

/// Returns the routes for their own origin.
pub fn closed() -> Vec<Route> {
    let mut routes = Vec::new();
    closed::collect(&mut routes);
    routes
}

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    let mut routes = Vec::new();
    enforced::collect(&mut routes);
    rocket.mount("/", routes)
}
