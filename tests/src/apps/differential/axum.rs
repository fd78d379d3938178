//! The differential application on axum.

use std::convert::Infallible;

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::from_fn;
use axum::routing::{any, get};
use cors_axum::RouterExt as _;

use super::super::loopback::Answer;
use super::{Asking, PLAIN};
use crate::chromium::journal;

macro_rules! routes {
    ($(($name:ident, [$($method:ident),*], $args:tt),)*) => {
        $(mod $name {
            $(routes!{@one $method, $args})*
        })*

        /// Returns the routes that have a policy.
        fn routes() -> Router {
            Router::new()$(.route(
                concat!("/", stringify!($name), "/{script}/{index}"),
                axum::routing::MethodRouter::new()$(.$method($name::$method))*,
            ))*
        }
    };
    (@one $method:ident, ($($args:tt)*)) => {
        #[cors_axum::cors($($args)*)]
        pub(super) async fn $method(
            axum::extract::Path((script, index)): axum::extract::Path<(usize, usize)>,
            asking: super::Asking,
        ) -> super::Answer {
            asking.answer(script, index)
        }
    };
}

super::policies::policies!(routes);

/// Builds the application with every route.
pub fn build() -> Router {
    let plain = Router::new().route(&format!("/{PLAIN}/{{script}}/{{index}}"), any(plain));
    let router = routes().merge(plain).route("/page", get(page));
    // The answer of the other frameworks for a method that a path does not serve.
    router.method_not_allowed_fallback(async || StatusCode::NOT_FOUND).cors().layer(from_fn(journal::axum))
}

async fn plain(Path((script, index)): Path<(usize, usize)>, asking: Asking) -> Answer {
    asking.answer(script, index)
}

/// Returns a page of the server's own origin.
async fn page() -> Answer {
    Answer::page()
}

impl<S: Sync> FromRequestParts<S> for Asking {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        Ok(Self::new(parts.method.as_str(), journal::port(&parts.headers), header))
    }
}
