//! The lines of the log, in a process of its own for its logger.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::routing::{any, get, put, put_service};
use cors_axum::{Cors, cors, policy};
use http::Request;
use log::{LevelFilter, Log, Metadata, Record};
use tower::ServiceExt;

struct Collector;

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl Log for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "cors"
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            LINES.lock().unwrap().push(format!("{} {}", record.level(), record.args()));
        }
    }

    fn flush(&self) {}
}

#[cors(origins = ["https://app.example.com"])]
async fn update() -> [(&'static str, &'static str); 1] {
    [("access-control-allow-origin", "*")]
}

#[cors(origins = ["https://app.example.com"])]
async fn second() {}

#[cors(origins = ["https://app.example.com"])]
async fn forgotten() {}

fn request(method: &str, path: &str, origin: &str) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("origin", origin);
    request.header("access-control-request-method", "PUT").body(Body::empty()).unwrap()
}

/// One test, since the lines of several would mix.
#[tokio::test]
async fn the_log_says_why_a_page_is_blocked() {
    log::set_logger(&Collector).unwrap();
    log::set_max_level(LevelFilter::Debug);
    let router = Router::new()
        .route("/users", put(update))
        .route("/any", any(update))
        .route("/bound", put_service(Cors::new(Router::new())))
        .route_service("/beside", put(update).get(second))
        .nest_service("/hidden", Router::new().route("/", put(update)));
    let app = Cors::new(router).default_policy(policy!(origins = ["https://default.example.com"]));
    let bare = Router::new().route("/", get(forgotten));

    for (method, path, origin) in [
        ("OPTIONS", "/users?secret", "https://app.example.com"),
        ("OPTIONS", "/users?secret", "https://other.example.com"),
        ("PUT", "/users?secret", "https://other.example.com"),
        ("PUT", "/users?secret", "https://app.example.com"),
        ("OPTIONS", "/any?secret", "https://app.example.com"),
        ("OPTIONS", "/bound?secret", "https://app.example.com"),
        ("PUT", "/beside?secret", "https://app.example.com"),
        ("PUT", "/hidden?secret", "https://app.example.com"),
    ] {
        app.clone().oneshot(request(method, path, origin)).await.unwrap();
    }
    for _ in 0..2 {
        bare.clone().oneshot(request("GET", "/", "https://app.example.com")).await.unwrap();
    }
    assert_eq!(*LINES.lock().unwrap(), expected());
}

fn expected() -> [String; 12] {
    let add = "it is not in origins; add \"https://other.example.com\" to origins";
    let app = "\"https://app.example.com\"";
    let hidden = "a service hides this handler, or holds it beside others; route PUT to the handler itself, or write \
                  Cors::new(…) around the router inside of that service";
    let default =
        "the default policy lists no methods; add methods = [\"GET\", \"HEAD\", \"POST\", \"PUT\"] to it";
    [
        "DEBUG annotated: * second: origins = [\"https://app.example.com\"]".to_owned(),
        "DEBUG annotated: * update: origins = [\"https://app.example.com\"]".to_owned(),
        "DEBUG default policy: origins = [\"https://default.example.com\"]".to_owned(),
        format!("DEBUG refused the preflight for PUT /users from \"https://other.example.com\": {add}"),
        format!("DEBUG \"https://other.example.com\" cannot read PUT /users: {add}"),
        "WARN update: removed `access-control-allow-origin`, which only its policy may set; do not set that in the \
         handler or another layer"
            .to_owned(),
        "DEBUG refused the preflight for PUT /any from \"https://app.example.com\": the service at this path takes any \
         method, so its handler for PUT is not known; route PUT to the handler itself, or write Cors::new(…) around the \
         router inside of that service"
            .to_owned(),
        format!(
            "DEBUG refused the preflight for PUT /bound from {app}: the Cors at this path is bound to PUT, so it gets no \
             OPTIONS; put it there for every method"
        ),
        format!("DEBUG {app} cannot read PUT update: {hidden}"),
        // The router says nothing of the handler, so the default policy decides first.
        format!("DEBUG {app} cannot read PUT /hidden: {default}"),
        format!("DEBUG {app} cannot read PUT update: {hidden}"),
        "ERROR no page of another origin gets to `forgotten`: there is no `Cors` around its router, or a service hides \
         it; serve `Cors::new(router)`"
            .to_owned(),
    ]
}
