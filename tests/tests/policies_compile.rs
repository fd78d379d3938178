//! Every row of `data/policies.json` as an attribute: one crate of those that must not compile, one of the others.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by a panic")]

use cors_tests::corpus::rows;
use cors_tests::policies::{Diagnostic, Generated, attribute, served};
use serde_json::Value;

/// Rows that must be accepted and that no attribute can say, because no route of actix-web serves their methods:
/// its `#[route]` takes upper-case letters only, and `*` says nothing on a route.
const NO_ROUTE_SERVES: [&str; 3] = ["VP-0068", "VP-0070", "VP-0073"];

/// Rows whose reason is none for us.
const ACCEPTED_REASONS: [&str; 1] = ["origin_redundant"];

/// The lines of one row in the generated file.
const LINES: usize = 5;

fn is_accepted(row: &Value) -> bool {
    row["verdict"] == "accept" || ACCEPTED_REASONS.contains(&row["reason"].as_str().unwrap())
}

fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap()
}

/// The row as a module of its own. A route with the row's methods, so that they are not wrong for want of one.
fn module(row: &Value, route: &str) -> String {
    let attribute = attribute(&row["policy"]);
    let name = id(row).to_lowercase().replace('-', "_");
    format!("mod {name} {{\n{attribute}\n{route}\nasync fn handler() -> &'static str {{ \"\" }}\n}}\n")
}

fn check(name: &str, modules: &[String]) -> Vec<Diagnostic> {
    let mut generated = Generated::new(env!("CARGO_TARGET_TMPDIR"), name);
    generated.file("main.rs", &format!("{}fn main() {{}}\n", imported(&modules.concat())));
    generated.bin(name, std::path::Path::new("main.rs"));
    generated.check()
}

fn imported(modules: &str) -> String {
    modules.replace("#[cors(", "#[cors_actix::cors(")
}

#[test]
fn wrong_policies_do_not_compile() {
    let rows: Vec<Value> =
        rows("policies.json", "rows").into_iter().filter(|row| !is_accepted(row)).collect();
    let route =
        |row: &Value| served(&row["policy"]).unwrap_or_else(|_| "#[actix_web::get(\"/\")]".to_owned());
    let modules: Vec<String> = rows.iter().map(|row| module(row, &route(row))).collect();
    let errors = check("rejected-policies", &modules);

    for (at, row) in rows.iter().enumerate() {
        let attribute = at * LINES + 2;
        let mine = |error: &&Diagnostic| error.lines == (attribute..=attribute);
        assert!(errors.iter().any(|error| mine(&error)), "{} compiles: {}", id(row), row["policy"]);
    }
    let elsewhere: Vec<&Diagnostic> =
        errors.iter().filter(|error| error.lines.start() % LINES != 2).collect();
    assert!(elsewhere.is_empty(), "not at the attribute: {elsewhere:#?}");
}

#[test]
fn right_policies_compile() {
    let rows: Vec<Value> = rows("policies.json", "rows").into_iter().filter(is_accepted).collect();
    let (expressible, not): (Vec<&Value>, Vec<&Value>) =
        rows.iter().partition(|row| !NO_ROUTE_SERVES.contains(&id(row)));
    assert!(not.iter().all(|row| served(&row["policy"]).is_err()), "a row in the list can be said");

    let modules: Vec<String> =
        expressible.iter().map(|row| module(row, &served(&row["policy"]).unwrap())).collect();
    let errors = check("accepted-policies", &modules);
    let wrong: Vec<String> = errors
        .iter()
        .map(|error| format!("{}: {}", id(expressible[error.lines.start() / LINES]), error.message))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
