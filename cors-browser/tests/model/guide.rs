//! Statements of the guide that its examples do not show: tables, and single sentences.

use std::time::Duration;

use cors_browser::{Blocked, Browser, Credentials, Profile, Reason, Request, ResponseType, Sent};
use cors_core::Policy;
use cors_core::http::HttpDecision;

use crate::wire::{API, Answer, HEADERS, OPEN, ORIGIN, PAGE, fetch, run, value};

const GUIDE: &str = include_str!("../../guide/how_cors_works.md");

/// Returns the rows of the table whose head begins with `head`, without backticks.
fn table(head: &str) -> Vec<Vec<String>> {
    let lines = GUIDE.lines().skip_while(|line| !line.starts_with(&format!("| {head} |"))).skip(2);
    let cells =
        |line: &str| line.trim_matches('|').split(" | ").map(|cell| cell.trim().replace('`', "")).collect();
    let rows: Vec<_> = lines.take_while(|line| line.starts_with('|')).map(cells).collect();
    assert!(!rows.is_empty(), "{head}");
    rows
}

#[test]
fn same_and_cross_origin() {
    for row in table("the page is at") {
        let [page, url, expected, _why] = row.as_slice() else { panic!("{row:?}") };
        let run = run(&mut Browser::at(page), Request::get(url), &[OPEN]);
        let found = match run.outcome.unwrap().kind() {
            ResponseType::Basic => "same",
            _ => "cross",
        };
        assert_eq!(found, expected, "{page} asks for {url}");
        let origin = value(&run.sent[0], "origin");
        assert_eq!(origin.as_deref(), (expected == "cross").then_some(page.as_str()));
    }
    let pretended = fetch(Request::get(API).header("Origin", "https://other.test"), &[OPEN]);
    assert_eq!(value(&pretended.sent[0], "origin").as_deref(), Some(PAGE));
}

/// Returns the response headers of a policy that has every key.
fn headers_of_a_policy(sent: &Sent) -> http::HeaderMap {
    let policy = Policy::builder()
        .origins([PAGE])
        .methods(["PUT"])
        .allow_headers(["x-a"])
        .expose_headers(["etag"])
        .credentials(true)
        .max_age("10m");
    let (request, _body) = sent.to_http().unwrap().into_parts();
    match policy.build().unwrap().respond(&request) {
        HttpDecision::Respond(response) => response.into_parts().0.headers,
        HttpDecision::Decorate(decoration) => {
            let mut headers = http::HeaderMap::new();
            decoration.apply(&mut headers);
            headers
        }
    }
}

#[test]
fn where_the_six_headers_stand() {
    let mut found = Vec::new();
    let outcome = Browser::at(PAGE).fetch(Request::put(API), |sent| {
        let headers = headers_of_a_policy(&sent);
        found.push(headers.clone());
        let mut response = http::Response::new("");
        *response.headers_mut() = headers;
        response
    });
    outcome.unwrap();
    let rows = table("header");
    for row in &rows {
        let places = match row[1].as_str() {
            "both" => [true, true],
            "preflight" => [true, false],
            "actual" => [false, true],
            other => panic!("{other}"),
        };
        assert_eq!([0, 1].map(|at: usize| found[at].contains_key(row[0].as_str())), places, "{row:?}");
    }
    assert_eq!(rows.len(), 6);
}

#[test]
fn headers_do_nothing_at_the_other_place() {
    let put: (&str, &str) = ("access-control-allow-methods", "PUT");
    let (no_list, listed) = ((200, &[ORIGIN][..]), (200, &[ORIGIN, put, HEADERS][..]));
    assert_eq!(
        *fetch(Request::put(API), &[no_list, listed]).reason(),
        Reason::MethodNotAllowed("PUT".to_owned())
    );
    let expose: Answer<'_> = (200, &[ORIGIN, put, ("access-control-expose-headers", "etag")]);
    let readable = fetch(Request::put(API), &[expose, (200, &[ORIGIN, ("etag", "7")])]).outcome.unwrap();
    assert!(readable.hides("etag"));
}

#[test]
fn seven_headers_are_always_read() {
    let sentence = GUIDE.split_once("and seven headers: ").unwrap().1.split_once(".\n").unwrap().0;
    let names: Vec<&str> = sentence.split('`').skip(1).step_by(2).collect();
    assert_eq!(names.len(), 7);
    let mut headers = vec![ORIGIN, ("etag", "7"), ("x-total", "1")];
    headers.extend(names.iter().map(|name| (*name, "0")));
    let readable = fetch(Request::get(API), &[(200, &headers)]).outcome.unwrap();
    let mut shown: Vec<&str> = readable.headers().iter().map(|(name, _)| name).collect();
    shown.sort_unstable();
    assert_eq!(shown, names);
}

/// Reports whether a preflight response is still cached after `seconds`.
fn is_kept(profile: Profile, seconds: u64, max_age: Option<&str>) -> bool {
    let mut headers = vec![ORIGIN, ("access-control-allow-methods", "PUT")];
    headers.extend([("vary", "*"), ("cache-control", "no-store")]);
    headers.extend(max_age.map(|max_age| ("access-control-max-age", max_age)));
    let mut browser = Browser::at(PAGE).with_profile(profile);
    assert_eq!(run(&mut browser, Request::put(API), &[(200, &headers), OPEN]).story(), "?PUT PUT");
    browser.advance(Duration::from_secs(seconds));
    run(&mut browser, Request::put(API), &[OPEN, OPEN]).story() == "PUT"
}

#[test]
fn how_long_preflights_are_kept() {
    const HOUR: u64 = 60 * 60;
    let guide = GUIDE.replace('\n', " ");
    for (profile, text, longest) in [
        (Profile::Chromium, "Chromium keeps it for two hours at most", 2 * HOUR),
        (Profile::Firefox, "Firefox for a day", 24 * HOUR),
        (Profile::Safari, "Safari for ten minutes", HOUR / 6),
    ] {
        assert!(guide.contains(text) && guide.contains("or else for five seconds"), "{text}");
        for (seconds, max_age) in [(longest, Some("1000000")), (60, Some("60")), (5, None)] {
            assert!(is_kept(profile, seconds - 1, max_age), "{profile:?}, {max_age:?}");
            assert!(!is_kept(profile, seconds, max_age), "{profile:?}, {max_age:?}");
        }
    }
}

/// Returns the failure of a request that leads to `line` on the console.
fn on_the_console(line: &str) -> Blocked {
    let cookies = |request: Request| request.credentials(Credentials::Include);
    let shared = ("access-control-allow-origin", PAGE);
    let other = ("access-control-allow-origin", "https://other.example");
    let json = Request::get(API).header("content-type", "application/json");
    let (request, answer): (Request, Answer<'_>) = match line {
        line if line.starts_with("No 'A") => (Request::get(API), (200, &[])),
        line if line.contains("not equal") => (Request::get(API), (200, &[other])),
        line if line.contains("must not be the wildcard") => (cookies(Request::get(API)), (200, &[ORIGIN])),
        line if line.contains("must be 'true'") => (cookies(Request::get(API)), (200, &[shared])),
        line if line.starts_with("Method PUT") => (Request::put(API), (200, &[ORIGIN])),
        line if line.contains("field content-type") => (json, (200, &[ORIGIN])),
        line if line.contains("HTTP ok status") => (Request::put(API), (404, &[ORIGIN])),
        other => panic!("{other}"),
    };
    fetch(request, &[answer]).outcome.unwrap_err()
}

#[test]
fn what_the_console_says_is_a_key() {
    let rows = table("Chromium's console says");
    for row in &rows {
        let key = on_the_console(&row[0]).key().unwrap_or("something else answers OPTIONS");
        assert_eq!(row[1], key, "{}", row[0]);
    }
    assert_eq!(rows.len(), 7);
}
