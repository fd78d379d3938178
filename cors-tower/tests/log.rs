//! The lines of the log, in a process of its own for its logger.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

use std::convert::Infallible;
use std::sync::Mutex;

use cors_tower::{Cors, Policy};
use http::{Request, Response};
use log::{Level, LevelFilter, Log, Metadata, Record};
use tower::{Layer, ServiceExt, service_fn};

struct Collector;

static LINES: Mutex<Vec<(Level, String)>> = Mutex::new(Vec::new());

impl Log for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "cors"
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            LINES.lock().unwrap().push((record.level(), record.args().to_string()));
        }
    }

    fn flush(&self) {}
}

#[tokio::test]
async fn the_log_says_what_would_allow_a_request_and_warns_once() {
    log::set_logger(&Collector).unwrap();
    log::set_max_level(LevelFilter::Debug);
    let policy = Policy::builder().origins(["https://app.example.com"]).build().unwrap();
    let service = Cors::new(policy).layer(service_fn(async |_: Request<()>| {
        // Its future is polled twice, and the line is written once.
        tokio::task::yield_now().await;
        let response = Response::builder().header("access-control-allow-origin", "*");
        Ok::<_, Infallible>(response.body(String::new()).unwrap())
    }));
    let get = |origin: &str| Request::get("/users?secret").header("origin", origin).body(()).unwrap();

    for origin in ["https://app.example.com", "https://other.example.com"] {
        service.clone().oneshot(get(origin)).await.unwrap();
    }
    let lines = std::mem::take(&mut *LINES.lock().unwrap());
    let [warning, refused] = lines.as_slice() else { panic!("{lines:#?}") };
    assert_eq!(warning.0, Level::Warn);
    assert_eq!(
        warning.1,
        "the default policy: removed `access-control-allow-origin`, which only its policy may set; \
         do not set that in the handler or another layer"
    );
    assert_eq!(refused.0, Level::Debug);
    assert_eq!(
        refused.1,
        "\"https://other.example.com\" cannot read GET /users: it is not in origins; to allow it, \
         add \"https://other.example.com\" to origins of the default policy"
    );
}
