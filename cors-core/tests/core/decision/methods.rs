//! The methods that a preflight response lists.

use cors_core::{AllowMethods, HeaderName, Policy, Value};

use super::endpoint::preflight;

#[test]
fn a_policy_that_leaves_out_nothing_sends_the_list_of_the_route() {
    let policy = Policy::builder().origins(["https://a.example"]).methods(["PUT", "GET"]).build().unwrap();
    let decision = policy.decide_on_route(AllowMethods::from_checked("GET, PUT"), &preflight(b"PUT"));
    let value = decision.headers().iter().find(|(name, _)| *name == HeaderName::AllowMethods);
    assert_eq!(value, Some((HeaderName::AllowMethods, Value::Static("GET, PUT"))));
}
