//! Default policies on Rocket: what their preflights run, and what they decide. `statuses.rs` has the headers of each
//! response.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use cors_rocket::{Cors, Origin, Policy, ReloadablePolicy, cors, policy};
use cors_tests::counters::{ran, watch};
use cors_tests::table::{ADMIN, APP, EVIL, cross, preflight};
use cors_tests::wire;
use rocket::fairing::AdHoc;
use rocket::http::{Header, Method, Status};
use rocket::local::blocking::Client;
use rocket::tokio::runtime::Builder;
use rocket::{Request, Responder, delete, get, options, put, routes};

use crate::check::allowed;

use super::{DEFAULT, REFUSED, UNANSWERED, outcome, rocket, send, with_default};

/// The lines of an actual request from `APP`.
const ALLOWED: [&str; 3] = [
    "access-control-allow-origin: https://app.example.com",
    "access-control-expose-headers: etag",
    "vary: Origin",
];

#[get("/saved")]
fn read() {
    ran("read");
}

#[put("/saved")]
fn save() {
    ran("save");
}

#[delete("/saved")]
fn remove() {
    ran("remove");
}

#[options("/saved")]
fn about() -> &'static str {
    ran("about");
    "about"
}

#[test]
fn a_preflight_runs_nothing_but_a_route_that_it_is_passed_on_to() {
    let client = with_default(DEFAULT, rocket().mount("/", routes![read, save, about]));
    let lines = [
        "access-control-allow-headers: content-type",
        "access-control-allow-methods: GET, PUT",
        "access-control-allow-origin: https://app.example.com",
        "access-control-max-age: 600",
        "vary: Origin, Access-Control-Request-Method",
    ];
    let check = |request: &wire::Request, status: u16, lines: &[&str], names: &[&str]| {
        let (response, ran) = watch(|| send(&client, request));
        assert_eq!(
            (response.status, response.cors_lines()),
            (status, lines.iter().map(ToString::to_string).collect()),
            "{request:?}"
        );
        assert_eq!(ran, names, "{request:?}");
    };
    for path in ["/saved", "/saved?query", "/nowhere", "/no/where/at/all", "/"] {
        for method in ["GET", "HEAD", "PUT"] {
            check(&preflight(method, path, APP), 204, &lines, &[]);
            check(&preflight(method, path, EVIL), 403, &lines[4..], &[]);
        }
        for method in ["DELETE", "put", "", "PUT, GET"] {
            let (status, ran): (_, &[_]) =
                if path.starts_with("/saved") { (200, &["about"]) } else { (404, &[]) };
            check(&preflight(method, path, APP), status, &["vary: Origin"], ran);
        }
    }
    check(&cross("OPTIONS", "/saved", APP), 200, &[], &["about"]);
}

/// The record of what runs is for one test at a time, so handlers of other tests are not in it.
#[put("/unseen")]
fn unseen_put() {}

#[delete("/unseen")]
fn unseen_delete() {}

#[test]
fn methods_that_a_default_does_not_list_get_nothing() {
    let safelisted = with_default(
        policy!(origins = ["https://app.example.com"]),
        rocket().mount("/", routes![unseen_put]),
    );
    for method in ["GET", "HEAD", "POST"] {
        assert_eq!(outcome(&safelisted, &preflight(method, "/nowhere", APP)), allowed(APP), "{method}");
    }
    for method in ["PUT", "PATCH"] {
        assert_eq!(outcome(&safelisted, &preflight(method, "/nowhere", APP)), UNANSWERED, "{method}");
    }
    assert_eq!(send(&safelisted, &cross("PUT", "/unseen", APP)).cors_lines(), [""; 0]);

    let any = policy!(origins = ["https://app.example.com"], methods = "*");
    let any = with_default(any, rocket().mount("/", routes![unseen_delete]));
    for method in ["GET", "DELETE", "CUSTOM"] {
        assert_eq!(outcome(&any, &preflight(method, "/unseen", APP)), allowed(APP), "{method}");
    }
    assert_eq!(outcome(&any, &cross("DELETE", "/unseen", APP)), (200, Some(APP.to_owned())));
}

#[cors(origins = ["https://admin.example.com"])]
#[put("/shared/<_n>")]
fn annotated(_n: u8) {}

#[get("/shared/<_n>")]
fn bare(_n: u8) {}

#[test]
fn a_default_decides_the_other_methods_of_an_annotated_path() {
    for routes in [routes![annotated, bare], routes![bare, annotated]] {
        let client = with_default(
            policy!(origins = ["https://app.example.com"], methods = "*"),
            rocket().mount("/", routes),
        );
        // A parameter that does not parse changes nothing.
        for (path, status) in [("/shared/1", 200), ("/shared/no", 422)] {
            assert_eq!(outcome(&client, &cross("PUT", path, APP)), (status, None), "{path}");
            assert_eq!(
                outcome(&client, &cross("PUT", path, ADMIN)),
                (status, Some(ADMIN.to_owned())),
                "{path}"
            );
            assert_eq!(outcome(&client, &preflight("PUT", path, APP)), REFUSED, "{path}");
            assert_eq!(outcome(&client, &preflight("PUT", path, ADMIN)), allowed(ADMIN), "{path}");
            assert_eq!(outcome(&client, &cross("GET", path, APP)), (status, Some(APP.to_owned())), "{path}");
            assert_eq!(outcome(&client, &preflight("GET", path, APP)), allowed(APP), "{path}");
            assert_eq!(outcome(&client, &preflight("DELETE", path, APP)), allowed(APP), "{path}");
        }
    }
}

/// A responder that sets a CORS header itself.
#[derive(Responder)]
struct Sets((), Header<'static>);

#[get("/sets")]
fn sets() -> Sets {
    Sets((), Header::new("Access-Control-Allow-Origin", "*"))
}

#[options("/sets")]
fn sets_on_options() -> Sets {
    sets()
}

#[test]
fn a_default_replaces_the_headers_of_handlers() {
    let client = with_default(DEFAULT, rocket().mount("/", routes![sets, sets_on_options]));
    assert_eq!(send(&client, &cross("GET", "/sets", APP)).cors_lines(), ALLOWED);
    assert_eq!(send(&client, &cross("GET", "/sets", EVIL)).cors_lines(), ["vary: Origin"]);
    assert_eq!(send(&client, &cross("OPTIONS", "/sets", APP)).cors_lines(), [""; 0]);
}

#[cors(same_origin)]
#[get("/own")]
fn own() {}

/// A common shape of applications.
#[test]
fn a_fairing_that_answers_all_does_not_answer_preflights() {
    let snippet = AdHoc::on_response("CORS", |request, response| {
        Box::pin(async move {
            response.set_header(Header::new("Access-Control-Allow-Origin", "*"));
            response.set_header(Header::new("Access-Control-Allow-Methods", "GET, PUT"));
            if request.method() == Method::Options {
                response.set_status(Status::NoContent);
                response.set_sized_body(None, Cursor::new("done"));
            }
        })
    });
    let client = with_default(DEFAULT, rocket().mount("/", routes![own, read]).attach(snippet));
    let closed = send(&client, &preflight("GET", "/own", APP));
    assert_eq!((closed.status, closed.cors_lines(), &*closed.body), (403, Vec::new(), &b""[..]));
    let refused = send(&client, &preflight("GET", "/saved", EVIL));
    let vary = "vary: Origin, Access-Control-Request-Method".to_owned();
    assert_eq!((refused.status, refused.cors_lines()), (403, vec![vary]));
    assert_eq!(outcome(&client, &preflight("GET", "/saved", APP)), allowed(APP));
}

fn is_app(origin: &Origin<'_>, _: &Request<'_>) -> bool {
    ran("predicate");
    origin.as_str() == APP
}

async fn is_app_later(origin: &Origin<'_>, request: &Request<'_>) -> bool {
    rocket::tokio::task::yield_now().await;
    is_app(origin, request)
}

#[test]
fn a_predicate_is_called_once_and_only_where_it_matters() {
    let now: Policy = policy!(origins = predicate(is_app), methods = ["GET", "OPTIONS"]);
    let later: Policy = policy!(origins = async_predicate(is_app_later), methods = ["GET", "OPTIONS"]);
    for policy in [now, later] {
        let client = with_default(policy, rocket().mount("/", routes![read, remove, about]));
        for (path, status, names) in
            [("/saved", 200, &["predicate", "read"][..]), ("/nowhere", 404, &["predicate"])]
        {
            for (origin, expected, answered) in [(APP, Some(APP.to_owned()), 204), (EVIL, None, 403)] {
                let actual = watch(|| outcome(&client, &cross("GET", path, origin)));
                assert_eq!(actual, ((status, expected.clone()), names.to_vec()), "{path}");
                let asked = watch(|| outcome(&client, &preflight("GET", path, origin)));
                assert_eq!(asked, ((answered, expected), vec!["predicate"]), "{path}");
            }
        }
        // It passes the route that answers preflights.
        let plain = watch(|| outcome(&client, &cross("OPTIONS", "/saved", APP)));
        assert_eq!(plain, ((200, Some(APP.to_owned())), vec!["about", "predicate"]));
        for (request, names) in [
            (wire::Request::new("GET", "/saved"), &["read"][..]),
            (preflight("DELETE", "/saved", APP), &["about"]),
            (cross("DELETE", "/saved", APP), &["remove"]),
        ] {
            assert_eq!(watch(|| outcome(&client, &request).1), (None, names.to_vec()), "{request:?}");
        }
    }
}

#[test]
fn a_default_policy_can_be_replaced_while_it_serves() {
    static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    let client = with_default(&LIVE, rocket());
    assert_eq!(outcome(&client, &preflight("GET", "/nowhere", APP)), REFUSED);
    LIVE.store(DEFAULT);
    assert_eq!(outcome(&client, &preflight("GET", "/nowhere", APP)), allowed(APP));
    assert_eq!(outcome(&client, &cross("GET", "/nowhere", APP)), (404, Some(APP.to_owned())));
}

#[test]
fn a_lazy_default_policy_is_made_while_the_rocket_ignites() {
    static LAZY: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins([APP]).build().unwrap());
    static WRONG: LazyLock<Policy> =
        LazyLock::new(|| Policy::builder().origins(["no origin"]).build().unwrap());
    let client = with_default(&LAZY, rocket());
    assert_eq!(outcome(&client, &cross("GET", "/", APP)), (404, Some(APP.to_owned())));
    // Before the application listens.
    let rocket = rocket().attach(Cors::fairing().default_policy(&WRONG));
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let wrong = catch_unwind(AssertUnwindSafe(|| drop(runtime.block_on(rocket.ignite()))));
    let message = *wrong.expect_err("no launch").downcast::<String>().unwrap();
    assert!(message.contains("no origin"), "{message}");
}

#[test]
fn a_default_policy_counts_once_beside_fairings_without_one() {
    let (plain, fairing) = (Cors::fairing(), Cors::fairing().default_policy(DEFAULT));
    for [first, second] in [[&plain, &fairing], [&fairing, &plain], [&fairing, &fairing]] {
        let client = Client::untracked(rocket().attach(first.clone()).attach(second.clone())).unwrap();
        assert_eq!(outcome(&client, &cross("GET", "/", APP)), (404, Some(APP.to_owned())));
        assert_eq!(outcome(&client, &preflight("PUT", "/", APP)), allowed(APP));
    }
}
