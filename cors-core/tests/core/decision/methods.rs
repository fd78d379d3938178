//! The methods that a preflight response lists.

use cors_core::{AllowMethods, HeaderName, Policy, Value};

use super::endpoint::{LISTED, plain, preflight};

#[test]
fn a_policy_that_leaves_out_nothing_sends_the_list_of_the_route() {
    let policy = Policy::builder().origins(["https://a.example"]).methods(["PUT", "GET"]).build().unwrap();
    let decision = policy.decide(AllowMethods::from_checked("GET, PUT"), &preflight(b"PUT"));
    let value = decision.headers().iter().find(|(name, _)| *name == HeaderName::AllowMethods);
    assert_eq!(value, Some((HeaderName::AllowMethods, Value::Static("GET, PUT"))));
}

#[test]
fn a_route_of_every_method_sends_the_list_of_the_policy() {
    let policy = Policy::builder().origins(["https://a.example"]).methods(["PUT", "GET"]).build().unwrap();
    let every = Policy::PUBLIC.methods().unwrap();
    for (policy, list) in [(&policy, "PUT, GET"), (&LISTED, "*"), (&Policy::PUBLIC, "*")] {
        let answer = plain(&policy.decide(every, &preflight(b"PUT")));
        assert_eq!(answer.status, Some(204));
        assert_eq!(answer.get("access-control-allow-methods"), Some(list.as_bytes()), "{policy}");
    }
}
