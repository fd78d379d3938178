//! Responses: redirects, and the parts that scripts see.

use cors_browser::{
    Body, Browser, Credentials, Mode, Reason, Received, Redirect, Request, ResponseType, Stage,
};

use crate::wire::{API, Answer, CLOSED, HEADERS, OPEN, ORIGIN, PAGE, fetch, run, value};

fn to(location: &str) -> [(&str, &str); 3] {
    [ORIGIN, HEADERS, ("location", location)]
}

#[test]
fn what_is_a_redirect() {
    for status in [301, 302, 303, 307, 308] {
        let run = fetch(Request::get(API), &[(status, &to("/b")), OPEN]);
        assert_eq!((run.story().as_str(), run.sent[1].url()), ("GET GET", "https://api.test/b"), "{status}");
        let readable = run.outcome.unwrap();
        assert!(readable.redirected());
        assert_eq!(readable.url(), "https://api.test/b");
    }
    for (status, location) in [(300, Some("/b")), (304, Some("/b")), (200, Some("/b")), (302, None)] {
        let with = to(location.unwrap_or_default());
        let answer = (status, if location.is_some() { &with[..] } else { &with[..1] });
        let readable = fetch(Request::get(API), &[answer]).outcome.unwrap();
        assert_eq!((readable.status(), readable.redirected()), (status, false));
    }
}

#[test]
fn which_redirects_become_get() {
    for (method, status, expected) in [
        ("POST", 301, "GET"),
        ("POST", 302, "GET"),
        ("POST", 303, "GET"),
        ("POST", 307, "POST"),
        ("POST", 308, "POST"),
        ("PUT", 301, "PUT"),
        ("PUT", 302, "PUT"),
        ("PUT", 303, "GET"),
        ("PUT", 307, "PUT"),
        ("HEAD", 303, "HEAD"),
    ] {
        let mut request = Request::new(method, "/");
        let names = ["content-encoding", "content-language", "content-location", "content-type", "x-a"];
        for name in names {
            request = request.header(name, "text/plain");
        }
        if method != "HEAD" {
            request = request.text("body");
        }
        let run = fetch(request, &[(status, &[("location", "/b")]), OPEN]);
        let (first, second) = (&run.sent[0], &run.sent[1]);
        assert_eq!(second.method(), expected, "{method} {status}");
        let same = expected == method;
        assert_eq!(second.body() == first.body(), same);
        for name in names {
            assert_eq!(value(second, name).is_some(), same || name == "x-a", "{method} {status}: {name}");
        }
    }
}

#[test]
fn redirects_that_fail() {
    let cases = [
        ("https://", Reason::RedirectLocation),
        ("data:,a", Reason::RedirectScheme),
        ("tauri://localhost/", Reason::RedirectScheme),
        ("https://me@other.test/", Reason::RedirectCredentials),
        ("https://:secret@api.test/", Reason::RedirectCredentials),
        ("https://me@app.test/", Reason::RedirectCredentials),
    ];
    for (location, reason) in cases {
        let run = fetch(Request::get(API), &[(302, &to(location)), OPEN]);
        assert_eq!((run.reason(), run.story().as_str()), (&reason, "GET"), "{location}");
        let blocked = run.outcome.unwrap_err();
        assert_eq!(
            (blocked.stage(), blocked.url(), blocked.header()),
            (Stage::Actual, API, Some("location"))
        );
        assert_eq!(blocked.value(), Some(location.as_bytes()));
    }
    let twice = [ORIGIN, ("location", "/b"), ("location", "/b")];
    assert_eq!(*fetch(Request::get(API), &[(302, &twice), OPEN]).reason(), Reason::RedirectLocation);
    // A user name is an error only for a cross-origin URL.
    for (location, story) in [("https://me@other.test/", "GET"), ("https://me@app.test/b", "GET GET")] {
        assert_eq!(fetch(Request::get("/"), &[(302, &to(location)), OPEN]).story(), story, "{location}");
    }
    let no_cors = Request::get(API).mode(Mode::NoCors);
    let opaque = fetch(no_cors, &[(302, &to("https://me@other.test/")), OPEN]);
    assert_eq!(opaque.story(), "GET GET");
    // A script learns neither the URL of the response nor the number of redirects.
    assert!(!opaque.outcome.unwrap().redirected());
}

#[test]
fn a_redirect_of_a_foreign_response_has_to_be_shared() {
    let run = fetch(Request::get(API), &[(302, &[("location", "/b")]), OPEN]);
    assert_eq!((run.reason(), run.story().as_str()), (&Reason::AllowOriginMissing, "GET"));
}

#[test]
fn twenty_redirects_are_followed_and_no_more() {
    let there = to("/b");
    let redirects = |count: usize| [vec![(302, &there[..]); count], vec![OPEN]].concat();
    assert_eq!(fetch(Request::get(API), &redirects(20)).sent.len(), 21);
    let over = fetch(Request::get(API), &redirects(21));
    assert_eq!((over.reason(), over.sent.len()), (&Reason::RedirectLimit, 21));
}

#[test]
fn redirects_that_the_script_does_not_follow() {
    let error = fetch(Request::get(API).redirect(Redirect::Error), &[(302, &to("/b")), OPEN]);
    assert_eq!((error.reason(), error.story().as_str()), (&Reason::RedirectMode, "GET"));
    let manual = fetch(Request::get(API).redirect(Redirect::Manual), &[(302, &to("/b")), OPEN]);
    assert_eq!(manual.story(), "GET");
    let readable = manual.outcome.unwrap();
    assert_eq!((readable.kind(), readable.status(), readable.url()), (ResponseType::OpaqueRedirect, 0, API));
    assert_eq!((readable.headers().iter().count(), readable.body()), (0, &b""[..]));
    let missing = fetch(Request::get(API).redirect(Redirect::Manual), &[(302, &[("location", "/b")])]);
    assert_eq!(*missing.reason(), Reason::AllowOriginMissing);
}

#[test]
fn streams_are_sent_once() {
    for (status, story) in [(303, "?POST POST ?GET GET"), (302, "?POST POST"), (307, "?POST POST")] {
        let stream = Request::post(API).body(Body::Stream(vec![1]));
        // The GET is preflighted too, because the flag stays set.
        let run = fetch(stream, &[OPEN, (status, &to("https://app.test/b")), OPEN, OPEN]);
        assert_eq!(run.story(), story, "{status}");
        assert_eq!(run.outcome.is_ok(), status == 303, "{status}");
    }
    let twice = fetch(
        Request::post("/").body(Body::Stream(vec![1])),
        &[(303, &[("location", "/b")]), (307, &[("location", "/c")]), OPEN],
    );
    assert_eq!(twice.story(), "POST GET GET");
    let blocked = fetch(Request::post("/").body(Body::Stream(vec![1])), &[(307, &[("location", "/b")])]);
    assert_eq!(*blocked.reason(), Reason::RedirectStream);
}

#[test]
fn authorization_stays_at_its_origin() {
    for (location, kept) in [("/b", true), ("https://app.test/b", true), ("https://app.test:8443/", false)] {
        let request = Request::get("/").header("Authorization", "b").header("x-a", "1");
        let run = fetch(request, &[(302, &[("location", location)]), OPEN, OPEN]);
        let last = run.sent.last().unwrap();
        assert_eq!(value(last, "authorization").is_some(), kept, "{location}");
        assert!(value(last, "x-a").is_some(), "{location}");
    }
}

#[test]
fn the_origin_becomes_null_between_foreign_origins() {
    for (urls, origins) in [
        (&["https://app.test/", "https://b.test/", "https://b.test/2"][..], &["-", PAGE, PAGE][..]),
        (&["https://b.test/", "https://app.test/"], &[PAGE, "null"]),
        (&["https://b.test/", "https://c.test/"], &[PAGE, "null"]),
        (&["https://b.test/", "https://b.test:1/"], &[PAGE, "null"]),
        (&["https://b.test/", "https://c.test/", "https://c.test/2"], &[PAGE, "null", "null"]),
        (&["https://app.test/", "https://app.test/2", "https://b.test/"], &["-", "-", PAGE]),
    ] {
        let locations: Vec<_> = urls.iter().skip(1).map(|url| to(url)).collect();
        let mut answers: Vec<Answer<'_>> = locations.iter().map(|headers| (307, &headers[..])).collect();
        answers.push(OPEN);
        let run = fetch(Request::get(urls[0]), &answers);
        let sent: Vec<_> =
            run.sent.iter().map(|sent| value(sent, "origin").unwrap_or("-".to_owned())).collect();
        assert_eq!(sent, origins, "{urls:?}");
        assert!(run.outcome.is_ok());
    }
}

#[test]
fn preflights_are_sent_with_null_too() {
    let request = Request::put("https://b.test/");
    let there = [ORIGIN, ("access-control-allow-methods", "PUT"), ("location", "https://c.test/")];
    let run = fetch(request, &[OPEN, (307, &there), OPEN, OPEN]);
    assert_eq!(run.story(), "?PUT PUT ?PUT PUT");
    let origins: Vec<_> = run.sent.iter().map(|sent| value(sent, "origin").unwrap()).collect();
    assert_eq!(origins, [PAGE, PAGE, "null", "null"]);
}

#[test]
fn cookies_stop_at_the_first_foreign_origin() {
    let run = fetch(Request::get("/"), &[(302, &to(API)), (302, &to("https://app.test/")), OPEN]);
    let cookies: Vec<_> = run.sent.iter().map(|sent| sent.with_credentials()).collect();
    assert_eq!(cookies, [true, false, false]);
    assert_eq!(run.outcome.unwrap().kind(), ResponseType::Cors);
}

#[test]
fn hosts_have_no_user_names_and_targets_no_fragments() {
    let run = fetch(Request::get("/").mode(Mode::NoCors), &[(302, &to("https://me:a@b.test:1/c?d#e")), OPEN]);
    assert_eq!((run.sent[1].host(), run.sent[1].target()), ("b.test:1", "/c?d"));
    let run = fetch(Request::get("https://api.test/a?b#c"), &[(302, &to("/d")), OPEN]);
    assert_eq!((run.sent[0].url(), run.sent[0].target()), ("https://api.test/a?b", "/a?b"));
    assert_eq!((run.sent[1].url(), run.sent[1].target()), ("https://api.test/d", "/d"));
    assert_eq!(run.outcome.unwrap().url(), "https://api.test/d");
}

/// Fragments are visible only through the preflight cache, whose entries are keyed by the whole URL.
#[test]
fn redirects_hand_fragments_on() {
    for (location, kept, other) in [("/b", "#a", ""), ("/b#b", "#b", "#a")] {
        let mut browser = Browser::at(PAGE);
        let there = [ORIGIN, ("location", location)];
        let answers = [OPEN, (307, &there[..]), OPEN, OPEN];
        assert_eq!(
            run(&mut browser, Request::put("https://api.test/#a"), &answers).story(),
            "?PUT PUT ?PUT PUT"
        );
        for (fragment, story) in [(kept, "PUT"), (other, "?PUT PUT")] {
            let request = Request::put(format!("https://api.test/b{fragment}"));
            assert_eq!(run(&mut browser, request, &[OPEN, OPEN]).story(), story, "{location}: {fragment}");
        }
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn headers_that_scripts_see() {
    let headers = [
        ("Cache-Control", "a"),
        ("Content-Language", "a"),
        ("Content-Length", "4"),
        ("Content-Type", "a"),
        ("Expires", "a"),
        ("Last-Modified", "a"),
        ("Pragma", "a"),
        ("ETag", "a"),
        ("Set-Cookie", "a"),
        ("Set-Cookie2", "a"),
        ("access-control-allow-origin", PAGE),
        ("access-control-allow-credentials", "true"),
    ];
    let (safe, foreign) = (7, &headers[7..]);
    for (exposed, credentials, etag) in [
        ("", Credentials::Omit, false),
        ("etag, set-cookie", Credentials::Omit, true),
        ("*", Credentials::Omit, true),
        ("*", Credentials::SameOrigin, true),
        ("*", Credentials::Include, false),
        ("*, ETAG", Credentials::Include, true),
        ("etag, b c", Credentials::Omit, false),
        ("*, b c", Credentials::Omit, false),
    ] {
        let all = [&headers[..], &[("access-control-expose-headers", exposed)]].concat();
        let run = fetch(Request::get(API).credentials(credentials), &[(404, &all)]);
        let readable = run.outcome.unwrap();
        assert_eq!((readable.status(), readable.body()), (404, &b"body"[..]));
        for (name, _) in &headers[..safe] {
            assert!(readable.header(name).is_some() && !readable.hides(name), "{name}");
        }
        assert_eq!(readable.header("etag").is_some(), etag, "{exposed} {credentials:?}");
        assert_eq!(readable.hides("ETAG"), !etag, "{exposed} {credentials:?}");
        for name in ["set-cookie", "set-cookie2"] {
            assert!(readable.header(name).is_none() && readable.hides(name), "{exposed}");
        }
    }
    let twice = [("a", "1"), ("A", " 2 ")];
    assert_eq!(
        fetch(Request::get("/"), &[(200, &twice)]).outcome.unwrap().header("a").as_deref(),
        Some("1, 2")
    );
    let basic = fetch(Request::get("/"), &[(200, foreign)]).outcome.unwrap();
    assert_eq!(basic.header("etag").as_deref(), Some("a"));
    assert_eq!((basic.header("set-cookie"), basic.header("Set-Cookie2")), (None, None));
}

#[test]
fn some_responses_have_no_body() {
    let (some, none) = (&b"body"[..], &b""[..]);
    for (method, statuses, body) in [
        ("GET", &[200, 206, 404][..], some),
        ("GET", &[101, 103, 204, 205, 304], none),
        ("HEAD", &[200], none),
    ] {
        for (status, url) in statuses.iter().flat_map(|status| [(*status, "/"), (*status, API)]) {
            let readable = fetch(Request::new(method, url), &[(status, &[ORIGIN])]).outcome.unwrap();
            assert_eq!((readable.status(), readable.body()), (status, body), "{method} {url} {status}");
        }
    }
}

#[test]
fn errors_of_the_network_are_told() {
    let run = fetch(Request::delete(API), &[]);
    assert_eq!(*run.reason(), Reason::Network("no more answers".to_owned()));
    assert_eq!(run.outcome.unwrap_err().stage(), Stage::Preflight);
    let outcome = Browser::at(PAGE).fetch(Request::get(API), |_| Received::failure("refused"));
    assert_eq!(outcome.unwrap_err().stage(), Stage::Actual);
}

#[test]
fn opaque_pages_are_foreign_everywhere() {
    let run = run(&mut Browser::at("null"), Request::get("https://app.test/"), &[CLOSED]);
    assert_eq!(value(&run.sent[0], "origin").as_deref(), Some("null"));
    assert_eq!(*run.reason(), Reason::AllowOriginMissing);
}
