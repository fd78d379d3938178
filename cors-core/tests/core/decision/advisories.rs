//! Published flaws of CORS libraries, against the decision alone.

use cors_core::{Policy, PolicyError};
use cors_oracle::corpus::{AdvisoryRequest, Seen, advisories, strings};
use cors_oracle::decide::decide_without_route;
use serde_json::Value;

#[test]
fn no_published_flaw_is_ours() {
    for advisory in advisories() {
        let policy = policy(&advisory.policy);
        assert_eq!(policy.is_err(), advisory.rejected, "{}: {policy:?}", advisory.id);
        for (request, expect) in &advisory.requests {
            let seen = seen(policy.as_ref().unwrap(), request);
            let differences = seen.differences(expect);
            assert!(differences.is_empty(), "{}: {differences:?} of {expect} in {seen:?}", advisory.id);
        }
    }
}

fn policy(policy: &Value) -> Result<Policy, PolicyError> {
    let mut builder = Policy::builder().credentials(policy["credentials"].as_bool().unwrap_or_default());
    if let Some(origins) = policy.get("origins") {
        builder = builder.origins(strings(origins));
    }
    if let Some(methods) = policy.get("methods") {
        builder = builder.methods(strings(methods));
    }
    builder.allow_headers(strings(&policy["headers"])).build()
}

fn seen(policy: &Policy, request: &AdvisoryRequest) -> Seen {
    let lines = |name: &str| -> Vec<Vec<u8>> {
        let lines = request.headers.iter().filter(|line| line.0.eq_ignore_ascii_case(name));
        lines.map(|line| line.1.clone().into_bytes()).collect()
    };
    let answer = decide_without_route(
        policy,
        request.method.as_bytes(),
        &lines("origin"),
        &lines("access-control-request-method"),
    );
    Seen {
        status: answer.status.unwrap_or(200),
        headers: answer.headers.clone(),
        handler_ran: answer.status.is_none(),
    }
}
