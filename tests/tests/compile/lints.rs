//! An annotated route gives no lint that a bare one does not give, even under `#![forbid(…)]`.

use crate::fixtures::{Message, Report, cargo};

fn clippy(package: &str) -> Report {
    cargo(&["clippy"], package, &[])
}

/// Reports whether the warning comes from actix-web's own attribute: on a function inside another, where visibility has
/// no meaning, and on a public struct for a private function.
fn is_spurious(message: &Message) -> bool {
    ["unreachable_pub", "clippy::redundant_pub_crate", "missing_docs"].contains(&message.lint.as_str())
}

/// Returns the messages that only one of the crates has, each with the sign of a difference.
fn differences(annotated: &Report, bare: &Report) -> Vec<String> {
    let mut rest = bare.messages.clone();
    let mut differences = Vec::new();
    for message in &annotated.messages {
        match rest.iter().position(|other| other == message) {
            Some(index) => drop(rest.remove(index)),
            None => differences.push(format!("+ {message:?}")),
        }
    }
    differences
        .extend(rest.iter().filter(|message| !is_spurious(message)).map(|message| format!("- {message:?}")));
    differences
}

fn assert_same(package: &str) -> Report {
    let (annotated, bare) = (clippy(package), clippy(&format!("{package}-bare")));
    let differences = differences(&annotated, &bare);
    assert!(differences.is_empty(), "{package}\n{}", differences.join("\n"));
    annotated
}

#[test]
fn clean_crates_stay_clean() {
    for package in ["actix-shapes", "axum-shapes", "rocket-shapes"] {
        assert_eq!(assert_same(package).messages, []);
    }
    for package in ["actix-edition-2021", "rocket-edition-2021"] {
        assert_eq!(clippy(package).messages, []);
    }
}

#[test]
fn what_is_said_of_bare_routes_is_said_of_annotated_ones() {
    for package in ["actix-sloppy", "rocket-sloppy"] {
        let messages = assert_same(package).messages;
        let has = |lint: &str| messages.iter().any(|message| message.lint == lint);
        for lint in ["deprecated", "missing_docs", "unused_variables", "unused_mut"] {
            assert!(has(lint), "{package}: {lint}");
        }
    }
}

#[test]
fn other_attributes_are_left_alone() {
    for package in ["actix-attributes", "rocket-attributes"] {
        assert!(assert_same(package).succeeded);
    }
}

/// An `#[allow(…)]` under `#![forbid(…)]` is an error. Rocket's expansion allows two lints of clippy where it needs to;
/// only under these does a bare route compile and an annotated one fail.
#[test]
fn lints_can_be_forbidden_as_on_bare_routes() {
    let lints = [
        "dead_code",
        "deprecated",
        "non_camel_case_types",
        "non_snake_case",
        "nonstandard_style",
        "unreachable_code",
        "unsafe_code",
        "unused",
        "unused_imports",
        "unused_mut",
        "unused_qualifications",
        "unused_variables",
    ];
    for package in ["actix-attributes", "rocket-attributes"] {
        for lint in lints {
            let bears =
                |package: &str| cargo(&["rustc"], package, &["--profile=check", "--", "-F", lint]).succeeded;
            let bare = bears(&format!("{package}-bare"));
            assert!(bare || lint != "unsafe_code", "{package} is wrong");
            assert!(bears(package) || !bare, "{package}: {lint}");
        }
    }
}
