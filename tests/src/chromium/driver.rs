//! The process of ChromeDriver, which starts and ends the browser.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Flags against traffic of the browser's own, and against connections beyond this machine.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // ChromeDriver does not report network events of frames in other processes.
    "--disable-features=IsolateSandboxedIframes",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "about:blank",
];

/// The paths of the programs.
pub(super) struct Programs {
    browser: PathBuf,
    driver: PathBuf,
}

/// Searches both programs in `PATH`.
pub(super) fn find() -> Option<Programs> {
    let browser = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(in_path)?;
    Some(Programs { browser, driver: in_path("chromedriver")? })
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A running ChromeDriver. The browsers that it has started end with it.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    url: String,
    /// A folder for the profile, and for other files that the two programs leave behind.
    folder: TempDir,
}

/// The number of starts before a test fails.
///
/// With `--port=0`, ChromeDriver takes a free port of IPv4 and needs the same port of IPv6. If another process has
/// that port, ChromeDriver ends at once, and another start helps.
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
    /// Returns the lines that ChromeDriver printed, if it ended before it printed its port.
    fn try_start(programs: &Programs) -> Result<Self, Vec<String>> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(&programs.driver);
        command.arg("--port=0").env("TMPDIR", folder.path()).env("HOME", folder.path());
        let process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = Self { process: process.expect("ChromeDriver starts"), url: String::new(), folder };
        driver.url = format!("http://127.0.0.1:{}/", driver.port()?);
        Ok(driver)
    }

    /// Reads the port that the system chose, or returns the printed lines.
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
        // The output is read further, so that ChromeDriver never writes to a closed pipe.
        std::thread::spawn(move || lines.for_each(drop));
        port.ok_or(printed)
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the capabilities of a session.
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
