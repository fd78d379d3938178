//! The differential application on Rocket.

use std::convert::Infallible;

use cors_rocket::Cors;
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, get, routes};

use super::super::loopback::Answer;
use super::{Asking, PLAIN};
use crate::chromium::journal;
use crate::server::config;

macro_rules! policed {
    ($(($name:ident, [$($method:ident),*], $args:tt),)*) => {
        $(mod $name {
            $(policed!{@one $method, $args})*
        })*

        fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
            $(let rocket = rocket.mount(
                concat!("/", stringify!($name)),
                routes![$($name::$method::handler),*],
            );)*
            rocket
        }
    };
    (@one $method:ident, ($($args:tt)*)) => {
        // Rocket needs the function's name and the route attribute from one place.
        pub(super) mod $method {
            #[cors_rocket::cors($($args)*)]
            #[rocket::$method("/<script>/<index>")]
            pub(crate) fn handler(
                script: usize,
                index: usize,
                asking: super::super::Asking,
            ) -> super::super::Answer {
                asking.answer(script, index)
            }
        }
    };
}

super::policies::policies!(policed);

macro_rules! plain {
    ($($method:ident)*) => {
        mod plain {
            $(pub(super) mod $method {
                #[rocket::$method("/<script>/<index>")]
                pub(crate) fn handler(
                    script: usize,
                    index: usize,
                    asking: super::super::Asking,
                ) -> super::super::Answer {
                    asking.answer(script, index)
                }
            })*
        }

        fn mount_plain(rocket: Rocket<Build>) -> Rocket<Build> {
            rocket.mount(format!("/{PLAIN}"), routes![$(plain::$method::handler),*])
        }
    };
}

plain!(get head post put delete patch options);

/// Builds the application with every route.
pub fn build() -> Rocket<Build> {
    let rocket = rocket::custom(config()).attach(Cors::fairing()).attach(journal::fairing());
    mount_plain(mount(rocket)).mount("/", routes![page])
}

/// Returns a page of the server's own origin.
#[get("/page")]
fn page() -> Answer {
    Answer::page()
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Asking {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Infallible> {
        let header = |name: &str| request.headers().get_one(name);
        Outcome::Success(Self::new(request.method().as_str(), request.rocket().config().port, header))
    }
}
