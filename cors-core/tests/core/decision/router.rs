//! Routes whose methods only a router knows. They serve the methods that neither their own list nor the policy leaves out.

use cors_core::__adapter::Owner;
use cors_core::__private::{Endpoint, PolicySource, StaticOrigins, StaticPolicy};
use cors_core::{FieldLines, Policy};
use cors_oracle::policy_of;

use super::endpoint::{ANY, ORIGIN, preflight, request};

#[test]
fn a_route_whose_methods_only_its_router_knows_answers_with_the_requested_one() {
    static BOUND: Policy = policy_of(StaticPolicy {
        origins: StaticOrigins::Any,
        methods: Some("GET, PUT"),
        ..StaticPolicy::SAME_ORIGIN
    });
    let rows: [(&'static Policy, Option<&'static str>, &[&str]); 5] = [
        (&ANY, None, &["GET", "HEAD", "PUT", "PURGE"]),
        (&ANY, Some("GET"), &["GET", "HEAD"]),
        (&ANY, Some("PUT, PURGE"), &["PUT", "PURGE"]),
        (&BOUND, None, &["GET", "HEAD", "PUT"]),
        (&BOUND, Some("PUT, PURGE"), &["PUT"]),
    ];
    for (policy, listed, served) in rows {
        let endpoint = Endpoint::of_router(PolicySource::Static(policy), listed);
        for method in ["GET", "HEAD", "PUT", "PURGE", "TRACE", "CONNECT"] {
            let is_served = served.contains(&method);
            let row = format!("{policy} {listed:?} {method}");
            let asked = preflight(method.as_bytes());
            assert_eq!(endpoint.preflight_policy(&asked).is_some(), is_served, "{row}");
            let actual = request(method.as_bytes(), FieldLines::One(ORIGIN), None);
            let actual = Owner::Route(&endpoint, "/").decide(&actual);
            // A page sends it to open a WebSocket over HTTP/2, and no preflight for it.
            let is_websocket = method == "CONNECT" && served.contains(&"GET");
            assert_eq!(actual.headers().allow_origin().is_some(), is_served || is_websocket, "{row}");
        }
    }
}
