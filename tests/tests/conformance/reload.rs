//! Policies that are replaced while requests are served: every response belongs to exactly one of them.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::ServiceConfig;
use actix_web::{App, HttpResponse, get, put};
use cors_axum::Cors;
use cors_core::__adapter::Owner;
use cors_core::__private::Endpoint;
use cors_core::__private::PolicySource;
use cors_core::{Decision, FieldLines, Policy, ReloadablePolicy, Request};
use cors_tests::server::{Server, config};
use cors_tests::table::{APP, cross, preflight};
use cors_tests::wire;
use rocket::{Build, Rocket, routes};

/// Policies that differ in every header, in the origins that they allow, and in the methods that they serve.
static POLICIES: LazyLock<Vec<Policy>> = LazyLock::new(|| {
    let full = Policy::builder().origins([APP, "https://b.example"]).credentials(true).max_age(1_u32);
    let full = full.allow_headers(["x-full"]).expose_headers(["x-full"]);
    let pattern = Policy::builder().origins(["https://*.example.com"]).max_age(2_u32).methods(["PUT", "GET"]);
    let pattern = pattern.allow_headers(["x-pattern"]).expose_headers(["x-pattern"]);
    let any =
        Policy::builder().origins(["*"]).max_age(3_u32).allow_headers(["x-any"]).expose_headers(["x-any"]);
    let less = Policy::builder().origins([APP]).methods(["GET"]);
    let other = Policy::builder().origins(["https://other.example"]).max_age(4_u32);
    let mut policies: Vec<Policy> =
        [full, pattern, any, less, other].into_iter().map(|policy| policy.build().unwrap()).collect();
    policies.push(Policy::SAME_ORIGIN);
    policies
});

/// A response, with every part that depends on a policy.
type Answer = (u16, Vec<String>);

#[test]
fn a_decision_is_of_one_policy() {
    static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    static ENDPOINT: Endpoint = Endpoint::from_source(PolicySource::RunTime(&LIVE), "PUT", false);
    for request in [
        Request { method: b"PUT", origin: FieldLines::One(APP.as_bytes()), ..Request::default() },
        Request {
            method: b"OPTIONS",
            origin: FieldLines::One(APP.as_bytes()),
            requested_method: FieldLines::One(b"PUT"),
            ..Request::default()
        },
    ] {
        hammer(&LIVE, 50_000, || described(&Owner::Route(&ENDPOINT, "/").decide(&request)));
    }
}

/// Converts a decision to plain data.
fn described(decision: &Decision<'_>) -> Answer {
    let status = decision.status().unwrap_or_default();
    let lines = decision.headers().iter().map(|(name, value)| format!("{}: {value:?}", name.as_str()));
    let vary = decision.headers().vary().missing_from([]).map(|vary| format!("vary: {vary}"));
    (status, lines.chain(vary).collect())
}

#[cors_actix::cors(policy = ON_ACTIX)]
#[put("/")]
async fn on_actix() -> HttpResponse {
    HttpResponse::Ok().finish()
}

static ON_ACTIX: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

fn configure(app: &mut ServiceConfig) {
    app.service(on_actix);
}

#[cors_rocket::cors(policy = ON_ROCKET)]
#[rocket::put("/")]
fn on_rocket() {}

static ON_ROCKET: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

fn build() -> Rocket<Build> {
    rocket::custom(config()).attach(cors_rocket::Cors::fairing()).mount("/", routes![on_rocket])
}

#[cors_axum::cors(policy = ON_AXUM)]
async fn on_axum() {}

static ON_AXUM: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

#[test]
fn an_answer_of_axum_is_of_one_policy() {
    let app = || Cors::new(axum::Router::new().route("/", axum::routing::put(on_axum)));
    answers_are_of_one_policy(&Server::axum(app), &ON_AXUM);
}

#[test]
fn an_answer_of_actix_is_of_one_policy() {
    answers_are_of_one_policy(&Server::actix(configure), &ON_ACTIX);
}

#[test]
fn an_answer_of_rocket_is_of_one_policy() {
    answers_are_of_one_policy(&Server::rocket(build), &ON_ROCKET);
}

/// More policies than an adapter keeps prepared, equal but for one word.
static MANY: LazyLock<Vec<Policy>> = LazyLock::new(|| {
    let policy = |number| Policy::builder().origins([APP]).expose_headers([format!("x-{number}")]).build();
    (0..40).map(|number| policy(number).unwrap()).collect()
});

static REPLACED: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
static TURN: AtomicUsize = AtomicUsize::new(0);

#[cors_actix::cors(policy = REPLACED)]
#[get("/replaced")]
async fn replaced() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn of_this_turn() -> &'static Policy {
    &MANY[TURN.load(Ordering::Relaxed)]
}

#[cors_actix::cors(policy = of_this_turn)]
#[get("/returned")]
async fn returned() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[actix_web::test]
async fn each_answer_of_actix_is_of_the_policy_of_its_moment() {
    let app = init_service(App::new().service(replaced).service(returned)).await;
    for _ in 0..2 {
        for (number, policy) in MANY.iter().enumerate() {
            REPLACED.store(policy.clone());
            TURN.store(number, Ordering::Relaxed);
            for path in ["/replaced", "/returned", "/replaced", "/returned"] {
                let request = TestRequest::with_uri(path).insert_header(("origin", APP)).to_request();
                let response = call_service(&app, request).await;
                let exposed = response.headers().get("access-control-expose-headers").unwrap();
                assert_eq!(exposed, &format!("x-{number}"), "{path}");
            }
        }
    }
}

static CALLS: AtomicUsize = AtomicUsize::new(0);

/// Excludes `PUT` at the first call, and allows it at every later one.
fn excludes_once() -> &'static Policy {
    static POLICIES: LazyLock<[Policy; 2]> = LazyLock::new(|| {
        ["GET", "PUT"].map(|method| Policy::builder().origins([APP]).methods([method]).build().unwrap())
    });
    &POLICIES[CALLS.fetch_add(1, Ordering::Relaxed).min(1)]
}

#[cors_actix::cors(policy = excludes_once)]
#[put("/excluded-once")]
async fn excluded_once() -> HttpResponse {
    HttpResponse::Ok().finish()
}

/// A policy that is replaced while the route looks at a preflight does not leave the preflight to the default policy.
#[actix_web::test]
async fn a_method_is_excluded_by_one_policy() {
    let default = Policy::builder().origins(["https://b.example"]).methods(["PUT"]).build().unwrap();
    let app = App::new().service(excluded_once).wrap(cors_actix::Cors::new(default));
    let app = init_service(app).await;
    let preflight = TestRequest::with_uri("/excluded-once").method(Method::OPTIONS);
    let preflight = preflight.insert_header(("origin", "https://b.example"));
    let preflight = preflight.insert_header(("access-control-request-method", "PUT"));
    CALLS.store(0, Ordering::Relaxed);
    assert_eq!(call_service(&app, preflight.to_request()).await.status(), 404);
}

fn answers_are_of_one_policy(server: &Server, live: &ReloadablePolicy) {
    for request in [cross("PUT", "/", APP), preflight("PUT", "/", APP)] {
        hammer(live, 500, || {
            let response = wire::send(server.address, &request).unwrap();
            (response.status, response.cors_lines())
        });
    }
}

/// Sends requests while the policies replace each other, after a request to each policy alone.
fn hammer(live: &ReloadablePolicy, count: usize, ask: impl Fn() -> Answer + Sync) {
    let mut seen: HashMap<Answer, usize> = HashMap::new();
    for policy in &*POLICIES {
        live.store(policy.clone());
        seen.insert(ask(), 0);
    }
    let is_over = AtomicBool::new(false);
    let answers: Vec<thread::Result<Vec<Answer>>> = thread::scope(|scope| {
        scope.spawn(|| {
            for policy in POLICIES.iter().cycle() {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                live.store(policy.clone());
            }
        });
        let ask = || (0..count).map(|_| ask()).collect();
        let asking: Vec<_> = (0..3).map(|_| scope.spawn(ask)).collect();
        let answers = asking.into_iter().map(ScopedJoinHandle::join).collect();
        is_over.store(true, Ordering::Relaxed);
        answers
    });
    for answer in answers.into_iter().flat_map(Result::unwrap) {
        match seen.get_mut(&answer) {
            Some(count) => *count += 1,
            None => panic!("of no policy alone: {answer:?}"),
        }
    }
    let counts: Vec<usize> = seen.values().copied().collect();
    assert!(counts.iter().filter(|count| **count > 0).count() > 1, "nothing was replaced: {counts:?}");
}
