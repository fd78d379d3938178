//! Routes that inherit their policy from a module.

use actix_web::web::ServiceConfig;

use crate::apps::places::places;

macro_rules! add {
    ($app:ident, $($route:tt)*) => {{
        $app.service($($route)*);
    }};
}

places! {
    enforced,
    #[cors_actix::cors(origins = ["https://app.example.com"], enforce = "all_methods")],
    actix_web, actix_web::web::ServiceConfig, add, (async)
}
places!(closed, #[cors_actix::cors(same_origin)], actix_web, actix_web::web::ServiceConfig, add, (async));

/// Adds the routes for their own origin.
pub fn configure_closed(app: &mut ServiceConfig) {
    closed::collect(app);
}

pub(super) fn configure(app: &mut ServiceConfig) {
    enforced::collect(app);
}
