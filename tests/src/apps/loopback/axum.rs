//! The loopback application on axum.

use std::collections::HashMap;

use axum::Router;
use axum::extract::{FromRequestParts, OptionalFromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn;
use axum::routing::{get, post, put};
use cors_axum::{RouterExt as _, cors};

use super::Answer;
use crate::chromium::journal;

/// Builds the application with every route.
pub fn build() -> Router {
    // The journal stands around `Cors`, since a preflight runs nothing inside.
    router().cors().layer(from_fn(journal::axum))
}

fn router() -> Router {
    Router::new()
        .route("/data", get(data).put(put_data).delete(delete_data))
        .route("/any", get(any).post(post_any))
        .route("/own", get(own).put(put_own))
        .route("/bare", get(bare).put(put_bare))
        .route("/login", post(login))
        .route("/login-any", post(login_any))
        .route("/login-without", post(login_without))
        .route("/upload", post(upload))
        .route("/null", get(null).put(put_null))
        .route("/age/none", put(age_none))
        .route("/age/zero", put(age_zero))
        .route("/age/short", put(age_short))
        .route("/age/long", put(age_long))
        .route("/module.js", get(module))
        .route("/module-credentials.js", get(module_credentials))
        .route("/module-any.js", get(module_any))
        .route("/module-bare.js", get(module_bare))
        .route("/font.ttf", get(font))
        .route("/font-any.ttf", get(font_any))
        .route("/font-bare.ttf", get(font_bare))
        .route("/me", get(me).delete(delete_me))
        .route("/status/{status}", get(with_status))
        .route("/redirect/{status}", get(redirect).post(post_redirect).put(put_redirect))
        .route("/redirect-any/{status}", get(redirect_any))
        .route("/redirect-bare/{status}", get(redirect_bare))
        .route("/private", get(private))
        .route("/loop", get(looped))
        .route("/raw", get(raw).put(raw).options(raw))
}

/// The session cookie, without which requests are refused.
struct Session(String);

impl Session {
    fn of(parts: &Parts) -> Option<Self> {
        let cookies = parts.headers.get("cookie").and_then(|cookies| cookies.to_str().ok());
        let session = cookies?.split("; ").find_map(|cookie| cookie.strip_prefix("session="));
        session.map(|session| Self(session.to_owned()))
    }
}

impl<S: Sync> FromRequestParts<S> for Session {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        Self::of(parts).ok_or(StatusCode::UNAUTHORIZED)
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Session {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, StatusCode> {
        Ok(Self::of(parts))
    }
}

#[cors(origins = ["http://app.localhost:*"], expose_headers = ["etag", "x-total"])]
async fn data() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["content-type", "x-token"])]
async fn put_data() -> Answer {
    Answer::new("saved")
}

#[cors(origins = ["http://app.localhost:*"])]
async fn delete_data() -> Answer {
    Answer::new("").status(204)
}

#[cors(origins = "*", expose_headers = "*")]
async fn any() -> Answer {
    Answer::data()
}

#[cors(origins = "*", allow_headers = "*")]
async fn post_any() -> Answer {
    Answer::new("posted")
}

#[cors(same_origin)]
async fn own() -> Answer {
    Answer::data()
}

#[cors(same_origin)]
async fn put_own() -> Answer {
    Answer::data()
}

async fn bare() -> Answer {
    Answer::data()
}

async fn put_bare() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
async fn login() -> Answer {
    Answer::login()
}

#[cors(origins = "*")]
async fn login_any() -> Answer {
    Answer::login()
}

#[cors(origins = ["http://app.localhost:*"])]
async fn login_without() -> Answer {
    Answer::login()
}

#[cors(origins = ["http://app.localhost:*"])]
async fn upload() -> Answer {
    Answer::new("uploaded")
}

#[cors(origins = ["null"], dangerously_allow = ["null_origin"])]
async fn null() -> Answer {
    Answer::data()
}

#[cors(origins = ["null"], dangerously_allow = ["null_origin"])]
async fn put_null() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"])]
async fn age_none() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], max_age = 0)]
async fn age_zero() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], max_age = "1s")]
async fn age_short() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["x-token"], max_age = "10m")]
async fn age_long() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"])]
async fn module() -> Answer {
    Answer::module()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
async fn module_credentials() -> Answer {
    Answer::module()
}

#[cors(origins = "*")]
async fn module_any() -> Answer {
    Answer::module()
}

async fn module_bare() -> Answer {
    Answer::module()
}

#[cors(origins = ["http://app.localhost:*"])]
async fn font() -> Answer {
    Answer::font()
}

#[cors(origins = "*")]
async fn font_any() -> Answer {
    Answer::font()
}

async fn font_bare() -> Answer {
    Answer::font()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
async fn me(session: Option<Session>) -> Answer {
    Answer::session(session.map(|session| session.0).as_deref())
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
async fn delete_me(session: Option<Session>) -> Answer {
    Answer::session(session.map(|session| session.0).as_deref())
}

#[cors(origins = ["http://app.localhost:*"])]
async fn with_status(Path(status): Path<u16>) -> Answer {
    Answer::data().status(status)
}

#[cors(origins = ["http://app.localhost:*"])]
async fn redirect(Path(status): Path<u16>, Query(query): Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(status, &query["to"])
}

#[cors(origins = ["http://app.localhost:*"])]
async fn post_redirect(Path(status): Path<u16>, Query(query): Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(status, &query["to"])
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["x-token", "authorization"])]
async fn put_redirect(Path(status): Path<u16>, Query(query): Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(status, &query["to"])
}

#[cors(origins = "*")]
async fn redirect_any(Path(status): Path<u16>, Query(query): Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(status, &query["to"])
}

async fn redirect_bare(Path(status): Path<u16>, Query(query): Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(status, &query["to"])
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
async fn private(session: Session) -> Answer {
    Answer::session(Some(&session.0))
}

#[cors(origins = ["http://app.localhost:*"])]
async fn looped() -> Answer {
    Answer::redirect(302, "/loop")
}

async fn raw(method: Method, Query(lines): Query<HashMap<String, String>>) -> Answer {
    Answer::raw(&lines[if method == Method::OPTIONS { "preflight" } else { "actual" }])
}
