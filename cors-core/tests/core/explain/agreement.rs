//! The log and the model of the browser agree: a report is logged if and only if the policy blocks the page, and the
//! suggested line lets the page pass.

use std::cell::RefCell;
use std::collections::BTreeMap;

use cors_browser::Credentials;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, TestRunner};

use super::world::{API, Asked, METHODS, Written, fetch};

const PAGES: [&str; 7] = [
    API,
    "http://api.example.com",
    "https://app.example.com",
    "https://a.preview.example.com",
    "http://localhost:3000",
    "tauri://localhost",
    "null",
];
const HEADERS: [(&str, &str); 8] = [
    ("content-type", "application/json"),
    ("Content-Type", "text/plain"),
    ("Authorization", "Bearer a"),
    ("X-Requested-With", "fetch"),
    ("x-a", "1"),
    ("x-*", "1"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cookie", "dropped by browsers"),
];

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn written() -> impl Strategy<Value = Written> {
    let patterns = texts(&[PAGES[2], "https://*.preview.example.com", PAGES[4], PAGES[5]]);
    let origins = prop_oneof![4 => subsequence(patterns, 0..=4), 1 => Just(texts(&["*"]))];
    let methods = subsequence(texts(&METHODS), 1..=7);
    let methods = prop_oneof![2 => Just(None), 1 => Just(Some(texts(&["*"]))), 4 => methods.prop_map(Some)];
    let names = texts(&["content-type", "authorization", "X-Requested-With", "x-A"]);
    let headers = prop_oneof![
        4 => subsequence(names, 0..=4),
        1 => Just(texts(&["*"])),
        1 => Just(texts(&["*", "authorization"])),
    ];
    (origins, methods, headers, any::<bool>(), any::<bool>()).prop_map(
        |(origins, methods, headers, credentials, is_default)| {
            // Only a default policy can have `*`, and `same_origin` takes no other keys.
            let methods = methods.filter(|methods| is_default || methods[0] != "*");
            let is_open = !origins.is_empty();
            Written { origins, methods, headers, credentials: credentials && is_open, is_default }
        },
    )
}

fn asked() -> impl Strategy<Value = Asked> {
    let methods = METHODS.into_iter().chain(["patch", "OPTIONS", "*"]).collect::<Vec<_>>();
    let credentials = select(vec![Credentials::Omit, Credentials::SameOrigin, Credentials::Include]);
    let headers = subsequence(HEADERS.to_vec(), 0..=3);
    (select(PAGES.to_vec()), select(methods), headers, credentials, any::<bool>()).prop_map(
        |(page, method, headers, credentials, has_site)| Asked {
            page,
            method,
            headers,
            credentials,
            has_site,
        },
    )
}

/// Reports whether the block is visible to the server.
fn is_visible(written: &Written, asked: &Asked) -> bool {
    // A preflight does not show whether the actual request will have credentials.
    let credentials = asked.credentials != Credentials::Include || written.credentials;
    // Without `Sec-Fetch-Site` an `http` page of this host looks like one of the same origin.
    let is_other_site = asked.page != "http://api.example.com" || asked.has_site;
    // Methods that the route does not serve are answered by other routes.
    let is_served = written.is_default || METHODS.contains(&asked.method);
    credentials && is_other_site && is_served
}

fn check(cases: u32, check: impl Fn(Written, Asked) -> Result<(), TestCaseError>) {
    let config =
        Config { cases, failure_persistence: None, max_global_rejects: 200_000, ..Config::default() };
    let outcome = TestRunner::new(config).run(&(written(), asked()), |(written, asked)| {
        prop_assume!(written.policy().is_some() && is_visible(&written, &asked));
        check(written, asked)
    });
    outcome.unwrap();
}

#[test]
#[cfg_attr(miri, ignore = "it needs thousands of cases")]
fn there_is_a_report_where_a_browser_blocks() {
    let counts = RefCell::new(BTreeMap::new());
    check(8192, |written, asked| {
        let (is_readable, reports) = fetch(&written.policy().unwrap(), &written, &asked);
        prop_assert_eq!(is_readable, reports.is_empty(), "{:?}", reports);
        prop_assert!(reports.len() <= 1, "{:?}", reports);
        *counts.borrow_mut().entry(is_readable).or_insert(0) += 1;
        Ok(())
    });
    let counts = counts.into_inner();
    assert!(counts.values().all(|count| *count > 1000), "readable or not: {counts:?}");
}

#[test]
#[cfg_attr(miri, ignore = "it needs thousands of cases")]
fn the_line_that_a_report_suggests_lets_the_page_pass() {
    let counts = RefCell::new(BTreeMap::new());
    let count = |form| *counts.borrow_mut().entry(form).or_insert(0) += 1;
    check(4096, |written, asked| {
        let mut written = written;
        // A browser finds mistakes in origin, method and headers one after the other.
        for _ in 0..4 {
            let policy = written.policy();
            prop_assert!(policy.is_some(), "what was suggested is wrong: {:?}", written);
            let (is_readable, reports) = fetch(&policy.unwrap(), &written, &asked);
            let Some(report) = reports.first() else {
                prop_assert!(is_readable);
                return Ok(());
            };
            match mend(&mut written, report) {
                Some(form) => count(form),
                None => {
                    prop_assert!(is_hopeless(&written, &asked), "{}", report);
                    count("hopeless");
                    return Ok(());
                }
            }
        }
        Err(TestCaseError::fail(format!("still blocked with {written:?}")))
    });
    let counts = counts.into_inner();
    assert_eq!(counts.len(), 7, "{counts:?}");
    assert!(counts.values().all(|count| *count > 20), "{counts:?}");
}

/// Applies the suggestion of a report, and returns the name of the key.
fn mend(written: &mut Written, report: &str) -> Option<&'static str> {
    let report = report.split("; remove ").next().unwrap();
    let after = |words: &str| report.split_once(words).map(|(_, after)| quoted(after));
    if let Some(names) = after("add allow_headers = [") {
        written.headers = names;
        return Some("headers");
    }
    if let Some(methods) = after("add methods = [") {
        written.methods = Some(methods);
        return Some("methods");
    }
    if let Some(origins) = after("write origins = [") {
        written.origins = origins;
        return Some("origins");
    }
    let (_, added) = report.rsplit_once("add \"")?;
    let (added, form) = (quoted(&format!("\"{added}")), added);
    let (list, form) = match form {
        _ if form.contains("to allow_headers") => (&mut written.headers, "one more header"),
        _ if form.contains("to methods") => (written.methods.as_mut()?, "one more method"),
        _ if form.contains("to origins") => (&mut written.origins, "one more origin"),
        _ => return None,
    };
    list.extend(added);
    Some(form)
}

fn quoted(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Reports whether no policy without dangers can let the request pass.
fn is_hopeless(written: &Written, asked: &Asked) -> bool {
    let is_insecure = asked.page == "http://api.example.com" && written.credentials;
    let names = ["x-*", "Access-Control-Allow-Origin"];
    asked.page == "null"
        || is_insecure
        || ["patch", "*"].contains(&asked.method)
        || asked.headers.iter().any(|(name, _)| names.contains(name))
}
