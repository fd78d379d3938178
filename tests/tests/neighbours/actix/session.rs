//! `actix-session`: its cookie and the headers of the policy are on the same responses.

use actix_session::storage::CookieSessionStore;
use actix_session::{Session, SessionMiddleware};
use actix_web::cookie::{Key, SameSite};
use actix_web::{App, HttpResponse, post};
use cors_actix::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::wire::{Request, Response};

use crate::actix::app;

/// Returns the number of calls in this session.
#[cors(policy = PAGE)]
#[post("/count")]
async fn count(session: Session) -> HttpResponse {
    let count = session.get("count").unwrap().unwrap_or(0) + 1;
    session.insert("count", count).unwrap();
    HttpResponse::Ok().body(count.to_string())
}

#[cors(policy = PAGE)]
#[post("/counted", wrap = "sessions()")]
async fn counted(session: Session) -> HttpResponse {
    session.insert("count", 1).unwrap();
    HttpResponse::Ok().body("1")
}

/// Returns sessions with cookies that pages of other sites send, too.
fn sessions() -> SessionMiddleware<CookieSessionStore> {
    let builder = SessionMiddleware::builder(CookieSessionStore::default(), Key::from(&[7; 64]));
    builder.cookie_same_site(SameSite::None).build()
}

fn cookie(response: &Response) -> String {
    let lines: Vec<&[u8]> = response.values("set-cookie").collect();
    assert_eq!(lines.len(), 1, "{response:?}");
    let line = String::from_utf8(lines[0].to_vec()).unwrap();
    assert!(line.contains("SameSite=None; Secure") || line.contains("Secure; SameSite=None"), "{line}");
    line.split(';').next().unwrap().to_owned()
}

fn counts(answer: impl Fn(&Request) -> Response) {
    let route = Route::new("POST", "/count");
    let first = route.check(&answer);
    assert_eq!(first.body, b"1");
    assert_eq!(route.header("cookie", cookie(&first)).check(&answer).body, b"2");
}

#[test]
fn sessions_of_the_application() {
    counts(app!(App::new().service(count).wrap(sessions())));
}

#[test]
fn sessions_of_a_scope() {
    counts(app!(App::new().service(actix_web::web::scope("").service(count).wrap(sessions()))));
}

#[test]
fn sessions_of_a_handler() {
    cookie(&Route::new("POST", "/counted").check(app!(App::new().service(counted))));
}
