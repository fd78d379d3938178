//! The application on actix-web.

mod guards;
mod headers;
mod keys;
mod neighbours;
mod outcomes;
mod routes;

use actix_web::web::{PayloadConfig, ServiceConfig};

/// Every route.
pub fn configure(app: &mut ServiceConfig) {
    app.app_data(PayloadConfig::new(500));
    routes::configure(app);
    outcomes::configure(app);
    headers::configure(app);
    keys::configure(app);
    neighbours::configure(app);
}
