//! The application on axum.

use axum::Router;
use axum::extract::{FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn};
use axum::routing::{get, put};
use cors_axum::{Cors, cors};

/// Builds the whole application, with the default policy.
pub fn app() -> Cors {
    let locked = Router::new().route("/a", get(async || {})).layer(from_fn(refuse));
    let router = Router::new()
        .nest("/annotated", annotated::router().route("/part", get(part).put(part)))
        .nest("/default", default::router().route("/resource", put(async || {})).nest("/locked", locked))
        .nest("/same-origin", same_origin::router());
    Cors::new(router).default_policy(super::DEFAULT)
}

/// A handler whose method `PUT` is for its own origin.
#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
async fn part() {}

/// An extractor that fails, like authentication.
struct Refused;

impl<S: Sync> FromRequestParts<S> for Refused {
    type Rejection = StatusCode;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        Err(StatusCode::UNAUTHORIZED)
    }
}

/// A layer that answers, like authentication.
async fn refuse(_: Request, _: Next) -> StatusCode {
    StatusCode::UNAUTHORIZED
}

macro_rules! module {
    ($kind:ident $(, $cors:meta)?) => {
        mod $kind {
            use axum::Router;
            use axum::body::{Body, Bytes};
            use axum::extract::{DefaultBodyLimit, Path};
            use axum::handler::Handler as _;
            use axum::http::StatusCode;
            use axum::middleware::from_fn;
            use axum::routing::{get, post};
            use rocket::futures::stream;

            pub(super) fn router() -> Router {
                Router::new()
                    .route("/status/{status}", get(status))
                    .route("/auth-err", get(guarded))
                    .route("/auth-ok", get(behind.layer(from_fn(super::refuse))))
                    .route("/failing", get(failing))
                    .route("/text", post(text).layer(DefaultBodyLimit::max(500)))
                    .route("/panic", get(panics))
                    .route("/redirect", get(redirect))
                    .route("/stream", get(streaming))
                    .route("/head", get(bodiless))
            }

            $(#[$cors])?
            async fn status(Path(status): Path<u16>) -> StatusCode {
                StatusCode::from_u16(status).unwrap()
            }

            $(#[$cors])?
            async fn guarded(_: super::Refused) {}

            $(#[$cors])?
            async fn behind() {}

            $(#[$cors])?
            async fn failing() -> Result<(), StatusCode> {
                Err(StatusCode::INTERNAL_SERVER_ERROR)
            }

            $(#[$cors])?
            async fn text(text: String) -> String {
                text
            }

            $(#[$cors])?
            async fn panics() -> StatusCode {
                panic!("on purpose")
            }

            $(#[$cors])?
            async fn redirect() -> (StatusCode, [(&'static str, &'static str); 1]) {
                (StatusCode::FOUND, [("location", "/")])
            }

            $(#[$cors])?
            async fn streaming() -> Body {
                let parts = ["a", "b", "c"].map(|part| Ok::<_, axum::Error>(Bytes::from_static(part.as_bytes())));
                Body::from_stream(stream::iter(parts))
            }

            $(#[$cors])?
            async fn bodiless() {}
        }
    };
}

module!(annotated, cors_axum::cors(origins = ["https://app.example.com"]));
module!(default);
module!(same_origin, cors_axum::cors(same_origin));
