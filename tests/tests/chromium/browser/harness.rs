//! Processes and files that the browser tests leave behind, and their messages without a browser.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use cors_tests::chromium::Chromium;

/// The time limit for processes to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs another test of this binary with no program on the path.
fn without_programs(ci: &str) -> Output {
    let tests = std::env::current_exe().expect("this program");
    let mut command = Command::new(tests);
    command.args(["--exact", "browser::pages_get_what_the_model_says"]).env("PATH", "").env("CI", ci);
    command.output().expect("it runs")
}

#[test]
fn without_a_browser_tests_say_that_they_are_not_run() {
    let output = without_programs("");
    assert!(output.status.success(), "{output:?}");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("NOT RUN"), "{output:?}");
    assert!(words.contains("pages_get_what_the_model_says"), "{output:?}");
}

#[test]
fn without_a_browser_ci_fails() {
    let output = without_programs("true");
    assert!(!output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("no `chromium`"), "{output:?}");
}

#[test]
fn nothing_is_left_behind() {
    for panics in [false, true] {
        let test = std::thread::spawn(move || {
            let chromium = Chromium::start("browser: nothing_is_left_behind")?;
            let folder = chromium.folder().to_owned();
            assert!(
                !cfg!(target_os = "linux") || processes(&folder) > 2,
                "the browser is a process with {folder:?} in its arguments"
            );
            // A panic drops values in the same way; the payload names the place to look.
            if panics {
                std::panic::panic_any(folder);
            }
            Some(folder)
        });
        let folder = match test.join() {
            Ok(None) => return,
            Ok(Some(folder)) => folder,
            Err(payload) => *payload.downcast().expect("the folder"),
        };
        let deadline = Instant::now() + PATIENCE;
        while processes(&folder) > 0 {
            assert!(Instant::now() < deadline, "{} processes of {folder:?}", processes(&folder));
            std::thread::sleep(Duration::from_millis(20));
        }
        assert!(!folder.exists(), "{folder:?}");
    }
}

/// Counts the processes with the folder in their arguments, on Linux; returns 0 elsewhere.
fn processes(folder: &Path) -> usize {
    let folder = folder.to_str().expect("a text").as_bytes();
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let commands = all.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    commands.filter(|command| command.windows(folder.len()).any(|part| part == folder)).count()
}
