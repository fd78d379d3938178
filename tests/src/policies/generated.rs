//! A crate that is written while the tests run, and the compiler's errors for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A crate inside the target directory, with the workspace's own lock file and dependencies.
pub struct Generated {
    root: PathBuf,
    target: PathBuf,
    manifest: String,
}

/// An error of the compiler, with the position of its primary span.
#[derive(Debug)]
pub struct Diagnostic {
    /// The path of the file, as passed to the compiler.
    pub file: String,
    /// The first and the last line.
    pub lines: std::ops::RangeInclusive<usize>,
    /// The text of the error.
    pub message: String,
}

const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

impl Generated {
    /// Makes a crate. `tmp` is the test's `CARGO_TARGET_TMPDIR`, which is inside the target directory.
    pub fn new(tmp: &str, name: &str) -> Self {
        let tmp = Path::new(tmp);
        let root = tmp.join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a directory for the crate");
        fs::copy(format!("{WORKSPACE}/Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
        let manifest = format!(
            r#"
[package]
name = "{name}"
version = "0.0.0"
edition = "2024"
homepage = "https://www.example.com"

[workspace]

[profile.dev]
debug = "line-tables-only"

[dependencies]
actix-web = {{ version = "4", default-features = false, features = ["macros"] }}
cors-actix = {{ path = "{WORKSPACE}/cors-actix" }}
cors-core = {{ package = "cors-attr-core", path = "{WORKSPACE}/cors-core", features = ["reload"] }}
cors-rocket = {{ path = "{WORKSPACE}/cors-rocket" }}
rocket = {{ version = "0.5", default-features = false }}
"#
        );
        let target = tmp.parent().expect("a target directory").to_owned();
        Self { root, target, manifest }
    }

    /// Sets an edition other than 2024.
    #[must_use]
    pub fn edition(self, edition: &str) -> Self {
        let manifest = self.manifest.replace("edition = \"2024\"", &format!("edition = \"{edition}\""));
        Self { manifest, ..self }
    }

    /// Writes a file of the crate. `main.rs` is its root.
    pub fn file(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Adds the library, which the binary targets name as the crate.
    pub fn lib(&mut self, path: &Path) {
        self.manifest += &format!("\n[lib]\npath = {path:?}\n");
    }

    /// Adds a binary target whose source is at `path`, anywhere.
    pub fn bin(&mut self, name: &str, path: &Path) {
        self.manifest += &format!("\n[[bin]]\nname = {name:?}\npath = {path:?}\n");
    }

    /// Returns every error, in the order in which the compiler reports them.
    pub fn check(&self) -> Vec<Diagnostic> {
        self.file("Cargo.toml", &self.manifest);
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--keep-going", "--quiet", "--message-format=json"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .output()
            .expect("cargo runs");
        let lines = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
        let diagnostics: Vec<Diagnostic> = lines.lines().filter_map(diagnostic).collect();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), diagnostics.is_empty(), "{diagnostics:?}\n{said}");
        diagnostics
    }
}

fn diagnostic(line: &str) -> Option<Diagnostic> {
    let message: Value = serde_json::from_str(line).expect("a line of JSON");
    let message = message.get("message").filter(|message| message["level"] == "error")?;
    // The summary at the end has no span.
    let span = message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
    let line = |key: &str| usize::try_from(span[key].as_u64().expect("a line")).expect("a small number");
    let path = span["file_name"].as_str()?;
    Some(Diagnostic {
        file: path.to_owned(),
        lines: line("line_start")..=line("line_end"),
        message: message["message"].as_str()?.to_owned(),
    })
}
