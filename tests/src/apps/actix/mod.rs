//! The application on actix-web.

mod around;
mod bare_routes;
mod enforced;
mod guards;
mod headers;
mod keys;
pub mod modules;
mod named;
mod outcomes;
mod predicates;
mod routes;

use actix_web::web::{PayloadConfig, ServiceConfig};

/// Adds every route.
pub fn configure(app: &mut ServiceConfig) {
    app.app_data(PayloadConfig::new(500));
    routes::configure(app);
    outcomes::configure(app);
    around::configure(app);
    headers::configure(app);
    keys::configure(app);
    named::configure(app);
    predicates::configure(app);
    enforced::configure(app);
    modules::configure(app);
    bare_routes::configure(app);
}
