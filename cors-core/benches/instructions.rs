//! Counts the instructions of a decision, a number that repeats exactly: `cargo bench -p cors-attr-core --bench
//! instructions`.
//!
//! Fails if a count has grown by more than 5 % over `instructions.txt`. `BASELINE=write` before the command writes that
//! file anew. Needs valgrind, under which the bench runs itself once for each case.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs, reason = "a bench")]

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::{env, fs};

use cors_core::__private::{StaticOrigins, StaticPolicy};
use cors_core::{AllowMethods, FieldLines, Policy, Request};
use cors_oracle::policy_of;

const BASELINE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/instructions.txt");
/// In percent.
const TOLERANCE: f64 = 5.0;
/// The decisions of one run. The look-up time of an origin depends on its place in a long list.
const DECISIONS: usize = 100;
const SERVED: AllowMethods<'static> = AllowMethods::from_checked("GET, PUT, OPTIONS");

fn main() -> ExitCode {
    let named = env::args().nth(1).and_then(|name| CASES.iter().find(|case| case.name == name));
    if let Some(case) = named {
        let origins: Vec<String> = (0..DECISIONS).map(case.origin).collect();
        let requests: Vec<Request<'_>> = origins.iter().map(|origin| case.request(origin)).collect();
        measured(&(case.policy)(), &requests);
        return ExitCode::SUCCESS;
    }
    let counts: Vec<(&str, f64)> = CASES.iter().map(|case| (case.name, count(case.name))).collect();
    let grown = grown(&counts);
    if env::var("BASELINE").is_ok_and(|word| word == "write") {
        let lines: String = counts.iter().map(|(name, count)| format!("{name} {count:.0}\n")).collect();
        fs::write(BASELINE, lines).unwrap();
    } else if !grown.is_empty() {
        eprintln!("more than {TOLERANCE} % over the baseline, or not in it: {}", grown.join(", "));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The code under valgrind: reading the headers, and a decision.
#[inline(never)]
fn measured(policy: &Policy, requests: &[Request<'_>]) {
    for request in requests {
        let decision = black_box(policy).decide(SERVED, black_box(request));
        for header in decision.headers().iter() {
            black_box(header);
        }
        black_box(decision.headers().vary().missing_from([]));
    }
}

/// Returns the instructions of one decision.
fn count(name: &str) -> f64 {
    let output = Command::new("valgrind")
        .args([
            "--tool=callgrind",
            "--callgrind-out-file=/dev/null",
            "--toggle-collect=instructions::measured*",
        ])
        .args([&*env::current_exe().unwrap(), name.as_ref()])
        .output()
        .expect("valgrind, as in `apt-get install valgrind`");
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected :"));
    let collected = collected.and_then(|(_, count)| count.trim().parse::<u32>().ok());
    let collected = collected.filter(|count| output.status.success() && *count > 0);
    f64::from(collected.unwrap_or_else(|| panic!("{name}: {said}"))) / DECISIONS as f64
}

/// Prints a table, and returns the counts that have grown.
fn grown<'n>(counts: &[(&'n str, f64)]) -> Vec<&'n str> {
    let baseline = fs::read_to_string(BASELINE).unwrap_or_default();
    let before = |name: &str| {
        let line = baseline.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.map_or(0.0, |count| count.parse::<f64>().unwrap())
    };
    println!("{:<28} {:>8} {:>8} {:>9}", "instructions of a decision", "before", "now", "change");
    let mut grown = Vec::new();
    for (name, now) in counts {
        let before = before(name);
        let change = (now / before - 1.0) * 100.0;
        println!("{name:<28} {before:>8.0} {now:>8.0} {change:>+7.1} %");
        if change > TOLERANCE {
            grown.push(*name);
        }
    }
    grown
}

struct Case {
    name: &'static str,
    policy: fn() -> Policy,
    /// The method that a preflight asks for. `None` is an actual `GET`.
    requested: Option<&'static [u8]>,
    /// Returns the `Origin` of a request; empty without one.
    origin: fn(usize) -> String,
}

impl Case {
    fn request<'r>(&self, origin: &'r str) -> Request<'r> {
        Request {
            method: if self.requested.is_some() { b"OPTIONS" } else { b"GET" },
            origin: if origin.is_empty() { FieldLines::Absent } else { FieldLines::One(origin.as_bytes()) },
            requested_method: self.requested.map_or(FieldLines::Absent, FieldLines::One),
            ..Request::default()
        }
    }
}

const CASES: &[Case] = &[
    Case { name: "allowed_of_one", policy: || literal(&ONE), requested: None, origin: first },
    Case { name: "allowed_of_ten", policy: || literal(&TEN), requested: None, origin: first },
    Case { name: "allowed_of_ten_thousand", policy: ten_thousand, requested: None, origin: spread },
    Case { name: "refused_of_ten_thousand", policy: ten_thousand, requested: None, origin: stranger },
    Case { name: "allowed_below_wildcard", policy: wildcard, requested: None, origin: preview },
    Case { name: "refused_by_wildcard", policy: wildcard, requested: None, origin: stranger },
    Case { name: "refused", policy: || literal(&TEN), requested: None, origin: stranger },
    Case { name: "not_cors", policy: || literal(&TEN), requested: None, origin: |_| String::new() },
    Case { name: "preflight_allowed", policy: || literal(&TEN), requested: Some(b"PUT"), origin: first },
    Case { name: "preflight_refused", policy: || literal(&TEN), requested: Some(b"PUT"), origin: stranger },
    Case {
        name: "preflight_of_another_route",
        policy: || literal(&TEN),
        requested: Some(b"PATCH"),
        origin: first,
    },
    Case { name: "any_origin", policy: any, requested: None, origin: stranger },
    Case { name: "same_origin", policy: || Policy::SAME_ORIGIN, requested: None, origin: stranger },
];

const ONE: [&str; 1] = ["https://tenant-00000.example.com"];
const TEN: [&str; 10] = [
    "https://tenant-00000.example.com",
    "https://tenant-00001.example.com",
    "https://tenant-00002.example.com",
    "https://tenant-00003.example.com",
    "https://tenant-00004.example.com",
    "https://tenant-00005.example.com",
    "https://tenant-00006.example.com",
    "https://tenant-00007.example.com",
    "https://tenant-00008.example.com",
    "https://tenant-00009.example.com",
];

/// Returns the policy that a macro would write.
fn literal(exact: &'static [&'static str]) -> Policy {
    policy_of(StaticPolicy {
        origins: StaticOrigins::List { exact, patterns: &[] },
        allow_headers: "content-type",
        expose_headers: "etag",
        credentials: true,
        max_age: "600",
        ..StaticPolicy::SAME_ORIGIN
    })
}

fn ten_thousand() -> Policy {
    Policy::builder().origins((0..10_000).map(tenant)).build().unwrap()
}

fn wildcard() -> Policy {
    Policy::builder().origins(["https://*.example.com", "http://localhost:*"]).build().unwrap()
}

fn any() -> Policy {
    Policy::builder().origins(["*"]).expose_headers(["etag"]).build().unwrap()
}

fn tenant(number: usize) -> String {
    format!("https://tenant-{number:05}.example.com")
}

fn first(_: usize) -> String {
    tenant(0)
}

/// Returns an origin; successive ones are spread over the list.
fn spread(index: usize) -> String {
    tenant(index * 7_919 % 10_000)
}

fn preview(index: usize) -> String {
    format!("https://pr-{index:02}.preview.example.com")
}

fn stranger(index: usize) -> String {
    format!("https://tenant-{index:05}.example.org")
}
