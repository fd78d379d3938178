//! `axum-login` and `tower-sessions`: a cookie and the headers of the policy are on the same responses.

use std::convert::Infallible;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{post, put};
use axum_login::{AuthManagerLayerBuilder, AuthSession, AuthUser, AuthnBackend, login_required};
use cors_axum::{Cors, cors};
use cors_tests::neighbour::{PAGE, Route};
use tower_sessions::cookie::SameSite;
use tower_sessions::{MemoryStore, SessionManagerLayer};

use crate::axum::app;

#[derive(Debug, Clone)]
struct User;

impl AuthUser for User {
    type Id = u32;

    fn id(&self) -> u32 {
        7
    }

    fn session_auth_hash(&self) -> &[u8] {
        b"hash"
    }
}

/// Users of whom nobody needs a password.
#[derive(Debug, Clone)]
struct Users;

impl AuthnBackend for Users {
    type User = User;
    type Credentials = ();
    type Error = Infallible;

    async fn authenticate(&self, (): ()) -> Result<Option<User>, Infallible> {
        Ok(Some(User))
    }

    async fn get_user(&self, _: &u32) -> Result<Option<User>, Infallible> {
        Ok(Some(User))
    }
}

#[cors(policy = PAGE)]
async fn login(mut session: AuthSession<Users>) -> StatusCode {
    let Ok(Some(user)) = session.authenticate(()).await else { return StatusCode::UNAUTHORIZED };
    session.login(&user).await.map_or(StatusCode::INTERNAL_SERVER_ERROR, |()| StatusCode::OK)
}

#[cors(policy = PAGE)]
async fn page() -> &'static str {
    "page"
}

#[test]
fn a_page_logs_in_and_reads() {
    let sessions = SessionManagerLayer::new(MemoryStore::default()).with_same_site(SameSite::None);
    let users = AuthManagerLayerBuilder::new(Users, sessions).build();
    let private = Router::new().route("/page", put(page)).route_layer(login_required!(Users));
    let answer = app(Cors::new(private.route("/login", post(login)).layer(users)));

    let locked = Route::new("PUT", "/page");
    locked.clone().status(401).check(&answer);
    let response = Route::new("POST", "/login").check(&answer);
    let cookies: Vec<&[u8]> = response.values("set-cookie").collect();
    let [cookie] = cookies[..] else { panic!("{response:?}") };
    let cookie = String::from_utf8(cookie.to_vec()).unwrap();
    assert!(cookie.contains("SameSite=None"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    assert_eq!(locked.header("cookie", cookie).check(&answer).body, b"page");
}
