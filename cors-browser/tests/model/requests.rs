//! Requests that are sent, and requests that fail before anything is sent.

use cors_browser::{
    Body, Browser, Credentials, Mode, Reason, Redirect, ReferrerPolicy, Request, ResponseType, Stage,
    is_forbidden_header,
};

use crate::wire::{API, CLOSED, OPEN, ORIGIN, PAGE, fetch, run, value};

#[test]
fn what_browsers_refuse_to_begin() {
    let cases = [
        (Request::get("https://"), Reason::InvalidUrl),
        (Request::get("https://me@api.test/"), Reason::UrlCredentials),
        (Request::get("https://:secret@api.test/"), Reason::UrlCredentials),
        (Request::new("G ET", API), Reason::InvalidMethod),
        (Request::new("", API), Reason::InvalidMethod),
        (Request::new("trace", API), Reason::ForbiddenMethod),
        (Request::put(API).mode(Mode::NoCors), Reason::NoCorsMethod),
        (Request::get(API).text("a"), Reason::BodyOfGet),
        (Request::head(API).text("a"), Reason::BodyOfGet),
        (Request::post(API).mode(Mode::NoCors).body(Body::Stream(vec![1])), Reason::NoCorsStream),
        (Request::get(API).mode(Mode::NoCors).redirect(Redirect::Manual), Reason::NoCorsRedirect),
        (Request::get(API).mode(Mode::NoCors).redirect(Redirect::Error), Reason::NoCorsRedirect),
        (Request::get(API).mode(Mode::SameOrigin), Reason::SameOriginMode),
        (Request::get("ftp://app.test/"), Reason::Scheme),
        (Request::get("tauri://localhost/"), Reason::Scheme),
        (Request::get("ftp://api.test/").mode(Mode::NoCors), Reason::Scheme),
        (Request::get(API).header("a b", "1"), Reason::InvalidHeader("a b".to_owned())),
        (Request::get(API).header("a", "1\n2"), Reason::InvalidHeader("a".to_owned())),
        (Request::get(API).header("a", "1\r2"), Reason::InvalidHeader("a".to_owned())),
        (Request::get(API).header("a", "1\u{0}2"), Reason::InvalidHeader("a".to_owned())),
    ];
    for (request, reason) in cases {
        let run = fetch(request, &[OPEN, OPEN]);
        assert_eq!((run.reason(), run.story().as_str()), (&reason, ""));
        assert_eq!(run.outcome.unwrap_err().stage(), Stage::Request, "{reason:?}");
    }
}

/// Origins of these schemes are tuples like those of `http`, so the scheme alone blocks the request.
#[test]
fn pages_of_other_schemes_cannot_fetch_from_them() {
    for scheme in ["ftp", "ws", "wss"] {
        let request = Request::get(format!("{scheme}://app.test/")).mode(Mode::SameOrigin);
        let run = run(&mut Browser::at(format!("{scheme}://app.test")), request, &[OPEN]);
        assert_eq!(*run.reason(), Reason::Scheme, "{scheme}");
    }
    let request = Request::get("tauri://localhost/").mode(Mode::SameOrigin);
    assert_eq!(
        *run(&mut Browser::at("tauri://localhost"), request, &[OPEN]).reason(),
        Reason::SameOriginMode
    );
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn origins_of_pages() {
    let origins = [
        "https://app.test",
        "http://localhost:3000",
        "http://[::1]:8080",
        "null",
        "https://xn--fa-hia.example",
        "https://example.com.",
        "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "tauri://localhost",
        "capacitor://localhost:1",
        "app://.",
        "app://-",
        "app://A%20b!:80",
        "safari-web-extension://140BB581-A2C0-4C8A-9E0B-7C1C0D3A2B11",
        "https://foo-.example.com",
        "file://",
        "app://",
    ];
    for origin in origins {
        let run = run(&mut Browser::at(origin), Request::get(API), &[OPEN]);
        assert_eq!(value(&run.sent[0], "origin").as_deref(), Some(origin));
        assert!(run.outcome.is_ok());
    }
    let others = [
        "",
        "app.test",
        "https://app.test/",
        "https://app.test:443",
        "https://App.test",
        "https://a@app.test",
        "*",
        "https://faß.example",
        "file:///",
        "file:",
        "file:///srv/index.html",
        "app:",
        "app:///",
        "app://a/",
        "app://a^",
        "data:,",
        "NULL",
        "https://app.test?",
        "http://0x7f.1",
    ];
    for other in others {
        assert_eq!(
            *run(&mut Browser::at(other), Request::get(API), &[OPEN]).reason(),
            Reason::NoOrigin,
            "{other}"
        );
    }
}

#[test]
fn same_origin_needs_nothing() {
    for url in ["/users", "https://app.test/users", "https://app.test:443/users", "HTTPS://APP.TEST/users"] {
        let request = Request::put(url).header("x-a", "1").upload_listener();
        let run = fetch(request, &[CLOSED]);
        assert_eq!(run.story(), "PUT", "{url}");
        assert_eq!(run.sent[0].url(), "https://app.test/users");
        assert!(run.sent[0].with_credentials());
        assert_eq!(run.outcome.unwrap().kind(), ResponseType::Basic);
    }
    for url in ["http://app.test/", "https://app.test:8443/", "https://www.app.test/", "https://app.test./"] {
        assert_eq!(*fetch(Request::get(url), &[CLOSED]).reason(), Reason::AllowOriginMissing, "{url}");
    }
}

#[test]
fn when_cookies_go_along() {
    let shared =
        (200, &[("access-control-allow-origin", PAGE), ("access-control-allow-credentials", "true")][..]);
    let cases = [
        (Credentials::Omit, false, false),
        (Credentials::SameOrigin, true, false),
        (Credentials::Include, true, true),
    ];
    for (credentials, own, foreign) in cases {
        for (url, expected) in [("/", own), (API, foreign)] {
            let run = fetch(Request::get(url).credentials(credentials), &[shared]);
            assert_eq!(run.sent[0].with_credentials(), expected, "{credentials:?} to {url}");
        }
        let opaque = fetch(Request::get(API).mode(Mode::NoCors).credentials(credentials), &[CLOSED]);
        assert_eq!(opaque.sent[0].with_credentials(), foreign, "{credentials:?}");
    }
    let preflighted = fetch(Request::delete(API).credentials(Credentials::Include), &[shared]);
    assert!(!preflighted.sent[0].with_credentials());
}

#[test]
fn methods_are_normalized_but_patch() {
    for method in ["delete", "get", "head", "options", "post", "put"] {
        assert_eq!(fetch(Request::new(method, "/"), &[CLOSED]).story(), method.to_uppercase());
    }
    assert_eq!(fetch(Request::new("patch", "/"), &[CLOSED]).story(), "patch");
}

#[test]
fn bodies_have_types() {
    let multipart = Body::Multipart { boundary: "b".to_owned(), bytes: vec![1] };
    let cases = [
        (Body::Empty, None, "POST"),
        (Body::Bytes(vec![1]), None, "POST"),
        (Body::Text("a".to_owned()), Some("text/plain;charset=UTF-8"), "POST"),
        (Body::Form("a=1".to_owned()), Some("application/x-www-form-urlencoded;charset=UTF-8"), "POST"),
        (multipart, Some("multipart/form-data; boundary=b"), "POST"),
        (Body::Blob("image/png".to_owned(), vec![1]), Some("image/png"), "?POST POST"),
        (Body::Blob(String::new(), vec![1]), None, "POST"),
        (Body::Stream(vec![1]), None, "?POST POST"),
    ];
    for (body, expected, story) in cases {
        let run = fetch(Request::post(API).body(body.clone()), &[OPEN, OPEN]);
        let last = run.sent.last().unwrap();
        assert_eq!(run.story(), story, "{body:?}");
        assert_eq!(value(last, "content-type").as_deref(), expected, "{body:?}");
        assert_eq!(last.body().is_empty(), body == Body::Empty);
        assert!(run.sent.len() == 1 || run.sent[0].body().is_empty());
        let own = fetch(Request::post(API).header("Content-Type", "text/plain").body(body), &[OPEN, OPEN]);
        assert_eq!(value(own.sent.last().unwrap(), "content-type").as_deref(), Some("text/plain"));
    }
}

#[test]
fn what_is_added_to_the_headers() {
    let run = fetch(Request::get(API).header("x-a", "\r\n 1\t\n"), &[OPEN, OPEN]);
    let names: Vec<_> = run.sent[0].headers().iter().map(|(name, _)| name).collect();
    let expected = ["accept", "access-control-request-method", "access-control-request-headers", "origin"];
    assert_eq!(names, expected);
    assert_eq!(value(&run.sent[1], "accept").as_deref(), Some("*/*"));
    assert_eq!(value(&run.sent[1], "x-a").as_deref(), Some("1"));
    let own = fetch(Request::get(API).header("Accept", "text/html"), &[OPEN]);
    assert_eq!(value(&own.sent[0], "accept").as_deref(), Some("text/html"));
}

#[test]
fn the_accept_header_counts_among_the_safelisted() {
    let languages = |last: usize| {
        let mut request = Request::get(API).header("content-language", "a".repeat(last));
        for _ in 0..7 {
            request = request.header("accept-language", "a".repeat(128));
        }
        fetch(request, &[OPEN, OPEN])
    };
    // 7 × 128 bytes, those of the last header, and the three of `*/*`.
    assert_eq!(languages(125).story(), "GET");
    let over = languages(126);
    assert_eq!(over.story(), "?GET GET");
    let asked = value(&over.sent[0], "access-control-request-headers");
    assert_eq!(asked.as_deref(), Some("accept,accept-language,content-language"));
}

#[test]
fn no_cors_requests_have_few_headers() {
    let request = Request::post(API)
        .mode(Mode::NoCors)
        .header("x-a", "1")
        .header("range", "bytes=0-")
        .header("content-type", "application/json")
        .header("Accept-Language", "de")
        .header("Content-Language", "de")
        .header("accept", "a".repeat(100))
        .header("accept", "b".repeat(100))
        .text("{}");
    let run = fetch(request, &[(500, &[("content-type", "text/html"), ORIGIN])]);
    let sent = &run.sent[0];
    assert_eq!(value(sent, "content-type").as_deref(), Some("text/plain;charset=UTF-8"));
    assert_eq!(value(sent, "accept"), Some("a".repeat(100)));
    for name in ["accept-language", "content-language"] {
        assert_eq!(value(sent, name).as_deref(), Some("de"));
    }
    assert_eq!((value(sent, "x-a"), value(sent, "range")), (None, None));
    let readable = run.outcome.unwrap();
    assert_eq!((readable.kind(), readable.status(), readable.url()), (ResponseType::Opaque, 0, ""));
    assert_eq!((readable.body(), readable.headers().iter().count()), (&b""[..], 0));
}

#[test]
fn no_cors_headers_are_measured_together() {
    for (second, lines) in [(63, 2), (64, 1)] {
        let request = Request::get(API).mode(Mode::NoCors).header("accept", "a".repeat(63));
        let run = fetch(request.header("Accept", "b".repeat(second)), &[CLOSED]);
        let accept = run.sent[0].headers().iter().filter(|(name, _)| name.eq_ignore_ascii_case("accept"));
        assert_eq!(accept.count(), lines, "63 + 2 + {second} bytes");
    }
}

#[test]
fn spaces_around_a_value_are_not_measured() {
    let request = Request::get(API).mode(Mode::NoCors).header("accept", format!(" {}\t", "a".repeat(128)));
    assert_eq!(value(&fetch(request, &[CLOSED]).sent[0], "accept"), Some("a".repeat(128)));
}

#[test]
fn referrer_policies_hide_the_origin_without_cors() {
    // To the page's own origin, to another origin, and to an origin without TLS.
    let cases = [
        (ReferrerPolicy::NoReferrer, ["null", "null", "null"]),
        (ReferrerPolicy::NoReferrerWhenDowngrade, [PAGE, PAGE, "null"]),
        (ReferrerPolicy::SameOrigin, [PAGE, "null", "null"]),
        (ReferrerPolicy::Origin, [PAGE, PAGE, PAGE]),
        (ReferrerPolicy::StrictOrigin, [PAGE, PAGE, "null"]),
        (ReferrerPolicy::OriginWhenCrossOrigin, [PAGE, PAGE, PAGE]),
        (ReferrerPolicy::StrictOriginWhenCrossOrigin, [PAGE, PAGE, "null"]),
        (ReferrerPolicy::UnsafeUrl, [PAGE, PAGE, PAGE]),
    ];
    for (policy, expected) in cases {
        for (url, expected) in ["/users", API, "http://api.test/users"].into_iter().zip(expected) {
            let run = fetch(Request::post(url).mode(Mode::NoCors).referrer_policy(policy), &[CLOSED]);
            assert_eq!(value(&run.sent[0], "origin").as_deref(), Some(expected), "{policy:?} to {url}");
        }
    }
}

#[test]
fn no_cors_is_basic_at_home() {
    let run = fetch(Request::get("/").mode(Mode::NoCors), &[CLOSED]);
    assert_eq!(run.outcome.unwrap().kind(), ResponseType::Basic);
}

#[test]
fn methods_in_quotes_are_not_methods() {
    for (value, forbidden) in [
        (r#"" ,TRACE,""#, false),
        (r#""a",TRACE"#, true),
        (r#""\" ,TRACE,""#, false),
        (r#""\\",TRACE"#, true),
        (r#""\\\",TRACE,""#, false),
        (r#""a\b",TRACE"#, true),
        (r#"\",TRACE,""#, false),
    ] {
        assert_eq!(is_forbidden_header("x-http-method", value.as_bytes()), forbidden, "{value}");
    }
}
