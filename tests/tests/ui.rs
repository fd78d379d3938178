//! Wrong attributes, one file of `ui/` for each message, with the compiler's output; and correct ones in `ui/pass`.

#[path = "ui/coverage.rs"]
mod coverage;

use std::path::{Path, PathBuf};

use cors_tests::policies::Generated;

const PASS: &str = "pass";

/// Returns the entries of a directory of this package, in the order of their names.
fn entries(directory: impl AsRef<Path>) -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
    let entries =
        std::fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Returns the folders of wrong attributes.
fn kinds_of_mistakes() -> Vec<PathBuf> {
    entries("ui").into_iter().filter(|folder| !folder.ends_with(PASS)).collect()
}

fn with_extension(paths: Vec<PathBuf>, extension: &str) -> Vec<PathBuf> {
    paths.into_iter().filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

/// One run of cargo checks all of them, because none may compile.
#[test]
fn mistakes_are_reported() {
    let cases = trybuild::TestCases::new();
    for folder in kinds_of_mistakes() {
        cases.compile_fail(Path::new("ui").join(folder.file_name().unwrap()).join("*.rs"));
    }
}

#[test]
fn what_is_right_compiles() {
    let cases = with_extension(entries(Path::new("ui").join(PASS)), "rs");
    assert!(!cases.is_empty());
    let mut generated = Generated::new(env!("CARGO_TARGET_TMPDIR"), "right-attributes");
    generated.lib(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join(PASS).join("library/lib.rs"));
    compile(generated, &cases);
}

fn compile(mut generated: Generated, cases: &[PathBuf]) {
    for case in cases {
        generated.bin(case.file_stem().unwrap().to_str().unwrap(), case);
    }
    let errors = generated.check();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Attributes that modules add to their items have the spans of an expansion.
#[test]
fn modules_compile_in_edition_2021() {
    let generated = Generated::new(env!("CARGO_TARGET_TMPDIR"), "right-modules").edition("2021");
    let cases =
        ["modules", "rocket-modules"].map(|name| Path::new("ui").join(PASS).join(name).with_extension("rs"));
    compile(generated, &cases.map(|case| Path::new(env!("CARGO_MANIFEST_DIR")).join(case)));
}
