//! Headless Chromium, to compare a real browser with the model, and a journal of the requests that servers get from
//! it.
//!
//! [`Chromium`] is driven over WebDriver. Scripts cannot see the reason of a failed fetch, so it comes from the log
//! of DevTools events that ChromeDriver keeps. [`Asked`] is a request for both the browser and the model in
//! [`cors_browser`], and [`Outcome`] is the result of either.

mod asked;
mod batch;
mod command;
mod driver;
pub mod journal;
mod model;
mod network;
mod outcome;
mod pages;
mod reason;

use std::io::Write;
use std::path::Path;

use cors_browser::{Reason, Stage};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rocket::tokio::runtime::{Builder, Runtime};
use serde_json::{Value, json};

use command::Command;
use driver::Driver;
use reason::reason;

pub use asked::{Asked, Via};
pub use model::Model;
pub use network::{Exchange, Network};
pub use outcome::{Outcome, Seen};
pub use pages::Pages;

/// A browser without windows and with an empty profile. When it is dropped, the browser ends and its files are
/// deleted.
#[derive(Debug)]
pub struct Chromium {
    // The fields are dropped in this order.
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
}

impl Chromium {
    /// Starts a browser for `tests`. If this machine has none, prints that `tests` are not run, or fails with
    /// `CI=true`.
    pub fn start(tests: &str) -> Option<Self> {
        let Some(programs) = driver::find() else {
            not_run(tests);
            return None;
        };
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let driver = Driver::start(&programs);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let Value::Object(capabilities) = driver.capabilities(&programs) else { unreachable!() };
        builder.capabilities(capabilities);
        let client = runtime.block_on(builder.connect(driver.url())).expect("a session");
        Some(Self { client: Some(client), runtime, driver })
    }

    /// Opens the page at `url`, and waits until it is loaded.
    pub fn open(&self, url: &str) {
        self.runtime.block_on(self.client().goto(url)).unwrap_or_else(|error| panic!("{url}: {error}"));
        self.network();
    }

    /// Runs further scripts in the first frame of the page, until another page is opened.
    pub fn enter_frame(&self) {
        self.runtime.block_on(self.client().enter_frame(0)).expect("a frame");
    }

    /// Runs the body of an async function in the page, with `args` as a variable, and returns its result.
    pub fn run(&self, body: &str, args: &Value) -> Value {
        let result = self.call(body, args);
        assert_eq!(result.get("error"), None, "{body}");
        result["value"].clone()
    }

    /// Runs `body` like [`run`](Self::run), and returns `{value}`, or `{error}` if it throws.
    pub fn call(&self, body: &str, args: &Value) -> Value {
        let script = format!(
            "const [args, done] = arguments;
             (async () => {{ {body} }})().then(value => done({{value}}), error => done({{error: String(error)}}))"
        );
        let call = self.client().execute_async(&script, vec![args.clone()]);
        self.runtime.block_on(call).unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// Returns the network traffic since the last call, after all pending requests have ended.
    pub fn network(&self) -> Vec<Exchange> {
        let mut network = Network::default();
        network.follow(|| self.issue(Command::post("se/log", json!({"type": "performance"}))));
        network.into_exchanges()
    }

    /// Sends `asked` from the page, and returns the outcome.
    pub fn fetch(&self, asked: &Asked) -> Outcome {
        match self.attempt(include_str!("fetch.js"), &asked.to_json()) {
            Ok(got) => Outcome::of_chromium(&got),
            Err((stage, reason)) => Outcome::Blocked { stage, reason },
        }
    }

    /// Runs a script that sends one request, as [`run`](Self::run) does, and returns its result.
    ///
    /// # Errors
    /// Returns the stage and the reason of the failure, if the script throws.
    pub fn attempt(&self, body: &str, args: &Value) -> Result<Value, (Stage, Reason)> {
        let result = self.call(body, args);
        let exchanges = self.network();
        match result.get("error") {
            None => Ok(result["value"].clone()),
            Some(error) => Err(reason(&exchanges, &self.console(), &error.to_string())),
        }
    }

    /// Returns the folder of the browser's files.
    pub fn folder(&self) -> &Path {
        self.driver.folder()
    }

    /// Deletes all cookies.
    pub fn clear_cookies(&self) {
        let clear = json!({"cmd": "Network.clearBrowserCookies", "params": {}});
        self.issue(Command::post("goog/cdp/execute", clear));
    }

    /// Clears the HTTP cache and the preflight cache, which keeps only about a thousand responses.
    pub fn clear_cache(&self) {
        let clear = json!({"cmd": "Network.clearBrowserCache", "params": {}});
        self.issue(Command::post("goog/cdp/execute", clear));
    }

    /// Returns the lines of the console since the last call.
    pub fn console(&self) -> Vec<String> {
        let log = self.issue(Command::post("se/log", json!({"type": "browser"})));
        let entries = log.as_array().expect("a list of entries").iter();
        entries.map(|entry| entry["message"].as_str().expect("a text").to_owned()).collect()
    }

    fn issue(&self, command: Command) -> Value {
        self.runtime.block_on(self.client().issue_cmd(command)).expect("a command of ChromeDriver")
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("there until the end")
    }
}

/// Prints that `tests` are not run. The line bypasses the capture of output, which is not shown for a passing test.
fn not_run(tests: &str) {
    let required = std::env::var_os("CI").is_some_and(|ci| ci == "true");
    assert!(!required, "no `chromium` or no `chromedriver` for: {tests}");
    let words = format!("NOT RUN, for want of `chromium` or `chromedriver`: {tests}\n");
    std::io::stderr().write_all(words.as_bytes()).expect("standard error");
}

impl Drop for Chromium {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // If this fails, the browser ends together with its driver.
            let _ended = self.runtime.block_on(client.close());
        }
    }
}
