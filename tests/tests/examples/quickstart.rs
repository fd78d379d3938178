//! The demos print `curl` lines; each is run as printed.

use std::process::Command;

use cors_tests::example::Example;
use tempfile::NamedTempFile;

/// A demo that ends with the test.
struct Demo {
    _running: Example,
    log: NamedTempFile,
    /// The printed lines, up to the last request to try.
    guide: Vec<String>,
}

impl Demo {
    fn start(example: &str) -> Self {
        let log = NamedTempFile::new().unwrap();
        let mut running = Example::start_with_log(example, log.reopen().unwrap());
        let mut guide: Vec<String> = Vec::new();
        while guide.iter().filter(|line| line.starts_with("curl ")).count() < 3 {
            guide.push(running.line());
        }
        Self { _running: running, log, guide }
    }

    /// Returns the printed requests, each with the expectation on the line above.
    fn requests(&self) -> Vec<(&str, &str)> {
        let pairs = self.guide.windows(2).filter(|pair| pair[1].starts_with("curl "));
        pairs.map(|pair| (pair[0].as_str(), pair[1].as_str())).collect()
    }
}

fn run(line: &str) -> String {
    let curl = line.strip_prefix("curl ").unwrap();
    let output =
        Command::new("sh").arg("-c").arg(format!("curl --silent --max-time 5 {curl}")).output().unwrap();
    assert!(output.status.success(), "is curl installed? `{line}`: {output:?}");
    String::from_utf8(output.stdout).unwrap().to_lowercase()
}

fn the_printed_requests_do_as_printed(demo: &Demo) {
    let answers: Vec<(&str, String)> =
        demo.requests().into_iter().map(|(say, line)| (say, run(line))).collect();
    let [(allowed_say, allowed), (refused_say, refused), (actual_say, actual)] = &answers[..] else {
        panic!("three requests are printed: {answers:?}");
    };
    assert!(allowed_say.ends_with("204"), "{allowed_say}");
    assert!(allowed.starts_with("http/1.1 204"), "{allowed}");
    assert!(allowed.contains("access-control-allow-headers: content-type"), "{allowed}");
    assert!(allowed.contains("access-control-max-age: 600"), "{allowed}");
    assert!(refused_say.contains("403"), "{refused_say}");
    let log = std::fs::read_to_string(&demo.log).unwrap();
    assert!(log.contains(r#"from "https://evil.example": it is not in origins; to allow it, add "#), "{log}");
    assert!(refused.starts_with("http/1.1 403") && !refused.contains("access-control-allow"), "{refused}");
    assert!(actual_say.contains("200"), "{actual_say}");
    assert!(actual.starts_with("http/1.1 200") && actual.ends_with("{\"name\":\"lin\"}"), "{actual}");
    assert!(actual.contains("access-control-allow-origin: https://admin.example.com"), "{actual}");
    assert!(actual.contains("access-control-allow-credentials: true"), "{actual}");
}

fn the_routes_are_listed(demo: &Demo) {
    let guide = demo.guide.join("\n");
    for route in
        ["\n* GET", "origins = [\"*\"]", "expose_headers = [\"etag\"]", "credentials = true, max_age = 600"]
    {
        assert!(guide.contains(route), "{route}\n{guide}");
    }
}

#[test]
fn requests_that_the_quickstart_prints_do_as_printed_on_actix_web() {
    let demo = Demo::start("quickstart");
    the_routes_are_listed(&demo);
    the_printed_requests_do_as_printed(&demo);
}

#[test]
fn requests_that_the_quickstart_prints_do_as_printed_on_rocket() {
    let demo = Demo::start("quickstart-rocket");
    the_routes_are_listed(&demo);
    the_printed_requests_do_as_printed(&demo);
}

#[test]
fn requests_that_the_quickstart_prints_do_as_printed_on_axum() {
    the_printed_requests_do_as_printed(&Demo::start("quickstart-axum"));
}
