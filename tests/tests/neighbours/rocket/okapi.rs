//! `rocket_okapi` 0.9, in a fixture of its own: it needs Rocket 0.5.1, the oldest version that the adapter allows.

use std::path::Path;
use std::process::Command;

#[test]
fn routes_are_documented_and_annotated_on_rocket_0_5_1() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rocket-okapi");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures-target");
    let mut cargo = Command::new(env!("CARGO"));
    let output =
        cargo.args(["test", "--locked"]).current_dir(fixture).env("CARGO_TARGET_DIR", target).output();
    let output = output.expect("cargo runs");
    let [printed, errors] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    assert!(output.status.success(), "{errors}{printed}");
    assert!(printed.contains("answers_preflights_of_documented_routes ... ok"), "{printed}");
}
