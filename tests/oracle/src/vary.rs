//! Dependencies of responses on request headers, and a second implementation of the merge into `Vary`, name by name.
//! `fuzz` compares with it as well.

use cors_core::__private::{Predicate, StaticOrigins, StaticPolicy};
use cors_core::{FieldLines, Request, Vary};

use crate::decide::SERVED;
use crate::policy_of;

/// The dependencies of a response without a predicate, and their names.
pub const FIXED: [(Vary, &[&str]); 4] = [
    (Vary::NOTHING, &[]),
    (Vary::ORIGIN, &["Origin"]),
    (Vary::PREFLIGHT, &["Origin", "Access-Control-Request-Method"]),
    (Vary::REFUSAL, &["Origin", "Sec-Fetch-Site"]),
];

/// Names for existing lines, some of them twice.
pub const NAMES: [&str; 7] =
    ["x-tenant", "X-Tenant", "accept", "Accept-Encoding", "origin", "access-control-request-method", "x-a"];

/// Returns the dependencies of a route whose predicate declares these names.
pub fn declaring(names: &'static [&'static str], preflight: bool) -> Vary {
    let predicate = Predicate { text: "predicate(f)", vary: names, module: "", framework: "", function: &() };
    let policy =
        policy_of(StaticPolicy { origins: StaticOrigins::Predicate(predicate), ..StaticPolicy::SAME_ORIGIN });
    let request = Request {
        method: if preflight { b"OPTIONS" } else { b"GET" },
        origin: FieldLines::One(b"https://a.example"),
        requested_method: if preflight { FieldLines::One(b"GET") } else { FieldLines::Absent },
        ..Request::default()
    };
    policy.decide(SERVED, &request).headers().vary()
}

/// Returns the line to append to `lines`, so that they contain all `names`.
pub fn missing(names: &[&str], lines: &[Vec<u8>]) -> Option<String> {
    let present = members(lines);
    let mut missing: Vec<&str> = Vec::new();
    for name in names {
        let is_new = missing.iter().all(|earlier| !earlier.eq_ignore_ascii_case(name));
        if is_new && !present.contains(&name.to_ascii_lowercase().into_bytes()) {
            missing.push(name);
        }
    }
    let is_any = present.contains(&b"*".to_vec());
    (!is_any && !missing.is_empty()).then(|| missing.join(", "))
}

/// Returns the members of a list in lower case, without empty ones (RFC 9110, section 5.6.1).
fn members(lines: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let members = lines.iter().flat_map(|line| line.split(|byte| *byte == b','));
    let trimmed = members.map(|member| member.trim_ascii().to_ascii_lowercase());
    trimmed.filter(|member| !member.is_empty()).collect()
}
