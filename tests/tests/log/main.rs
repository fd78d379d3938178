//! The log: at debug the reason why a page is blocked, and above debug nothing for any request.
//!
//! A binary of its own, because a process has one logger and one level.

mod actix;
mod axum;
mod axum_routing;
mod chromium;
mod collector;
mod default_rows;
mod hostile;
mod rocket;
mod rocket_launch;
mod rows;

use log::LevelFilter;

use collector::logged;
use default_rows::DEFAULT;
use rows::{ROWS, Row, UNANSWERED, UNSEEN};

/// An application that serves one request after the other.
trait Application {
    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]);

    /// Returns the part of `text` that a URL can contain on its way to the application.
    fn in_url(&self, text: &str) -> String {
        text.to_owned()
    }

    fn send(&self, row: &Row) {
        let host = ("host", "api.example.com");
        let headers: Vec<_> = [host].into_iter().chain(row.headers.iter().copied()).collect();
        self.request(row.method, row.path, &headers);
    }
}

/// Checks that every row logs its lines and no others, also when it is sent again.
fn check(application: &impl Application, rows: &[Row]) {
    for row in rows {
        for _ in 0..2 {
            let lines = logged(LevelFilter::Debug, || application.send(row));
            let expected: Vec<String> = row.logs.iter().map(|line| format!("DEBUG {line}")).collect();
            assert_eq!(lines, expected, "{}", row.desc);
        }
    }
}

/// Ten thousand requests log nothing on a server in production.
fn check_silence(application: &impl Application, rows: &[Row]) {
    let lines = logged(LevelFilter::Info, || {
        for row in rows.iter().cycle().take(10_000) {
            application.send(row);
        }
    });
    assert_eq!(lines, [""; 0]);
}

#[test]
fn actix_tells_of_what_an_annotated_route_refuses() {
    check(&actix::annotated(), &ROWS);
}

#[test]
fn rocket_tells_of_what_an_annotated_route_refuses() {
    check(&rocket::annotated(), &ROWS);
}

#[test]
fn axum_tells_of_what_an_annotated_route_refuses() {
    check(&axum::annotated(), &ROWS);
}

#[test]
fn actix_tells_of_what_a_default_policy_refuses() {
    check(&actix::with_default(), &DEFAULT);
    // An annotated route logs for itself, once.
    check(&actix::with_default(), &ROWS);
}

#[test]
fn rocket_tells_of_what_a_default_policy_refuses() {
    check(&rocket::with_default(), &DEFAULT);
    check(&rocket::with_default(), &ROWS);
}

#[test]
fn axum_tells_of_what_a_default_policy_refuses() {
    check(&axum::with_default(), &DEFAULT);
    check(&axum::with_default(), &ROWS);
}

#[test]
fn nothing_is_logged_at_info() {
    check_silence(&actix::with_default(), &ROWS);
    check_silence(&actix::with_default(), &DEFAULT);
    check_silence(&rocket::with_default(), &ROWS);
    check_silence(&rocket::with_default(), &DEFAULT);
    check_silence(&axum::with_default(), &ROWS);
    check_silence(&axum::with_default(), &DEFAULT);
}

#[test]
fn rocket_names_its_policies_at_launch() {
    let lines = logged(LevelFilter::Debug, || drop(rocket::with_default()));
    let start = "DEBUG annotated: ";
    assert_eq!(lines.iter().filter(|line| line.starts_with(start)).count(), 7, "{lines:#?}");
    let users = r#"PUT /users: origins = ["https://app.example.com"], allow_headers = ["x-a"]"#;
    assert!(lines.contains(&format!("{start}{users}")), "{lines:#?}");
    let default = r#"DEBUG default policy: origins = ["https://app.example.com"], methods = ["PUT"]"#;
    assert!(lines.contains(&default.to_owned()), "{lines:#?}");
    assert_eq!(logged(LevelFilter::Info, || drop(rocket::with_default())), [""; 0]);
}

#[test]
fn axum_names_its_policies_at_the_start() {
    let lines = logged(LevelFilter::Debug, || drop(axum::with_default()));
    let start = "DEBUG annotated: ";
    assert_eq!(lines.iter().filter(|line| line.starts_with(start)).count(), 6, "{lines:#?}");
    let users = r#"* users: origins = ["https://app.example.com"], allow_headers = ["x-a"]"#;
    assert!(lines.contains(&format!("{start}{users}")), "{lines:#?}");
    let default = r#"DEBUG default policy: origins = ["https://app.example.com"], methods = ["PUT"]"#;
    assert!(lines.contains(&default.to_owned()), "{lines:#?}");
    assert_eq!(logged(LevelFilter::Info, || drop(axum::with_default())), [""; 0]);
}

/// Behind `SkipPreflight`, annotated handlers answer preflights, and log them; the rest is refused.
#[test]
fn actix_tells_of_preflights_that_nobody_answers() {
    check(&actix::behind_authentication(), &ROWS);
    check(&actix::behind_authentication(), &UNANSWERED);
    check_silence(&actix::behind_authentication(), &UNANSWERED);
}

#[test]
fn actix_cannot_tell_of_what_no_annotated_route_sees() {
    check(&actix::annotated(), &UNSEEN);
}

/// Each worker registers the routes; the first one logs.
#[test]
fn actix_names_the_annotated_routes_once() {
    let lines = logged(LevelFilter::Debug, || {
        for _ in 0..3 {
            drop(actix::once());
        }
    });
    assert_eq!(lines, [r#"DEBUG annotated: GET /once: origins = ["*"]"#]);
}

/// Every Rocket path begins with `/`, so only actix-web has empty paths.
#[test]
fn an_empty_path_shows_as_one() {
    let row = |method, headers| Row { desc: "an empty path", method, path: "/scope", headers, logs: &[] };
    let refused = row("GET", &[("origin", "https://evil.example")]);
    let preflight =
        row("OPTIONS", &[("origin", "https://evil.example"), ("access-control-request-method", "GET")]);
    let lines = logged(LevelFilter::Debug, || {
        let application = actix::empty_path();
        application.send(&refused);
        application.send(&preflight);
    });
    let why = r#"it is not in origins; to allow it, add "https://evil.example" to origins"#;
    assert_eq!(
        lines,
        [
            r#"DEBUG annotated: GET "": origins = ["https://app.example.com"]"#.to_owned(),
            format!(r#"DEBUG "https://evil.example" cannot read GET "": {why}"#),
            r#"WARN "": removed `access-control-allow-origin`, which only its policy may set; do not set that in the handler or middleware"#.to_owned(),
            format!(r#"DEBUG refused the preflight for GET "" from "https://evil.example": {why}"#),
        ]
    );
}

/// The headers that a handler sets are removed, with one warning for each route.
#[test]
fn removed_headers_are_warned_of_once() {
    let row =
        Row { desc: "headers of its own", method: "GET", path: "/own-headers", headers: &[], logs: &[] };
    let expected = "removed `access-control-allow-origin`, which only its policy may set; do not set that in the handler";
    for (application, route, middleware) in [
        (&actix::annotated() as &dyn Application, "/own-headers", "middleware"),
        (&rocket::annotated(), "/own-headers", "fairing"),
        (&axum::annotated(), "own_headers", "another layer"),
    ] {
        let lines = logged(LevelFilter::Warn, || (0..3).for_each(|_| application.send(&row)));
        assert_eq!(lines, [format!("WARN {route}: {expected} or {middleware}")]);
    }
}
