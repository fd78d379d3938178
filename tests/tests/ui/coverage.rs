//! Coverage of the expected messages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cors_core::__macros::MistakeKind;
use cors_oracle::kinds::ONLY_IN_VARIABLES;

use super::{entries, kinds_of_mistakes, with_extension};

fn expected() -> Vec<String> {
    let paths = kinds_of_mistakes().into_iter().flat_map(entries).collect();
    with_extension(paths, "stderr").iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The prefixes of macro errors, and of const evaluation errors.
const BEGINNINGS: [&str; 2] = ["error: ", "error[E0080]: evaluation panicked: "];

/// Returns the first lines of all errors that are ours.
fn messages() -> Vec<String> {
    let ours =
        |line: &str| BEGINNINGS.iter().find_map(|beginning| line.strip_prefix(beginning)).map(str::to_owned);
    let first_lines = |text: String| text.lines().filter_map(ours).collect::<Vec<_>>();
    expected().into_iter().flat_map(first_lines).collect()
}

/// Returns the text of a kind, as the pieces between its placeholders.
fn pieces(kind: MistakeKind) -> Vec<String> {
    kind.reason().replace("{detail}", "{value}").split("{value}").map(str::to_owned).collect()
}

fn says(message: &str, pieces: &[String]) -> bool {
    let mut rest = message;
    pieces.iter().all(|piece| match rest.find(piece.as_str()) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

#[test]
fn every_kind_of_mistake_is_reported() {
    let messages = messages();
    for kind in MistakeKind::ALL {
        let pieces = pieces(*kind);
        let reported = messages.iter().any(|message| says(message, &pieces));
        assert_eq!(reported, !ONLY_IN_VARIABLES.contains(kind), "{kind:?}: {pieces:?}");
    }
}

/// The style: lower case, no full stop, and on one line.
#[test]
fn messages_have_one_style() {
    for message in messages() {
        let first = message.chars().next().unwrap();
        assert!(!first.is_uppercase(), "{message}");
        assert!(!message.ends_with('.'), "{message}");
    }
}

#[test]
fn every_expectation_has_its_case() {
    let paths = kinds_of_mistakes().into_iter().flat_map(entries).collect();
    for path in with_extension(paths, "stderr") {
        assert!(path.with_extension("rs").exists(), "{}", path.display());
    }
}

/// All mistakes at once, each at its own literal, without further errors of the compiler.
#[test]
fn eight_mistakes_are_eight_errors() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ui/attribute/eight-mistakes.stderr"))
        .unwrap();
    let beginning = |start: &str| text.lines().filter(|line| line.trim_start().starts_with(start)).count();
    assert_eq!(beginning("error: "), 8);
    assert_eq!((beginning("error["), beginning("warning")), (0, 0));
    let places: BTreeSet<&str> = text.lines().filter(|line| line.trim_start().starts_with("--> ")).collect();
    assert_eq!(places.len(), 8);
}

/// README and the reference show a wrong attribute with what the compiler says of it.
#[test]
fn the_documentation_has_the_compilers_answer() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let (readme, reference) = (read("../README.md"), read("../cors-macros/src/reference/responses.md"));
    let code = read("ui/readme/first-mistakes.rs");
    assert!(readme.contains(code.strip_suffix("\nfn main() {}\n").unwrap()), "{code}");
    let answer =
        read("ui/readme/first-mistakes.stderr").replace("ui/readme/first-mistakes.rs", "src/main.rs");
    // The note on macro backtraces is the same for every error.
    let shown = answer.split("  |\n  = note").next().unwrap();
    assert!(readme.contains(shown) && reference.contains(shown), "{shown}");
}
