//! The reasons why an application on Rocket does not launch.

use cors_rocket::{Cors, Origin, Policy, cors, policy};
use cors_tests::in_process::failure;
use log::LevelFilter;
use rocket::fairing::AdHoc;
use rocket::http::Header;
use rocket::local::blocking::Client;
use rocket::route::{Handler, Outcome};
use rocket::{Build, Data, Request, Rocket, get, post, routes};

use crate::collector;

const DEFAULT: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(origins = ["https://app.example.com"])]
#[get("/alone")]
fn alone() {}

#[cors(origins = ["https://app.example.com"])]
#[get("/late")]
fn late() {}

#[get("/bare")]
fn bare() {}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
#[post("/format/<_>", format = "json")]
fn json() {}

#[post("/format/<_>", format = "xml")]
fn xml() {}

fn rocket() -> Rocket<Build> {
    collector::set();
    rocket::custom(cors_tests::server::config())
}

/// Asserts that a launch fails with this error of Rocket, and logs this line alone.
fn check(rocket: Rocket<Build>, kind: &str, line: &str) {
    let mut failed = None;
    let lines = collector::logged(LevelFilter::Error, || failed = failure(rocket));
    assert_eq!(failed.as_deref(), Some(kind));
    assert_eq!(lines, [line]);
}

const SENTINEL: &str = "sentinel(s) aborted";
const FAIRING: &str = "launch fairing(s) failed";

#[test]
fn a_launch_without_the_fairing_fails_and_names_the_routes() {
    let line = "ERROR `#[cors]` on `alone` (GET /v1/alone), `json` (POST /v1/format/<_>) has no effect without its fairing; \
                add `.attach(cors_rocket::Cors::fairing())`";
    check(rocket().mount("/v1", routes![alone, json, bare]), SENTINEL, line);
    assert_eq!(failure(rocket().attach(Cors::fairing()).mount("/", routes![alone, json, bare])), None);
    assert_eq!(failure(rocket().mount("/", routes![bare])), None, "nothing is annotated");
    assert_eq!(failure(rocket().attach(Cors::fairing()).mount("/", routes![bare])), None);
}

/// No macro sees where a default policy goes.
#[test]
fn a_default_policy_whose_predicate_is_of_another_framework_fails_the_launch() {
    fn is_preview(_: &Origin<'_>, _: &actix_web::HttpRequest) -> bool {
        true
    }
    static PREVIEWS: Policy = cors_actix::policy!(origins = predicate(is_preview));
    let line = "ERROR `predicate(is_preview)` of the default policy takes the requests of another framework, so it would refuse \
                every origin; name a policy that is made with `policy!` of this application's adapter";
    check(rocket().attach(Cors::fairing().default_policy(&PREVIEWS)), FAIRING, line);
}

fn any_origin() -> &'static Policy {
    &Policy::PUBLIC
}

#[cors(policy = any_origin, enforce = "all_methods")]
#[get("/first")]
fn first() {}

#[cors(policy = any_origin, enforce = "all_methods")]
#[get("/second")]
fn second() {}

#[test]
fn each_route_that_stops_the_launch_is_logged() {
    let lines = collector::logged(LevelFilter::Error, || {
        let failed = failure(rocket().attach(Cors::fairing()).mount("/", routes![first, second]));
        assert_eq!(failed.as_deref(), Some(FAIRING));
    });
    let why = "refuses nothing, since its policy allows any origin; list the origins, or leave out `enforce`";
    assert_eq!(lines, ["/first", "/second"].map(|route| format!("ERROR `enforce` on {route} {why}")));
}

/// Attaches `last` after more rounds than the fairing waits for.
fn too_late(last: AdHoc) -> Rocket<Build> {
    let attach = |next, _| AdHoc::on_ignite("quiet", |rocket| async { rocket.attach(next) });
    rocket().attach(Cors::fairing()).attach((0..17).fold(last, attach))
}

/// After many rounds without a route, the fairing cannot know that more will come. A bare route counts as well, because
/// without its preflight route an annotated one could answer for it.
#[test]
fn a_route_that_comes_too_late_fails_the_launch() {
    for (routes, name) in [(routes![late], "`late` (GET /late)"), (routes![bare], "`bare` (GET /bare)")] {
        let line = format!(
            "ERROR {name} came after the fairing of `#[cors]` had mounted its preflight routes; mount them before, or in a \
             fairing that is attached to the `Rocket` itself"
        );
        let mount = AdHoc::on_ignite("late", |rocket| async { rocket.mount("/", routes) });
        check(too_late(mount).mount("/", routes![alone]), SENTINEL, &line);
    }
}

/// `conformance/rocket/formats.rs` has all pairs that fail.
#[test]
fn two_routes_that_a_preflight_cannot_tell_apart_are_named() {
    let line = "ERROR `json` (POST /format/<_>) and `xml` (POST /format/<_>) differ in `format`, which no preflight tells, so \
                one path gives them one policy; give one of them another path, or, if the same pages may read both, put the \
                same `#[cors(…)]` on both";
    check(rocket().attach(Cors::fairing()).mount("/", routes![json, xml]), FAIRING, line);
}

const REMEDY: &str = "call `default_policy` on one `Cors` fairing, which is attached to the `Rocket` itself";

#[test]
fn two_default_policies_fail_the_launch() {
    let fairing = || Cors::fairing().default_policy(DEFAULT);
    let line = format!("ERROR there are two default policies; {REMEDY}");
    check(rocket().attach(fairing()).attach(fairing()), FAIRING, &line);
}

#[test]
fn a_default_policy_that_comes_too_late_fails_the_launch() {
    let fairing = Cors::fairing().default_policy(DEFAULT);
    let late = AdHoc::on_ignite("late", |rocket| async { rocket.attach(fairing) });
    check(too_late(late), FAIRING, &format!("ERROR a default policy was set too late; {REMEDY}"));
}

/// A handler that wraps another route's handler.
#[derive(Clone)]
struct Around(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Around {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        self.0.handle(request, data).await
    }
}

/// Without a default policy the route is closed, whatever handler is inside.
#[test]
fn an_annotated_handler_inside_another_one_fails_a_launch_with_a_default_policy() {
    let mounted = || {
        let mut routes = routes![alone];
        routes[0].handler = Box::new(Around(routes[0].handler.clone()));
        rocket().mount("/", routes)
    };
    let line = "ERROR the handler of `alone` (GET /alone) has that of an annotated route inside, whose policy would give way \
                to the default; wrap what the handler calls instead";
    check(mounted().attach(Cors::fairing().default_policy(DEFAULT)), FAIRING, line);
    let closed = Client::untracked(mounted().attach(Cors::fairing())).unwrap();
    let response = closed.get("/alone").header(Header::new("origin", "https://app.example.com")).dispatch();
    assert_eq!(response.headers().get_one("access-control-allow-origin"), None);
}
