//! The loopback application on actix-web.

use std::collections::HashMap;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::middleware::from_fn;
use actix_web::web::{Path, Query, ServiceConfig, scope};
use actix_web::{Error, FromRequest, HttpRequest, delete, error, get, http::Method, post, put, route};
use cors_actix::cors;

use super::Answer;
use crate::chromium::journal;

/// Adds every route.
#[allow(clippy::too_many_lines, reason = "a table")]
pub fn configure(app: &mut ServiceConfig) {
    let scope = scope("").wrap(from_fn(journal::middleware));
    app.service(
        scope
            .service(data)
            .service(put_data)
            .service(delete_data)
            .service(any)
            .service(post_any)
            .service(own)
            .service(put_own)
            .service(bare)
            .service(put_bare)
            .service(login)
            .service(login_any)
            .service(login_without)
            .service(upload)
            .service(null)
            .service(put_null)
            .service(age_none)
            .service(age_zero)
            .service(age_short)
            .service(age_long)
            .service(module)
            .service(module_credentials)
            .service(module_any)
            .service(module_bare)
            .service(font)
            .service(font_any)
            .service(font_bare)
            .service(me)
            .service(private)
            .service(looped)
            .service(raw)
            .service(delete_me)
            .service(with_status)
            .service(redirect)
            .service(post_redirect)
            .service(put_redirect)
            .service(redirect_any)
            .service(redirect_bare),
    );
}

/// The session cookie, without which requests are refused.
struct Session(String);

impl FromRequest for Session {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let cookies = request.headers().get("cookie").and_then(|cookies| cookies.to_str().ok());
        let session =
            cookies.into_iter().flat_map(|all| all.split("; ")).find_map(|it| it.strip_prefix("session="));
        let session = session.map(|session| Self(session.to_owned()));
        ready(session.ok_or_else(|| error::ErrorUnauthorized("no session")))
    }
}

#[cors(origins = ["http://app.localhost:*"], expose_headers = ["etag", "x-total"])]
#[get("/data")]
async fn data() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["content-type", "x-token"])]
#[put("/data")]
async fn put_data() -> Answer {
    Answer::new("saved")
}

#[cors(origins = ["http://app.localhost:*"])]
#[delete("/data")]
async fn delete_data() -> Answer {
    Answer::new("").status(204)
}

#[cors(origins = "*", expose_headers = "*")]
#[get("/any")]
async fn any() -> Answer {
    Answer::data()
}

#[cors(origins = "*", allow_headers = "*")]
#[post("/any")]
async fn post_any() -> Answer {
    Answer::new("posted")
}

#[cors(same_origin)]
#[get("/own")]
async fn own() -> Answer {
    Answer::data()
}

#[cors(same_origin)]
#[put("/own")]
async fn put_own() -> Answer {
    Answer::data()
}

#[get("/bare")]
async fn bare() -> Answer {
    Answer::data()
}

#[put("/bare")]
async fn put_bare() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[post("/login")]
async fn login() -> Answer {
    Answer::login()
}

#[cors(origins = "*")]
#[post("/login-any")]
async fn login_any() -> Answer {
    Answer::login()
}

#[cors(origins = ["http://app.localhost:*"])]
#[post("/login-without")]
async fn login_without() -> Answer {
    Answer::login()
}

#[cors(origins = ["http://app.localhost:*"])]
#[post("/upload")]
async fn upload() -> Answer {
    Answer::new("uploaded")
}

#[cors(origins = ["null"], dangerously_allow = ["null_origin"])]
#[get("/null")]
async fn null() -> Answer {
    Answer::data()
}

#[cors(origins = ["null"], dangerously_allow = ["null_origin"])]
#[put("/null")]
async fn put_null() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"])]
#[put("/age/none")]
async fn age_none() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], max_age = 0)]
#[put("/age/zero")]
async fn age_zero() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], max_age = "1s")]
#[put("/age/short")]
async fn age_short() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["x-token"], max_age = "10m")]
#[put("/age/long")]
async fn age_long() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/module.js")]
async fn module() -> Answer {
    Answer::module()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[get("/module-credentials.js")]
async fn module_credentials() -> Answer {
    Answer::module()
}

#[cors(origins = "*")]
#[get("/module-any.js")]
async fn module_any() -> Answer {
    Answer::module()
}

#[get("/module-bare.js")]
async fn module_bare() -> Answer {
    Answer::module()
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/font.ttf")]
async fn font() -> Answer {
    Answer::font()
}

#[cors(origins = "*")]
#[get("/font-any.ttf")]
async fn font_any() -> Answer {
    Answer::font()
}

#[get("/font-bare.ttf")]
async fn font_bare() -> Answer {
    Answer::font()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[get("/me")]
async fn me(session: Option<Session>) -> Answer {
    Answer::session(session.map(|session| session.0).as_deref())
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[delete("/me")]
async fn delete_me(session: Option<Session>) -> Answer {
    Answer::session(session.map(|session| session.0).as_deref())
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/status/{status}")]
async fn with_status(status: Path<u16>) -> Answer {
    Answer::data().status(*status)
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/redirect/{status}")]
async fn redirect(status: Path<u16>, query: Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(*status, &query["to"])
}

#[cors(origins = ["http://app.localhost:*"])]
#[post("/redirect/{status}")]
async fn post_redirect(status: Path<u16>, query: Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(*status, &query["to"])
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["x-token", "authorization"])]
#[put("/redirect/{status}")]
async fn put_redirect(status: Path<u16>, query: Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(*status, &query["to"])
}

#[cors(origins = "*")]
#[get("/redirect-any/{status}")]
async fn redirect_any(status: Path<u16>, query: Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(*status, &query["to"])
}

#[get("/redirect-bare/{status}")]
async fn redirect_bare(status: Path<u16>, query: Query<HashMap<String, String>>) -> Answer {
    Answer::redirect(*status, &query["to"])
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[get("/private")]
async fn private(session: Session) -> Answer {
    Answer::session(Some(&session.0))
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/loop")]
async fn looped() -> Answer {
    Answer::redirect(302, "/loop")
}

#[route("/raw", method = "GET", method = "PUT", method = "OPTIONS")]
async fn raw(method: Method, query: Query<HashMap<String, String>>) -> Answer {
    Answer::raw(&query[if method == Method::OPTIONS { "preflight" } else { "actual" }])
}
