//! An example as its users run it.

use std::io::{BufRead as _, BufReader, Lines};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running example. It ends when this is dropped.
#[derive(Debug)]
pub struct Example {
    process: Child,
    /// Kept open: an example that cannot print any more ends.
    output: Lines<BufReader<ChildStdout>>,
}

impl Example {
    /// Starts an example on ports that the system chooses.
    pub fn start(name: &str, arguments: &[&str]) -> Self {
        let mut process = Command::new(built(name))
            .args(arguments)
            .envs([("PORT", "0"), ("API_PORT", "0")])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start the example {name}: {error}"));
        let output = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        Self { process, output }
    }

    /// The next line that it prints.
    pub fn line(&mut self) -> String {
        self.output.next().expect("another line").expect("text")
    }

    /// The word of its next line that begins with `http://`.
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

/// Where cargo puts an example. `cargo test --workspace` builds all of them; a run of one test alone does not.
pub fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("the test is a file");
    let profile = test.ancestors().find(|path| path.file_name().is_some_and(|name| name == "deps"));
    let examples = profile.and_then(|deps| deps.parent()).expect("the profile's folder").join("examples");
    let path = examples.join(name);
    if !path.exists() {
        let cargo = std::env::var_os("CARGO").expect("cargo runs the tests");
        let build = Command::new(cargo)
            .args(["build", "--workspace", "--example", name])
            .status()
            .expect("cargo starts");
        assert!(build.success(), "the example {name} does not build");
    }
    path
}
