//! No request can add lines to the log, flood it, or slow it down.

use std::time::{Duration, Instant};

use cors_core::__adapter::{Owner, PredicateError, Unanswered, unanswered_preflight};
use cors_core::__private::{Endpoint, Enforce, PolicySource, StaticOrigins, StaticPolicy};
use cors_core::{DefaultPolicy, FieldLines, Policy, Request};
use cors_oracle::policy_of;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::explained;
use crate::adapter::{Head, Recorder};

const APP: &[u8] = b"https://app.example.com";

/// A policy for each branch that reports.
static POLICIES: [Policy; 4] = [
    policy(StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] }, None, false),
    policy(StaticOrigins::List { exact: &["https://app.example.com"], patterns: &[] }, Some("GET"), true),
    policy(StaticOrigins::Any, None, false),
    policy(StaticOrigins::SameOrigin, None, false),
];

const fn policy(origins: StaticOrigins, methods: Option<&'static str>, credentials: bool) -> Policy {
    policy_of(StaticPolicy { origins, methods, credentials, ..StaticPolicy::SAME_ORIGIN })
}

/// Returns the reports about code of the application, which repeat text of the request.
fn of_application(said: &[Vec<u8>]) -> Vec<String> {
    let said: Vec<_> = said.iter().map(|said| String::from_utf8_lossy(said).into_owned()).collect();
    let errors = said.iter().map(|error| predicate_failed(error));
    errors.chain([removed_headers(&said)]).collect()
}

fn predicate_failed(error: &str) -> String {
    PredicateError::Failed(error.to_owned()).to_string()
}

fn removed_headers(names: &[String]) -> String {
    let names = if names.is_empty() { &[String::new()] } else { names };
    Owner::Default(DefaultPolicy::from(&POLICIES[0])).warn_removed::<Recorder>(names);
    Recorder::take().remove(0).1
}

/// Returns the reports on a request: by a route, an enforcing route, the default policy, and an unclaimed preflight.
fn reports(request: &Request<'_>, path: &[u8], asked: &[Vec<u8>]) -> Vec<String> {
    let asked: Vec<&[u8]> = asked.iter().map(Vec::as_slice).collect();
    let head = Head { path, asked: &asked, ..Head::of(request) };
    let of_policy = |policy: &'static Policy| {
        let route = Endpoint::from_source(PolicySource::Static(policy), "GET, PUT", false);
        let of_route = explained(head, Owner::Route(&route, "/"), request);
        let route = route.with_enforce(Enforce::AllMethods);
        let refused = explained(head, Owner::Route(&route, "/"), request);
        let of_default = explained(head, Owner::Default(DefaultPolicy::from(policy)), request);
        [of_route, refused, of_default]
    };
    let unclaimed = unanswered_preflight::<Recorder>(head, Unanswered::Unclaimed);
    POLICIES.iter().flat_map(of_policy).flatten().chain(unclaimed).collect()
}

/// Checks that a report is one short line of visible characters, whatever the request contains.
fn check(report: &str) -> Result<(), TestCaseError> {
    prop_assert!(report.chars().all(|c| c == '…' || c == ' ' || c.is_ascii_graphic()), "{}", report);
    prop_assert!(report.len() < 8192, "{} bytes", report.len());
    Ok(())
}

fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let parts = [
        &b"https://app.example.com"[..],
        b"https://",
        b"PUT",
        b"\r\n2026-01-01 ERROR all is lost",
        b"\x1b[2J",
        b"\"",
        b"; add \"https://evil.example\" to origins",
        b"\xff",
        b",",
        b"x-a",
        "\u{202e}\u{85}".as_bytes(),
        "\u{9b}31m\u{2028}\u{2029}\u{e9}".as_bytes(),
        b"null",
        b"\0",
    ];
    let composed = vec(select(parts.to_vec()), 0..4).prop_map(|parts| parts.concat());
    let long = (select(parts.to_vec()), 1_usize..2000).prop_map(|(part, times)| part.repeat(times));
    prop_oneof![3 => composed, 1 => vec(any::<u8>(), 0..400), 1 => long]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_is_one_short_line(
        method in hostile(),
        requested in hostile(),
        origin in prop_oneof![Just(APP.to_vec()), hostile()],
        path in hostile(),
        asked in vec(hostile(), 0..40),
        kind in 0_u8..3,
    ) {
        let method: &[u8] = [&method, &b"PUT"[..], b"OPTIONS"][usize::from(kind)];
        let requested_method = if kind == 2 { FieldLines::One(&requested) } else { FieldLines::Absent };
        let request = Request { method, origin: FieldLines::One(&origin), requested_method, ..Request::default() };
        for report in reports(&request, &path, &asked).into_iter().chain(of_application(&asked)) {
            check(&report)?;
        }
        let preflight = Request { method: b"OPTIONS", requested_method: FieldLines::One(b"GET"), ..request };
        for report in reports(&preflight, &path, &asked) {
            check(&report)?;
        }
    }
}

#[test]
fn what_is_shown_is_escaped_and_cut() {
    let shown = |text: &str| predicate_failed(text).split_once("origin: ").unwrap().1.to_owned();
    assert_eq!(shown("no tenant `a'b`"), r"no tenant `a\'b`");
    assert_eq!(shown("\u{e9}\u{9b}\n\u{2028}"), r"\xc3\xa9\xc2\x9b\n\xe2\x80\xa8");
    assert_eq!(shown(&"a".repeat(128)), "a".repeat(128));
    assert_eq!(shown(&"a".repeat(129)), format!("{}… (129 bytes)", "a".repeat(128)));
    let names = ["access-control-a"; 10].map(str::to_owned);
    let eight = ["`access-control-a`"; 8].join(", ");
    assert_eq!(
        removed_headers(&names),
        format!(
            "the default policy: removed {eight} and 2 more, which only its policy may set; do not set that in the handler or fairing"
        )
    );
}

/// Returns the fastest of several runs, so that other load on the machine does not matter.
fn time(request: &Request<'_>, path: &[u8], asked: &[Vec<u8>]) -> Duration {
    let run = || {
        let start = Instant::now();
        assert!(!reports(request, path, asked).is_empty());
        start.elapsed()
    };
    (0..10).map(|_| run()).min().unwrap()
}

fn preflight(origin: &[u8]) -> Request<'_> {
    Request {
        method: b"OPTIONS",
        origin: FieldLines::One(origin),
        requested_method: FieldLines::One(b"PUT"),
        ..Request::default()
    }
}

#[test]
fn a_mebibyte_takes_no_longer_than_what_is_looked_at_of_it() {
    let names =
        |bytes: usize| (0..bytes / 5).map(|number| format!("{:x},", 0xa000 + number)).collect::<String>();
    let usual = time(&preflight(APP), b"/", &[names(1024).into_bytes()]);
    for unit in ["a", "a,", "\n", "\u{7f}", "https://"] {
        let long = unit.repeat((1 << 20) / unit.len()).into_bytes();
        let cost = time(&preflight(&long), &long, std::slice::from_ref(&long));
        assert!(cost < usual * 20, "{unit:?}: {cost:?}, usually {usual:?}");
        let method = Request { requested_method: FieldLines::One(&long), ..preflight(APP) };
        let cost = time(&method, &long, &[]);
        assert!(cost < usual * 20, "a method of {unit:?}: {cost:?}, usually {usual:?}");
    }
    let cost = time(&preflight(APP), b"/", &vec![names(1 << 14).into_bytes(); 64]);
    assert!(cost < usual * 20, "names: {cost:?}, usually {usual:?}");
}

#[test]
fn of_many_names_the_first_are_told() {
    static ENDPOINT: Endpoint = Endpoint::from_source(PolicySource::Static(&POLICIES[0]), "PUT", true);
    let request = preflight(APP);
    let report = |lines: &[String]| {
        let lines: Vec<&[u8]> = lines.iter().map(String::as_bytes).collect();
        let head = Head { asked: &lines, ..Head::of(&request) };
        explained(head, Owner::Route(&ENDPOINT, "/"), &request)
    };
    let names = (0..200).map(|number| format!("x-{number:03}")).collect::<Vec<_>>().join(",");
    // 1024 bytes are 170 names of 6 bytes each and a part of one.
    let expected: Vec<String> = (0..170).map(|number| format!("x-{number:03}")).collect();
    assert_eq!(
        report(&[names]).unwrap(),
        format!(
            "browser will block PUT / from \"https://app.example.com\": the page sets request headers that the policy does not \
             allow; add allow_headers = {expected:?}; more may be missing, since only 1024 bytes and 16 lines are \
             read"
        )
    );
    assert_eq!(report(&["a".repeat(1024)]).unwrap().matches("aaaa").count(), 256);
    // A missing name may stand behind those that are read, or not be read to its end.
    let may = "browser may block PUT / from \"https://app.example.com\": the page sets more request headers than the 1024 bytes \
               and 16 lines that are read, and the policy may not allow all of them";
    let behind = [" ".repeat(1024) + "x-a", "a".repeat(1025)];
    let lines = ["", "x-a"].map(|last| [vec![String::new(); 16], vec![last.to_owned()]].concat());
    for asked in behind.map(|line| vec![line]).into_iter().chain(lines) {
        assert_eq!(report(&asked).as_deref(), Some(may), "{asked:?}");
    }
    let lines: Vec<String> = (0..17).map(|number| format!("x-{number:02}")).collect();
    assert!(!report(&lines[..16]).unwrap().contains("more may be missing"));
    assert!(!report(&lines).unwrap().contains("x-16"));
}
