//! A policy that can never work stops the start: `enforce` with a policy, known only at run time, that allows any
//! origin, and a default policy with a predicate of another framework.

use std::net::Ipv4Addr;
use std::panic::catch_unwind;
use std::sync::LazyLock;
use std::time::Duration;

use actix_web::rt::{System, time::timeout};
use actix_web::web::{ServiceConfig, scope};
use actix_web::{App, HttpServer};
use axum::Router;
use cors_core::{Origin, Policy};
use cors_rocket::Cors;
use cors_tests::server::config;
use rocket::error::ErrorKind;
use rocket::{Route, routes};

fn any() -> Policy {
    Policy::builder().origins(["*"]).build().unwrap()
}

static ANY: LazyLock<Policy> = LazyLock::new(any);
static LISTED: LazyLock<Policy> =
    LazyLock::new(|| Policy::builder().origins(["https://app.example.com"]).build().unwrap());

fn of_a_function() -> &'static Policy {
    &ANY
}

mod on_actix {
    use actix_web::put;
    use cors_actix::cors;

    #[cors(policy = super::ANY, enforce = "unsafe_methods")]
    #[put("/")]
    pub(super) async fn lazy() -> &'static str {
        ""
    }

    #[cors(policy = super::of_a_function, enforce = "all_methods")]
    #[put("/")]
    pub(super) async fn function() -> &'static str {
        ""
    }

    #[cors(policy = super::LISTED, enforce = "all_methods")]
    #[put("/")]
    pub(super) async fn listed() -> &'static str {
        ""
    }

    #[cors(policy = super::ANY)]
    #[put("/")]
    pub(super) async fn unenforced() -> &'static str {
        ""
    }
}

mod on_rocket {
    use cors_rocket::cors;
    use rocket::put;

    #[cors(policy = super::ANY, enforce = "unsafe_methods")]
    #[put("/")]
    pub(super) fn lazy() {}

    #[cors(policy = super::of_a_function, enforce = "all_methods")]
    #[put("/")]
    pub(super) fn function() {}

    #[cors(policy = super::LISTED, enforce = "all_methods")]
    #[put("/")]
    pub(super) fn listed() {}

    #[cors(policy = super::ANY)]
    #[put("/")]
    pub(super) fn unenforced() {}
}

/// The configuration of an application, and whether it starts.
type ActixRow = (&'static str, fn(&mut ServiceConfig), bool);

const ON_ACTIX: [ActixRow; 5] = [
    ("lazy", |app| _ = app.service(on_actix::lazy), false),
    ("function", |app| _ = app.service(on_actix::function), false),
    ("in a scope", |app| _ = app.service(scope("/api").service(on_actix::lazy)), false),
    ("listed", |app| _ = app.service(on_actix::listed), true),
    ("not enforced", |app| _ = app.service(on_actix::unenforced), true),
];

#[test]
fn what_enforces_nothing_does_not_start_on_actix_web() {
    System::new().block_on(async {
        for (desc, configure, starts) in ON_ACTIX {
            let server = HttpServer::new(move || App::new().configure(configure));
            let server = server.workers(2).bind((Ipv4Addr::LOCALHOST, 0)).unwrap().disable_signals().run();
            let handle = server.handle();
            match timeout(Duration::from_secs(2), server).await {
                Ok(ended) => assert!(ended.is_err() && !starts, "{desc}: {ended:?}"),
                Err(_still_running) => assert!(starts, "{desc} is served"),
            }
            drop(handle.stop(false));
        }
    });
}

/// No macro sees where a default policy goes.
#[test]
fn a_default_policy_with_a_predicate_of_another_framework_does_not_start() {
    fn is_preview(_: &Origin<'_>, _: &actix_web::HttpRequest) -> bool {
        true
    }
    static PREVIEWS: Policy = cors_actix::policy!(origins = predicate(is_preview));
    let on_axum = |policy: &'static Policy| drop(cors_axum::Cors::new(Router::new()).default_policy(policy));
    let as_layer = |policy: &'static Policy| drop(cors_tower::Cors::new(policy));
    assert!(catch_unwind(|| on_axum(&PREVIEWS)).is_err());
    assert!(catch_unwind(|| as_layer(&PREVIEWS)).is_err());
    on_axum(&LISTED);
    as_layer(&LISTED);
}

/// The routes of an application, and whether it starts.
type RocketRow = (&'static str, fn() -> Vec<Route>, bool);

const ON_ROCKET: [RocketRow; 4] = [
    ("lazy", || routes![on_rocket::lazy], false),
    ("function", || routes![on_rocket::function], false),
    ("listed", || routes![on_rocket::listed], true),
    ("not enforced", || routes![on_rocket::unenforced], true),
];

#[test]
fn what_enforces_nothing_does_not_launch_on_rocket() {
    let runtime = rocket::tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for (desc, routes, starts) in ON_ROCKET {
        let rocket = rocket::custom(config()).attach(Cors::fairing()).mount("/", routes());
        match runtime.block_on(rocket.ignite()) {
            Ok(_) => assert!(starts, "{desc} is served"),
            Err(error) => {
                assert!(!starts && matches!(error.kind(), ErrorKind::FailedFairings(_)), "{desc}: {error:?}");
            }
        }
    }
}
