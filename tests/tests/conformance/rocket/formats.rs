//! Routes that differ only in `format`, which no preflight tells. They need one policy.

use cors_rocket::{Cors, Policy, cors, policy};
use cors_tests::in_process::failure;
use cors_tests::table::{APP, preflight};
use rocket::{Route, post, put, routes};

use crate::check::allowed;

use super::{UNANSWERED, client, outcome, rocket};

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
#[post("/f/<_>", format = "json")]
fn json() {}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
#[post("/f/<_>", format = "text/plain")]
fn same_policy() {}

static OTHER: Policy = policy!(origins = ["https://admin.example.com"], allow_headers = ["content-type"]);

#[cors(policy = OTHER)]
#[post("/f/<_>", format = "form")]
fn other_policy() {}

/// Returns a policy that the compiler does not know, so that it can exclude the method of the route.
fn only_get() -> &'static Policy {
    static POLICY: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET"]);
    &POLICY
}

#[cors(policy = only_get)]
#[post("/f/<_>", format = "html")]
fn left_out() {}

#[post("/f/<_>", format = "xml")]
fn bare() {}

#[post("/f/<_x>", rank = 7)]
fn any_format(_x: &str) {}

/// Another policy, where another path, rank, method or format keeps the routes apart, or does not.
mod other {
    use super::*;

    #[cors(policy = OTHER)]
    #[post("/<_>/y", format = "xml")]
    pub(super) fn across() {}

    #[cors(policy = OTHER)]
    #[post("/<_..>", format = "xml")]
    pub(super) fn rest() {}

    #[cors(policy = OTHER)]
    #[post("/f/<_>/<_..>", format = "xml")]
    pub(super) fn empty_rest() {}

    #[cors(policy = OTHER)]
    #[post("/f/<_..>", format = "xml", rank = 1)]
    pub(super) fn below() {}

    #[cors(policy = OTHER)]
    #[post("/f/x", format = "xml")]
    pub(super) fn beside() {}

    #[cors(policy = OTHER)]
    #[post("/g/<_>", format = "xml")]
    pub(super) fn elsewhere() {}

    #[cors(policy = OTHER)]
    #[post("/f/<_>", format = "json", rank = 9)]
    pub(super) fn same_format() {}

    #[cors(policy = OTHER)]
    #[put("/f/<_>", format = "xml")]
    pub(super) fn other_method() {}
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
#[post("/f/<_>", format = "json", rank = 30)]
fn last() {}

/// Returns `json` and the routes, in both orders.
fn with_json(routes: Vec<Route>) -> [Vec<Route>; 2] {
    [[routes![json], routes.clone()].concat(), [routes, routes![json]].concat()]
}

#[test]
fn routes_that_a_preflight_cannot_tell_apart_have_to_agree() {
    let mut rest = routes![other::rest];
    rest[0].rank = routes![json][0].rank;
    for (name, routes) in [
        ("another policy", routes![other_policy]),
        ("a policy that leaves the method out", routes![left_out]),
        ("a policy and none", routes![bare]),
        ("a policy and none, for every format", routes![any_format]),
        ("of equal rank, with a path of both", routes![other::across]),
        ("of equal rank, with every path", rest),
        ("of equal rank, with a rest that can be empty", routes![other::empty_rest]),
    ] {
        for routes in with_json(routes) {
            let failed = failure(rocket().attach(Cors::fairing()).mount("/", routes));
            assert_eq!(failed, Some("launch fairing(s) failed".to_owned()), "{name}");
        }
    }
}

#[test]
fn routes_that_agree_or_that_a_preflight_can_tell_apart_launch() {
    for routes in [
        vec![],
        routes![same_policy],
        routes![other::below],
        routes![other::beside],
        routes![other::elsewhere],
        routes![other::same_format],
        routes![other::other_method],
    ] {
        for routes in with_json(routes) {
            let client = client(rocket().mount("/", routes));
            assert_eq!(outcome(&client, &preflight("POST", "/f/1", APP)), allowed(APP));
        }
    }
    // The first route takes every format, so the second is tried only after a forward.
    let client = client(rocket().mount("/", routes![last, any_format]));
    assert_eq!(outcome(&client, &preflight("POST", "/f/1", APP)), UNANSWERED);
    // Without `#[cors]` nothing can disagree.
    let bare = rocket().attach(Cors::fairing()).mount("/", routes![bare, any_format]);
    assert_eq!(failure(bare), None);
}
