//! The values that a policy can be made of.

use std::sync::LazyLock;

use cors_tower::{Cors, Policy, ReloadablePolicy};
use http::{Request, Response};
use tower::{Layer, service_fn};

use crate::{APP, OTHER, policy, preflight, request, send};

async fn status(cors: Cors, request: Request<()>) -> u16 {
    let service = cors.layer(service_fn(async |_: Request<()>| Ok(Response::new(String::new()))));
    send(service, request).await.0
}

#[tokio::test]
async fn each_kind_of_policy_answers() {
    static CONSTANT: Policy = Policy::PUBLIC;
    static LAZY: LazyLock<Policy> = LazyLock::new(policy);
    assert_eq!(status(Cors::new(policy()), preflight(APP, "PUT")).await, 204);
    assert_eq!(status(Cors::new(&CONSTANT), preflight(OTHER, "PUT")).await, 204);
    assert_eq!(status(Cors::new(&LAZY), preflight(APP, "PUT")).await, 204);
    assert_eq!(status(Cors::new(|| &*LAZY), preflight(OTHER, "PUT")).await, 403);
}

#[test]
#[should_panic(expected = "wrong")]
fn a_policy_that_panics_does_so_at_start() {
    static WRONG: LazyLock<Policy> = LazyLock::new(|| panic!("wrong"));
    let _ = Cors::new(&WRONG);
}

#[tokio::test]
async fn a_policy_is_replaced_while_requests_are_served() {
    static POLICY: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    let cors = Cors::new(&POLICY);
    let service = cors.layer(service_fn(async |_: Request<()>| Ok(Response::new(String::new()))));
    let allows = async || {
        let (_, headers, _) = send(service.clone(), request("GET", &[("origin", APP)])).await;
        headers.contains_key("access-control-allow-origin")
    };
    assert!(!allows().await);
    POLICY.store(policy());
    assert!(allows().await);
}
