//! The process of ChromeDriver, which starts and ends the browser.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// No traffic of its own, and nothing outside this machine.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // ChromeDriver tells nothing of the network of frames in processes of their own.
    "--disable-features=IsolateSandboxedIframes",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "about:blank",
];

/// Where the programs are.
pub(super) struct Programs {
    browser: PathBuf,
    driver: PathBuf,
}

/// Looks for both programs in `PATH`.
pub(super) fn find() -> Option<Programs> {
    let browser = ["chromium", "google-chrome"].into_iter().find_map(in_path)?;
    Some(Programs { browser, driver: in_path("chromedriver")? })
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A running ChromeDriver. The browsers that it started end with it.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    url: String,
    /// For the profile, and for whatever else the two programs leave behind.
    folder: TempDir,
}

/// How often ChromeDriver is started before a test gives up.
///
/// With `--port=0`, ChromeDriver takes a free port of IPv4 and wants the same one of IPv6. It ends at once if another
/// process has that one, and another start is the remedy.
const STARTS: usize = 5;

impl Driver {
    pub(super) fn start(programs: &Programs) -> Self {
        let mut output = Vec::new();
        for _ in 0..STARTS {
            match Self::try_start(programs) {
                Ok(driver) => return driver,
                Err(lines) => output.extend(lines),
            }
        }
        panic!("ChromeDriver prints no port in {STARTS} starts, only {output:#?}");
    }

    /// Starts ChromeDriver once.
    ///
    /// # Errors
    /// It ended before it printed its port. The error has the lines that it printed instead.
    fn try_start(programs: &Programs) -> Result<Self, Vec<String>> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(&programs.driver);
        command.arg("--port=0").env("TMPDIR", folder.path()).env("HOME", folder.path());
        let process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = Self { process: process.expect("ChromeDriver starts"), url: String::new(), folder };
        driver.url = format!("http://127.0.0.1:{}/", driver.port()?);
        Ok(driver)
    }

    /// Reads the port that the system chose, or else returns what was printed.
    fn port(&mut self) -> Result<u16, Vec<String>> {
        let mut printed = Vec::new();
        let mut lines = BufReader::new(self.process.stdout.take().expect("it is piped")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let port =
                line.strip_suffix('.').and_then(|line| line.rsplit_once("started successfully on port "));
            let port = port.and_then(|(_, port)| port.parse().ok());
            printed.push(line);
            port
        });
        // It must not meet a closed pipe when it prints more.
        std::thread::spawn(move || lines.for_each(drop));
        port.ok_or(printed)
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What a session has to be like.
    pub(super) fn capabilities(&self, programs: &Programs) -> Value {
        let profile = format!("--user-data-dir={}", self.folder.path().join("profile").display());
        let flags: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": programs.browser, "args": flags},
            "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"},
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ended = self.process.kill();
        let _reaped = self.process.wait();
    }
}
