//! The differential application on actix-web.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Path, ServiceConfig};
use actix_web::{FromRequest, HttpRequest, get};

use super::super::loopback::Answer;
use super::{Asking, PLAIN};
use crate::chromium::journal;

macro_rules! routes {
    ($(($name:ident, [$($method:ident),*], $args:tt),)*) => {
        $(mod $name {
            $(routes!{@one $method, $args})*
        })*

        /// Adds every route.
        pub fn configure(app: &mut ServiceConfig) {
            let all = web::scope("").wrap(from_fn(journal::middleware)).service(page);
            let all = all.route(&format!("/{PLAIN}/{{script}}/{{index}}"), web::to(plain));
            $(let all = all.service(
                web::scope(concat!("/", stringify!($name)))$(.service($name::$method))*
            );)*
            app.service(all);
        }
    };
    (@one $method:ident, ($($args:tt)*)) => {
        #[cors_actix::cors($($args)*)]
        #[actix_web::$method("/{script}/{index}")]
        pub(super) async fn $method(
            at: actix_web::web::Path<(usize, usize)>,
            asking: super::Asking,
        ) -> super::Answer {
            asking.answer(at.0, at.1)
        }
    };
}

super::policies::policies!(routes);

async fn plain(at: Path<(usize, usize)>, asking: Asking) -> Answer {
    asking.answer(at.0, at.1)
}

/// Returns a page of the server's own origin.
#[get("/page")]
async fn page() -> Answer {
    Answer::page()
}

impl FromRequest for Asking {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
        let port = request.app_config().local_addr().port();
        ready(Ok(Self::new(request.method().as_str(), port, header)))
    }
}
