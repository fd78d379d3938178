//! The frameworks that have an adapter with an attribute, and the servers on them.

use crate::apps;
use crate::apps::{differential, loopback, statuses, vectors};
use crate::server::Server;

/// A framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framework {
    /// actix-web.
    Actix,
    /// Rocket.
    Rocket,
    /// axum.
    Axum,
}

/// An application that each framework has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum App {
    /// That of [`table`](crate::table).
    Table,
    /// That of [`statuses`].
    Statuses,
    /// That of [`vectors`].
    Vectors,
    /// That of [`loopback`].
    Loopback,
    /// That of [`differential`].
    Differential,
}

impl Framework {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Actix, Self::Rocket, Self::Axum];

    /// Returns the name as its documentation spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actix => "actix-web",
            Self::Rocket => "Rocket",
            Self::Axum => "axum",
        }
    }

    /// Reports whether a request has no header lines but those of UTF-8, so that others look absent.
    pub fn drops_what_is_no_text(self) -> bool {
        match self {
            Self::Rocket => true,
            Self::Actix | Self::Axum => false,
        }
    }

    /// Starts a server with an application.
    pub fn server(self, app: App) -> Server {
        match (self, app) {
            (Self::Actix, App::Table) => Server::actix(apps::actix::configure),
            (Self::Actix, App::Statuses) => Server::actix_app(statuses::actix::app),
            (Self::Actix, App::Vectors) => Server::actix(vectors::actix::configure),
            (Self::Actix, App::Loopback) => Server::actix(loopback::actix::configure),
            (Self::Actix, App::Differential) => Server::actix(differential::actix::configure),
            (Self::Rocket, App::Table) => Server::rocket(apps::rocket::build),
            (Self::Rocket, App::Statuses) => Server::rocket(statuses::rocket::rocket),
            (Self::Rocket, App::Vectors) => Server::rocket(vectors::rocket::build),
            (Self::Rocket, App::Loopback) => Server::rocket(loopback::rocket::build),
            (Self::Rocket, App::Differential) => Server::rocket(differential::rocket::build),
            (Self::Axum, App::Table) => Server::axum(apps::axum::build),
            (Self::Axum, App::Statuses) => Server::axum(statuses::axum::app),
            (Self::Axum, App::Vectors) => Server::axum(vectors::axum::build),
            (Self::Axum, App::Loopback) => Server::axum_router(loopback::axum::build),
            (Self::Axum, App::Differential) => Server::axum_router(differential::axum::build),
        }
    }

    /// Starts a server with an application on each framework.
    pub fn servers(app: App) -> [(Self, Server); Self::ALL.len()] {
        Self::ALL.map(|framework| (framework, framework.server(app)))
    }
}

/// A value for each framework.
#[derive(Debug, Clone, Copy)]
pub struct Each<T> {
    /// That for actix-web.
    pub actix: T,
    /// That for Rocket.
    pub rocket: T,
    /// That for axum.
    pub axum: T,
}

impl<T: Copy> Each<T> {
    /// Makes the same value for all.
    pub const fn same(value: T) -> Self {
        Self { actix: value, rocket: value, axum: value }
    }

    /// Returns the value for a framework.
    pub fn on(self, framework: Framework) -> T {
        match framework {
            Framework::Actix => self.actix,
            Framework::Rocket => self.rocket,
            Framework::Axum => self.axum,
        }
    }
}
