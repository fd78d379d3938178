//! `Vary` is merged as lists of names are, whatever stands there already and whatever a predicate declares.

use cors_core::__private::{Checked, CheckedOrigins, Predicate};
use cors_core::{Lines, Policy, Request, Vary};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::decide::SERVED;

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_or_repeated(
        lines in vec(line(), 0..4),
        (vary, names) in select(&FIXED[..]),
    ) {
        check(vary, names, &lines)?;
    }

    #[test]
    fn names_that_a_predicate_declares_are_merged_alike(
        lines in vec(line(), 0..4),
        declared in vec(select(&NAMES[..]), 0..6),
        preflight in any::<bool>(),
    ) {
        let by_origin: &[&str] =
            if preflight { &["Origin", "Access-Control-Request-Method"] } else { &["Origin"] };
        let names: Vec<&str> = by_origin.iter().chain(&declared).copied().collect();
        check(declaring(declared, preflight), &names, &lines)?;
    }
}

/// The answer that merging has, name by name.
fn check(vary: Vary, names: &[&str], lines: &[Vec<u8>]) -> Result<(), TestCaseError> {
    let present = members(lines);
    let mut missing: Vec<&str> = Vec::new();
    for name in names {
        let is_new = missing.iter().all(|earlier| !earlier.eq_ignore_ascii_case(name));
        if is_new && !present.contains(&name.to_ascii_lowercase().into_bytes()) {
            missing.push(name);
        }
    }
    let is_any = present.contains(&b"*".to_vec());
    let expected = (!is_any && !missing.is_empty()).then(|| missing.join(", "));
    let added = vary.missing_from(lines.iter().map(Vec::as_slice));
    prop_assert_eq!(added.as_deref(), expected.as_deref());

    let merged: Vec<Vec<u8>> = lines.iter().cloned().chain(expected.map(String::into_bytes)).collect();
    prop_assert_eq!(vary.missing_from(merged.iter().map(Vec::as_slice)), None, "a second time");
    Ok(())
}

const FIXED: [(Vary, &[&str]); 4] = [
    (Vary::NOTHING, &[]),
    (Vary::ORIGIN, &["Origin"]),
    (Vary::PREFLIGHT, &["Origin", "Access-Control-Request-Method"]),
    (Vary::REFUSAL, &["Origin", "Sec-Fetch-Site"]),
];

/// Names that lines have as well, some of them twice.
const NAMES: [&str; 7] =
    ["x-tenant", "X-Tenant", "accept", "Accept-Encoding", "origin", "access-control-request-method", "x-a"];

/// What a route varies by whose predicate declares these names.
fn declaring(names: Vec<&'static str>, preflight: bool) -> Vary {
    let predicate =
        Predicate { text: "predicate(f)", vary: names.leak(), module: "", framework: "", judge: &() };
    let policy =
        Policy::from_checked(Checked { origins: CheckedOrigins::Code(predicate), ..Checked::SAME_ORIGIN });
    let request = Request {
        method: if preflight { b"OPTIONS" } else { b"GET" },
        origin: Lines::One(b"https://a.example"),
        requested_method: if preflight { Lines::One(b"GET") } else { Lines::None },
        ..Request::default()
    };
    policy.decide(SERVED, &request).headers().vary()
}

fn line() -> impl Strategy<Value = Vec<u8>> {
    let usual = select(
        &[
            "Origin",
            "ORIGIN",
            "Accept",
            "accept-encoding",
            "*",
            "Access-Control-Request-Method",
            "sec-fetch-site",
            "X-TENANT",
            "origin2",
            "x*",
            "",
        ][..],
    );
    let member =
        prop_oneof![5 => usual.prop_map(|name| name.as_bytes().to_vec()), 1 => vec(33_u8..=255, 0..6)];
    let space = select(&["", " ", "\t", "  "][..]);
    vec((space.clone(), member, space), 0..4).prop_map(|members| {
        let members = members
            .into_iter()
            .map(|(left, name, right)| [left.as_bytes(), &name, right.as_bytes()].concat());
        members.collect::<Vec<_>>().join(&b","[..])
    })
}

/// The members of a list in lower case, empty ones left out (RFC 9110, section 5.6.1).
fn members(lines: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let members = lines.iter().flat_map(|line| line.split(|byte| *byte == b','));
    let trimmed = members.map(|member| member.trim_ascii().to_ascii_lowercase());
    trimmed.filter(|member| !member.is_empty()).collect()
}
