//! Lists of patterns, as written at run time (`p`) and as a macro emits them (`l`, letters of a table), and origins
//! (`o`).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use cors_core::__macros::by_length;
use cors_core::__private::{StaticOrigins, StaticPolicy, is_pattern};
use cors_core::Policy;
use cors_oracle::decide::decide;
use cors_oracle::policy_of;
use cors_oracle::reference::{PATTERNS, allows};

use crate::lines;

/// Checks that a list allows the origins that a linear scan of the list allows.
pub fn run(data: &[u8]) {
    let mut patterns = lines::texts(data, b'p');
    patterns.retain(|pattern| is_pattern(pattern));
    patterns.sort();
    patterns.dedup();
    let written = PATTERNS.iter().zip(b'a'..).filter(|(_, letter)| is_listed(data, *letter));
    let written: Vec<&str> = written.map(|(pattern, _)| *pattern).collect();
    let mut origins = lines::of(data, b'o');
    origins.extend(
        patterns.iter().map(|pattern| pattern.replace("*.", "x.").replace(":*", ":8080").into_bytes()),
    );

    let [built, literal] = [built(&patterns), Some(literal(&written))];
    for origin in origins {
        if let Some(policy) = &built {
            agrees(policy, &patterns, &origin);
        }
        if let Some(policy) = &literal {
            agrees(policy, &written.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), &origin);
        }
    }
}

fn agrees(policy: &Policy, patterns: &[String], origin: &[u8]) {
    let expected = allows(patterns, origin).then_some(origin);
    for (method, requested) in [(&b"GET"[..], None), (b"OPTIONS", Some(b"PUT".to_vec()))] {
        let answer = decide(policy, method, &[origin.to_vec()], requested.as_slice());
        assert_eq!(answer.allow_origin(), expected, "{policy}: {}", origin.escape_ascii());
    }
}

fn is_listed(data: &[u8], letter: u8) -> bool {
    lines::of(data, b'l').concat().contains(&letter)
}

/// Returns the policy of a list whose only mistakes, if any, are known dangers.
fn built(patterns: &[String]) -> Option<Policy> {
    let build = |danger: Option<&str>| {
        Policy::builder().origins(patterns.to_vec()).dangerously_allow(danger).build().ok()
    };
    build(None).or_else(|| build(Some("public_suffix_wildcards")))
}

/// Returns the policy that a macro emits for a list. A policy borrows for `'static`, so each one is built once.
fn literal(written: &[&'static str]) -> Policy {
    static MADE: Mutex<BTreeMap<Vec<&str>, Policy>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry(written.to_vec())
        .or_insert_with(|| {
            let (patterns, mut exact): (Vec<&str>, Vec<&str>) =
                written.iter().partition(|pattern| pattern.contains('*'));
            exact.sort_by(|left, right| by_length(left.as_bytes(), right.as_bytes()));
            let origins = StaticOrigins::List { exact: exact.leak(), patterns: patterns.leak() };
            policy_of(StaticPolicy { origins, ..StaticPolicy::SAME_ORIGIN })
        })
        .clone()
}
