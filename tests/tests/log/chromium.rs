//! A page in Chromium is blocked until the policy has what the log says, key by key.

use actix_web::put;
use actix_web::web::ServiceConfig;
use cors_axum::Cors;
use cors_browser::Body;
use cors_core::{Config, Policy, ReloadablePolicy};
use cors_tests::chromium::{Asked, Chromium, Outcome, Pages};
use cors_tests::server::{Server, config};
use log::LevelFilter;
use rocket::{Build, Rocket, routes};

use crate::collector::{logged_by_all, set};

static POLICY: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

#[cors_actix::cors(policy = POLICY)]
#[put("/users")]
async fn on_actix() -> &'static str {
    "updated"
}

fn configure(app: &mut ServiceConfig) {
    app.service(on_actix);
}

#[cors_rocket::cors(policy = POLICY)]
#[rocket::put("/users")]
fn on_rocket() -> &'static str {
    "updated"
}

fn build() -> Rocket<Build> {
    rocket::custom(config()).attach(cors_rocket::Cors::fairing()).mount("/", routes![on_rocket])
}

#[cors_axum::cors(policy = POLICY)]
async fn on_axum() -> &'static str {
    "updated"
}

fn app() -> Cors {
    Cors::new(axum::Router::new().route("/users", axum::routing::put(on_axum)))
}

#[test]
fn the_keys_of_the_log_let_a_page_of_chromium_in() {
    let Some(chromium) = Chromium::start("log: the_keys_of_the_log_let_a_page_of_chromium_in") else {
        return;
    };
    set();
    let pages = Pages::start();
    for server in [Server::actix(configure), Server::rocket(build), Server::axum(app)] {
        let page = pages.origin("app.localhost");
        chromium.open(&page);
        let asked = Asked::new("PUT", format!("http://api.localhost:{}/users", server.address.port()));
        let asked = asked.header("content-type", "application/json").body(Body::Text("{}".to_owned()));
        let mut policy = Config::default();
        policy.origins = Some(vec!["https://app.example.com".to_owned()]);
        policy.methods = Some(vec!["GET".to_owned()]);
        let mut keys = Vec::new();
        while let Some(line) = blocked(&chromium, &page, &asked, &policy) {
            keys.push(mend(&mut policy, &line));
            assert!(keys.len() <= 4, "{line}");
        }
        assert_eq!(keys, ["methods", "origins", "allow_headers"]);
    }
}

/// Sends a request while `policy` is in use. Returns the line of the log, if the page is blocked.
fn blocked(chromium: &Chromium, page: &str, asked: &Asked, policy: &Config) -> Option<String> {
    POLICY.store(Policy::try_from(policy.clone()).unwrap());
    let mut outcome = None;
    let lines = logged_by_all(LevelFilter::Debug, || outcome = Some(chromium.fetch(asked)));
    match outcome.unwrap() {
        Outcome::Readable(seen) => {
            assert_eq!((seen.status, seen.body.as_str()), (200, "updated"));
            None
        }
        Outcome::Blocked { .. } => {
            Some(lines.into_iter().find(|line| line.contains(page)).expect("a line of the log"))
        }
    }
}

/// Writes what a line advises into a policy, and returns the key.
fn mend(policy: &mut Config, line: &str) -> &'static str {
    let (_, advice) = line.rsplit_once("; ").unwrap();
    let values = advice.split('"').skip(1).step_by(2).map(str::to_owned);
    let (key, list) = [
        ("origins", policy.origins.get_or_insert_default()),
        ("methods", policy.methods.get_or_insert_default()),
        ("allow_headers", &mut policy.allow_headers),
    ]
    .into_iter()
    .find(|(key, _)| advice.contains(key))
    .unwrap_or_else(|| panic!("{line}"));
    list.extend(values);
    key
}
