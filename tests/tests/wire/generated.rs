//! `src/apps/vectors/policies.rs` is generated from the test vectors. `UPDATE=1 cargo test generated` writes the file
//! anew.

use std::fmt::Write as _;

use cors_oracle::corpus::{Advisory, advisories, origin_lists, strings};
use cors_tests::apps::vectors::{advisory_path, list_path};

const HEAD: &str =
    "//! Written by `tests/wire/generated.rs` from the test vectors of `cors-oracle`; do not edit.

/// Calls a macro with a name, a method, a path and the arguments of `#[cors(…)]` for each route.
macro_rules! policies {
    ($each:ident) => {
        $each! {
";

const TAIL: &str = "        }
    };
}

pub(super) use policies;
";

#[test]
fn the_routes_are_those_of_the_vectors() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/apps/vectors/policies.rs");
    let wanted = source();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &wanted).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == wanted, "set UPDATE=1 and run this again");
}

fn source() -> String {
    let mut source = HEAD.to_owned();
    for (index, origins) in origin_lists().iter().enumerate() {
        for method in ["get", "put"] {
            route(
                &mut source,
                &format!("list_{index}"),
                method,
                &list_path(index),
                &format!("origins = {origins:?}"),
            );
        }
    }
    for advisory in advisories().iter().filter(|advisory| !advisory.rejected) {
        for method in methods(advisory) {
            let name = advisory.id.to_lowercase().replace('-', "_");
            route(
                &mut source,
                &name,
                &method.to_lowercase(),
                &advisory_path(&advisory.id),
                &arguments(advisory),
            );
        }
    }
    source + TAIL
}

fn route(source: &mut String, name: &str, method: &str, path: &str, arguments: &str) {
    writeln!(source, "            ({name}_{method}, {method}, {path:?}, ({arguments})),").unwrap();
}

/// Returns the methods of a row's handlers, one handler for each.
fn methods(advisory: &Advisory) -> Vec<String> {
    match advisory.policy.get("methods") {
        Some(methods) => strings(methods),
        None => vec!["GET".to_owned(), "POST".to_owned()],
    }
}

fn arguments(advisory: &Advisory) -> String {
    let mut arguments = format!("origins = {:?}", strings(&advisory.policy["origins"]));
    let headers = strings(&advisory.policy["headers"]);
    if !headers.is_empty() {
        write!(arguments, ", allow_headers = {headers:?}").unwrap();
    }
    if advisory.policy["credentials"] == true {
        arguments.push_str(", credentials = true");
    }
    arguments
}
