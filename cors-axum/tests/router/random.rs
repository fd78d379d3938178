//! Random routers, each beside itself without `Cors`: a preflight is allowed only if the handler that the bare router calls
//! for the requested method is annotated, and no preflight runs one. A default policy allows a fourth origin everything else.
//!
//! `CORS_ROUTERS=2500 cargo test -p cors-axum --release --test router random -- --nocapture` tries more; `CORS_SEED` is where
//! it begins.

use std::cell::Cell;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::handler::Handler as _;
use axum::middleware::{Next, from_fn};
use axum::routing::{MethodFilter, MethodRouter, any, on};
use axum::{BoxError, Router};
use cors_axum::{Cors, Policy, cors, policy};
use http::Method;
use tower::{ServiceBuilder, ServiceExt};

use crate::{APP, allowed_origin};

thread_local! {
    static RUNS: Cell<usize> = const { Cell::new(0) };
}

/// Makes annotated handlers that say their names, which are their origins as well.
macro_rules! handlers {
    ($($name:ident $origin:literal)*) => {
        $(
            #[cors(origins = [$origin])]
            async fn $name() -> &'static str {
                RUNS.set(RUNS.get() + 1);
                $origin
            }
        )*
    };
}

handlers! { first_handler "https://first.example.com" second_handler "https://second.example.com" third_handler "https://third.example.com" }

async fn bare() -> &'static str {
    "bare"
}

const ORIGINS: [&str; 4] =
    ["https://first.example.com", "https://second.example.com", "https://third.example.com", APP];
const DEFAULT: Policy = policy!(origins = ["https://app.example.com"], methods = ["*"]);
const METHODS: [Method; 6] =
    [Method::GET, Method::HEAD, Method::PUT, Method::POST, Method::DELETE, Method::OPTIONS];
const PATHS: [&str; 5] = ["/a", "/b", "/n/a", "/n/b", "/elsewhere"];

/// Numbers that a seed gives again (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// A router, with whether a preflight for an annotated handler may be refused all the same.
struct Made {
    router: Router,
    may_be_closed: bool,
}

fn filter(numbers: &mut Numbers) -> MethodFilter {
    let one = |numbers: &mut Numbers| match numbers.below(5) {
        0 => MethodFilter::GET,
        1 => MethodFilter::PUT,
        2 => MethodFilter::POST,
        3 => MethodFilter::OPTIONS,
        _ => MethodFilter::DELETE,
    };
    let methods = one(numbers);
    if numbers.below(3) == 0 { methods.or(one(numbers)) } else { methods }
}

fn method_router(numbers: &mut Numbers, may_be_closed: &mut bool) -> MethodRouter {
    let filter = filter(numbers);
    let routes = match numbers.below(16) {
        0 => on(filter, second_handler),
        1 => on(filter, third_handler),
        2 => on(filter, bare),
        3 => on(filter, first_handler.layer(from_fn(pass))),
        4 => {
            *may_be_closed = true;
            return match numbers.below(3) {
                0 => any(first_handler),
                1 => any(bare),
                _ => any(second_handler).layer(from_fn(pass)),
            };
        }
        _ => on(filter, first_handler),
    };
    match numbers.below(16) {
        0..=2 => routes.layer(from_fn(pass)),
        3..=4 => routes.fallback(bare),
        5 => {
            *may_be_closed = true;
            routes.fallback(second_handler)
        }
        _ => routes,
    }
}

async fn pass(request: Request, next: Next) -> axum::response::Response {
    next.run(request).await
}

fn routes(numbers: &mut Numbers, depth: u32, may_be_closed: &mut bool) -> Router {
    let mut router = Router::new();
    for path in ["/a", "/b"] {
        if numbers.below(4) == 0 {
            continue;
        }
        let routes = method_router(numbers, may_be_closed);
        router = match numbers.below(16) {
            0 => {
                *may_be_closed = true;
                router.route_service(path, routes)
            }
            _ => router.route(path, routes),
        };
    }
    if depth > 0 && numbers.below(2) == 0 {
        let inner = routes(numbers, depth - 1, may_be_closed);
        router = match numbers.below(6) {
            0 => {
                *may_be_closed = true;
                router.nest_service("/n", inner)
            }
            _ => router.nest("/n", inner),
        };
    }
    router = layered(numbers, router, may_be_closed);
    match numbers.below(16) {
        0 => router.method_not_allowed_fallback(bare),
        1 if depth > 0 => {
            *may_be_closed = true;
            router.fallback(third_handler)
        }
        2 if depth > 0 => {
            *may_be_closed = true;
            router.fallback_service(on(MethodFilter::PUT, first_handler))
        }
        _ => router,
    }
}

fn layered(numbers: &mut Numbers, router: Router, may_be_closed: &mut bool) -> Router {
    match numbers.below(20) {
        0..=3 => router.layer(from_fn(pass)),
        4..=6 if router.has_routes() => router.route_layer(from_fn(pass)),
        7 => {
            *may_be_closed = true;
            let error = axum::error_handling::HandleErrorLayer::new(async |_: BoxError| "broken");
            router.layer(ServiceBuilder::new().layer(error).buffer(4))
        }
        _ => router,
    }
}

fn made(seed: u64) -> Made {
    let mut numbers = Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut may_be_closed = false;
    let router = routes(&mut numbers, 2, &mut may_be_closed);
    Made { router: router.with_state(()), may_be_closed }
}

/// The name of the handler that the bare router calls.
async fn who_runs(router: &Router, method: &Method, path: &str) -> String {
    // `HEAD` has no body, and `GET` and `HEAD` have the same handlers here.
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    let body = router.clone().oneshot(request).await.unwrap().into_body();
    String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap()
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[tokio::test]
async fn no_random_router_is_wrongly_open_or_closed() {
    let begin = number("CORS_SEED", 1);
    let (mut asked, mut open, mut closed) = (0, 0, 0);
    for seed in begin..begin + number("CORS_ROUTERS", 60) {
        let Made { router, may_be_closed } = made(seed);
        let mut cors = Cors::new(router.clone());
        let mut with_default = Cors::new(router.clone()).default_policy(DEFAULT);
        for (path, method) in PATHS.iter().flat_map(|path| METHODS.iter().map(move |method| (path, method))) {
            let runs = who_runs(&router, method, path).await;
            for origin in ORIGINS {
                let before = RUNS.get();
                let is_allowed = preflight(&mut cors, method, path, origin).await;
                let case = format!("seed {seed}: {method} {path} of {runs:?}, from {origin}");
                assert!(!is_allowed || runs == origin, "wrongly open: {case}");
                assert!(is_allowed || runs != origin || may_be_closed, "wrongly closed: {case}");
                assert_eq!(RUNS.get(), before, "a handler ran: {case}");
                let can_read = actual(&mut cors, method, path, origin).await;
                assert!(!can_read || runs == origin, "wrongly readable: {case}");
                assert!(can_read || runs != origin || may_be_closed, "wrongly unreadable: {case}");
                asked += 1;
                open += usize::from(is_allowed);
                closed += usize::from(!is_allowed && runs == origin);

                // The default policy changes nothing for annotated handlers, but for preflights to hidden ones.
                let is_default = origin == APP && !ORIGINS.contains(&runs.as_str());
                let reads = actual(&mut with_default, method, path, origin).await;
                assert!(reads == can_read || is_default, "another answer by default: {case}");
                assert!(reads || !is_default || may_be_closed, "wrongly unreadable by default: {case}");
                let allows = preflight(&mut with_default, method, path, origin).await;
                let may_differ = is_default || (origin == APP && may_be_closed);
                assert!(allows == is_allowed || may_differ, "another preflight by default: {case}");
                assert!(allows || !is_default || may_be_closed, "wrongly closed by default: {case}");
            }
        }
    }
    println!("{asked} preflights, {open} allowed, {closed} of annotated handlers refused as vague");
    assert!(open > asked / 100, "{open} of {asked} are allowed");
}

async fn preflight(app: &mut Cors, method: &Method, path: &str, origin: &str) -> bool {
    let request = Request::options(path).header("access-control-request-method", method.as_str());
    is_allowed(app, request, origin).await
}

async fn actual(app: &mut Cors, method: &Method, path: &str, origin: &str) -> bool {
    is_allowed(app, Request::builder().method(method).uri(path), origin).await
}

async fn is_allowed(app: &mut Cors, request: http::request::Builder, origin: &str) -> bool {
    let request = request.header("origin", origin).body(Body::empty()).unwrap();
    allowed_origin(app.oneshot(request).await.unwrap().headers()) == Some(origin)
}

/// Answers do not depend on earlier questions.
#[tokio::test]
async fn random_routers_answer_in_any_order_as_at_the_start() {
    let begin = number("CORS_SEED", 1);
    for seed in begin..begin + number("CORS_ROUTERS", 20) {
        let Made { router, .. } = made(seed);
        let mut numbers = Numbers(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) | 1);
        let mut cors = Cors::new(router.clone());
        for _ in 0..150 {
            let path = PATHS[usize::try_from(numbers.below(5)).unwrap()];
            let method = &METHODS[usize::try_from(numbers.below(6)).unwrap()];
            let origin = ORIGINS[usize::try_from(numbers.below(4)).unwrap()];
            let mut fresh = Cors::new(router.clone());
            let case = format!("seed {seed}: {method} {path}, from {origin}");
            match numbers.below(2) {
                0 => assert_eq!(
                    preflight(&mut cors, method, path, origin).await,
                    preflight(&mut fresh, method, path, origin).await,
                    "{case}"
                ),
                _ => assert_eq!(
                    actual(&mut cors, method, path, origin).await,
                    actual(&mut fresh, method, path, origin).await,
                    "{case}"
                ),
            }
        }
    }
}
