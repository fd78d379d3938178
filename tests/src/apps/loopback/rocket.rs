//! The loopback application on Rocket.

use cors_rocket::{Cors, cors};
use rocket::http::Status;
use rocket::outcome::IntoOutcome;
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, delete, get, options, post, put, routes};

use super::Answer;
use crate::chromium::journal;
use crate::server::config;

/// Builds the application with every route.
#[allow(clippy::too_many_lines, reason = "a table")]
pub fn build() -> Rocket<Build> {
    let rocket = rocket::custom(config()).attach(Cors::fairing()).attach(journal::fairing());
    rocket.mount(
        "/",
        routes![
            data,
            put_data,
            delete_data,
            any,
            post_any,
            own,
            put_own,
            bare,
            put_bare,
            login,
            login_any,
            login_without,
            upload,
            null,
            put_null,
            age_none,
            age_zero,
            age_short,
            age_long,
            module,
            module_credentials,
            module_any,
            module_bare,
            font,
            font_any,
            font_bare,
            me,
            private,
            looped,
            raw,
            raw_put,
            raw_options,
            delete_me,
            with_status,
            redirect,
            post_redirect,
            put_redirect,
            redirect_any,
            redirect_bare
        ],
    )
}

/// The session cookie, without which requests are refused.
struct Session(String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Session {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let session = request.cookies().get("session");
        session.map(|session| Self(session.value().to_owned())).or_error((Status::Unauthorized, ()))
    }
}

#[cors(origins = ["http://app.localhost:*"], expose_headers = ["etag", "x-total"])]
#[get("/data")]
fn data() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["content-type", "x-token"])]
#[put("/data")]
fn put_data() -> Answer {
    Answer::new("saved")
}

#[cors(origins = ["http://app.localhost:*"])]
#[delete("/data")]
fn delete_data() -> Answer {
    Answer::new("").status(204)
}

#[cors(origins = "*", expose_headers = "*")]
#[get("/any")]
fn any() -> Answer {
    Answer::data()
}

#[cors(origins = "*", allow_headers = "*")]
#[post("/any")]
fn post_any() -> Answer {
    Answer::new("posted")
}

#[cors(same_origin)]
#[get("/own")]
fn own() -> Answer {
    Answer::data()
}

#[cors(same_origin)]
#[put("/own")]
fn put_own() -> Answer {
    Answer::data()
}

#[get("/bare")]
fn bare() -> Answer {
    Answer::data()
}

#[put("/bare")]
fn put_bare() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[post("/login")]
fn login() -> Answer {
    Answer::login()
}

#[cors(origins = "*")]
#[post("/login-any")]
fn login_any() -> Answer {
    Answer::login()
}

#[cors(origins = ["http://app.localhost:*"])]
#[post("/login-without")]
fn login_without() -> Answer {
    Answer::login()
}

#[cors(origins = ["http://app.localhost:*"])]
#[post("/upload")]
fn upload() -> Answer {
    Answer::new("uploaded")
}

#[cors(origins = ["null"], dangerously_allow = ["null_origin"])]
#[get("/null")]
fn null() -> Answer {
    Answer::data()
}

#[cors(origins = ["null"], dangerously_allow = ["null_origin"])]
#[put("/null")]
fn put_null() -> Answer {
    Answer::data()
}

#[cors(origins = ["http://app.localhost:*"])]
#[put("/age/none")]
fn age_none() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], max_age = 0)]
#[put("/age/zero")]
fn age_zero() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], max_age = "1s")]
#[put("/age/short")]
fn age_short() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["x-token"], max_age = "10m")]
#[put("/age/long")]
fn age_long() -> Answer {
    Answer::new("put")
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/module.js")]
fn module() -> Answer {
    Answer::module()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[get("/module-credentials.js")]
fn module_credentials() -> Answer {
    Answer::module()
}

#[cors(origins = "*")]
#[get("/module-any.js")]
fn module_any() -> Answer {
    Answer::module()
}

#[get("/module-bare.js")]
fn module_bare() -> Answer {
    Answer::module()
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/font.ttf")]
fn font() -> Answer {
    Answer::font()
}

#[cors(origins = "*")]
#[get("/font-any.ttf")]
fn font_any() -> Answer {
    Answer::font()
}

#[get("/font-bare.ttf")]
fn font_bare() -> Answer {
    Answer::font()
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[get("/me")]
fn me(session: Option<Session>) -> Answer {
    Answer::session(session.map(|session| session.0).as_deref())
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[delete("/me")]
fn delete_me(session: Option<Session>) -> Answer {
    Answer::session(session.map(|session| session.0).as_deref())
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/status/<status>")]
fn with_status(status: u16) -> Answer {
    Answer::data().status(status)
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/redirect/<status>?<to>")]
fn redirect(status: u16, to: &str) -> Answer {
    Answer::redirect(status, to)
}

#[cors(origins = ["http://app.localhost:*"])]
#[post("/redirect/<status>?<to>")]
fn post_redirect(status: u16, to: &str) -> Answer {
    Answer::redirect(status, to)
}

#[cors(origins = ["http://app.localhost:*"], allow_headers = ["x-token", "authorization"])]
#[put("/redirect/<status>?<to>")]
fn put_redirect(status: u16, to: &str) -> Answer {
    Answer::redirect(status, to)
}

#[cors(origins = "*")]
#[get("/redirect-any/<status>?<to>")]
fn redirect_any(status: u16, to: &str) -> Answer {
    Answer::redirect(status, to)
}

#[get("/redirect-bare/<status>?<to>")]
fn redirect_bare(status: u16, to: &str) -> Answer {
    Answer::redirect(status, to)
}

#[cors(origins = ["http://app.localhost:*"], credentials = true)]
#[get("/private")]
fn private(session: Session) -> Answer {
    Answer::session(Some(&session.0))
}

#[cors(origins = ["http://app.localhost:*"])]
#[get("/loop")]
fn looped() -> Answer {
    Answer::redirect(302, "/loop")
}

#[get("/raw?<actual>")]
fn raw(actual: &str) -> Answer {
    Answer::raw(actual)
}

#[put("/raw?<actual>")]
fn raw_put(actual: &str) -> Answer {
    Answer::raw(actual)
}

#[options("/raw?<preflight>")]
fn raw_options(preflight: &str) -> Answer {
    Answer::raw(preflight)
}
