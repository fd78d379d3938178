//! Examples as separate processes.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

/// A running example. It ends when this value is dropped.
#[derive(Debug)]
pub struct Example {
    process: Child,
    /// The output, kept open because an example ends when it cannot print.
    output: Option<BufReader<ChildStdout>>,
}

impl Example {
    /// Starts an example on ports that the system chooses.
    pub fn start(name: &str, arguments: &[&str]) -> Self {
        Self::run(&built(name), arguments, Stdio::inherit())
    }

    /// Starts an example whose log goes to a file.
    pub fn start_with_log(name: &str, log: File) -> Self {
        Self::run(&built(name), &[], log.into())
    }

    /// Starts a release build of an example of `package`.
    pub fn start_release(package: &str, name: &str) -> Self {
        cargo(&["build", "--release", "--package", package, "--example", name]);
        let target = profile().parent().expect("the target folder").to_owned();
        Self::run(&target.join("release/examples").join(name), &[], Stdio::inherit())
    }

    fn run(path: &Path, arguments: &[&str], log: Stdio) -> Self {
        let mut process = Command::new(path)
            .args(arguments)
            .envs([("PORT", "0"), ("API_PORT", "0")])
            .env_remove("RUST_LOG")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start the example {}: {error}", path.display()));
        let output = process.stdout.take().map(BufReader::new);
        Self { process, output }
    }

    /// Returns the process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Returns the next line of the output.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        let output = self.output.as_mut().expect("it is still read");
        assert_ne!(output.read_line(&mut line).expect("text"), 0, "another line");
        line.truncate(line.trim_end_matches(['\r', '\n']).len());
        line
    }

    /// Reads all further output in the background, so that a full pipe does not block the example.
    pub fn read_on(&mut self) {
        if let Some(mut output) = self.output.take() {
            thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        }
    }

    /// Returns the word of the next line that begins with `http://`.
    pub fn url(&mut self) -> String {
        let line = self.line();
        let url = line.split(' ').find(|word| word.starts_with("http://"));
        url.unwrap_or_else(|| panic!("no address: {line}")).to_owned()
    }
}

impl Drop for Example {
    fn drop(&mut self) {
        let _ended = self.process.kill();
        let _reaped = self.process.wait();
    }
}

/// Builds an example, since a run of a single test does not, and returns its path.
pub fn built(name: &str) -> PathBuf {
    let profile = profile();
    let release = profile.ends_with("release").then_some("--release");
    let arguments = ["build", "--workspace", "--example", name];
    cargo(&arguments.into_iter().chain(release).collect::<Vec<_>>());
    profile.join("examples").join(name)
}

/// Returns the folder of the profile that the test is built with.
fn profile() -> PathBuf {
    let test = std::env::current_exe().expect("the test is a file");
    let deps = test.ancestors().find(|path| path.file_name().is_some_and(|name| name == "deps"));
    deps.and_then(Path::parent).expect("the profile's folder").to_owned()
}

fn cargo(arguments: &[&str]) {
    let cargo = std::env::var_os("CARGO").expect("cargo runs the tests");
    let build = Command::new(cargo).args(arguments).status().expect("cargo starts");
    assert!(build.success(), "`cargo {}` fails", arguments.join(" "));
}
