//! The application on Rocket.

mod around;
mod bare_routes;
mod enforced;
mod forwards;
mod guards;
mod headers;
mod keys;
pub mod modules;
mod named;
mod outcomes;
mod predicates;
mod raw;
mod routes;

use rocket::{Build, Rocket};

use crate::server::config;

/// Builds the application with every route.
pub fn build() -> Rocket<Build> {
    let rocket = rocket::custom(config()).attach(cors_rocket::Cors::fairing());
    let rocket = around::mount(outcomes::mount(routes::mount(rocket)));
    let rocket = enforced::mount(predicates::mount(named::mount(modules::mount(rocket))));
    forwards::mount(bare_routes::mount(headers::mount(keys::mount(rocket))))
}
