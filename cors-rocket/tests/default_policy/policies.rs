//! Sources of a default policy, and those that stop a launch.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use cors_rocket::{Cors, Origin, Policy, ReloadablePolicy, policy};
use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;
use rocket::local::blocking::Client;
use rocket::{Build, Request, Rocket};

use super::common::{APP, EVIL, OTHER, build, logged, preflight, send};
use super::{SOME, launch, other_routes};

static ASKED: AtomicUsize = AtomicUsize::new(0);

fn is_other(origin: &Origin<'_>, _: &Request<'_>) -> bool {
    ASKED.fetch_add(1, Ordering::SeqCst);
    origin.as_str() == OTHER
}

async fn is_app(origin: &Origin<'_>, request: &Request<'_>) -> bool {
    rocket::tokio::task::yield_now().await;
    origin.as_str() == APP && request.headers().contains("origin")
}

static JUDGED: Policy = policy!(origins = predicate(is_other), methods = ["GET", "OPTIONS"]);
static JUDGED_LATER: Policy = policy!(origins = async_predicate(is_app), methods = ["GET"]);

#[test]
fn a_public_default_is_for_every_page_and_every_method() {
    let client = launch(Policy::PUBLIC, build().mount("/", other_routes()));
    for (path, origin, method) in
        [("/fine", APP, "GET"), ("/saved", EVIL, "DELETE"), ("/nowhere", "null", "PUT")]
    {
        let answer = preflight(&client, path, origin, method);
        let expected = [
            "access-control-allow-headers: *, authorization",
            "access-control-allow-methods: *",
            "access-control-allow-origin: *",
        ];
        assert_eq!((answer.status, answer.headers()), (204, expected.to_vec()), "{path}");
        let answer = send(client.get(path), Some(origin));
        assert_eq!(
            answer.headers(),
            ["access-control-allow-origin: *", "access-control-expose-headers: *"],
            "{path}"
        );
    }
}

#[test]
fn predicates_are_asked_once() {
    let client = launch(&JUDGED, build().mount("/", other_routes()));
    for path in ["/fine", "/nowhere", "/panic"] {
        for (origin, allowed) in [(OTHER, Some(OTHER)), (APP, None)] {
            let before = ASKED.load(Ordering::SeqCst);
            assert_eq!(send(client.get(path), Some(origin)).allowed(), allowed, "{path}");
            assert_eq!(ASKED.load(Ordering::SeqCst) - before, 1, "{path}");
            let status = if allowed.is_some() { 204 } else { 403 };
            assert_eq!(preflight(&client, path, origin, "GET").status, status, "{path}");
            assert_eq!(ASKED.load(Ordering::SeqCst) - before, 2, "{path}");
        }
    }
    // A plain `OPTIONS` passes the route that answers preflights.
    let before = ASKED.load(Ordering::SeqCst);
    assert_eq!(send(client.options("/preflight"), Some(OTHER)).allowed(), Some(OTHER));
    assert_eq!(ASKED.load(Ordering::SeqCst) - before, 1, "a plain `OPTIONS`");
    // The predicate is not called for requests that get no CORS headers anyway.
    let before = ASKED.load(Ordering::SeqCst);
    assert_eq!(send(client.get("/fine"), None).headers(), ["vary: Origin"]);
    assert_eq!(preflight(&client, "/fine", OTHER, "DELETE").allowed(), None);
    assert_eq!(send(client.delete("/saved"), Some(OTHER)).allowed(), None);
    assert_eq!(ASKED.load(Ordering::SeqCst), before);
}

#[test]
fn async_predicates() {
    let client = launch(&JUDGED_LATER, build().mount("/", other_routes()));
    for path in ["/fine", "/nowhere"] {
        assert_eq!(send(client.get(path), Some(APP)).allowed(), Some(APP), "{path}");
        assert_eq!(send(client.get(path), Some(EVIL)).headers(), ["vary: Origin"], "{path}");
        assert_eq!(preflight(&client, path, APP, "GET").status, 204, "{path}");
        assert_eq!(preflight(&client, path, EVIL, "GET").status, 403, "{path}");
    }
}

static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

#[test]
fn one_that_is_replaced() {
    let client = launch(&LIVE, build().mount("/", other_routes()));
    assert_eq!(preflight(&client, "/fine", OTHER, "GET").status, 403);
    LIVE.store(Policy::builder().origins([OTHER]).build().unwrap());
    assert_eq!(preflight(&client, "/fine", OTHER, "GET").status, 204);
    assert_eq!(send(client.get("/nowhere"), Some(OTHER)).allowed(), Some(OTHER));
}

static LAZY: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins([APP]).build().unwrap());
static WRONG: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins(["no origin"]).build().unwrap());

#[test]
fn one_that_is_made_later_is_made_at_launch() {
    let client = launch(&LAZY, build());
    assert_eq!(send(client.get("/"), Some(APP)).allowed(), Some(APP));
    let wrong = catch_unwind(AssertUnwindSafe(|| drop(launch(&WRONG, build()))));
    let message = *wrong.expect_err("no launch").downcast::<String>().expect("a message");
    assert!(message.contains("no origin"), "{message}");
}

fn is_refused(rocket: Rocket<Build>) -> bool {
    match Client::untracked(rocket) {
        Ok(_) => false,
        Err(error) => matches!(error.kind(), ErrorKind::FailedFairings(_)),
    }
}

#[test]
fn there_is_one() {
    let fairing = Cors::fairing().default_policy(&SOME);
    let plain = || Cors::fairing();
    for rocket in [
        build().attach(plain()).attach(fairing.clone()),
        build().attach(fairing.clone()).attach(plain()),
        build().attach(fairing.clone()).attach(fairing.clone()),
    ] {
        let client = Client::untracked(rocket).expect("a launch");
        assert_eq!(send(client.get("/"), Some(APP)).allowed(), Some(APP));
        assert_eq!(preflight(&client, "/", APP, "PUT").status, 204);
    }
    assert!(is_refused(build().attach(fairing.clone()).attach(plain().default_policy(&SOME))));
    assert!(logged("there are two default policies")[0].starts_with("ERROR"));

    let mut late = AdHoc::on_ignite("late", |rocket| async { rocket.attach(fairing) });
    for _ in 0..17 {
        late = AdHoc::on_ignite("later", |rocket| async { rocket.attach(late) });
    }
    assert!(is_refused(build().attach(plain()).attach(late)));
    assert!(logged("a default policy was set too late")[0].starts_with("ERROR"));
}
