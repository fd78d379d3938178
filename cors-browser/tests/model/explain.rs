//! The text of each reason.

use cors_browser::{Blocked, Body, Browser, Credentials, Mode, Reason, Redirect, Request};

use crate::wire::{API, Answer, ORIGIN, PAGE, fetch, run};

const SHARED: (&str, &str) = ("access-control-allow-origin", PAGE);
const TRUE: (&str, &str) = ("access-control-allow-credentials", "true");

/// Compares the text after the page, the method and the URL.
fn check(blocked: &Blocked, key: Option<&str>, expected: &str) {
    let text = blocked.to_string();
    assert_eq!(text.split_once("`: ").unwrap().1, expected, "{text}");
    assert_eq!(blocked.key(), key, "{text}");
    for word in ["not shared", "  ", "\n"] {
        assert!(!text.contains(word), "{text}");
    }
}

fn blocked(request: Request, answers: &[Answer<'_>]) -> Blocked {
    fetch(request, answers).outcome.unwrap_err()
}

fn include(request: Request) -> Request {
    request.credentials(Credentials::Include)
}

#[test]
fn refused_origins_and_credentials_are_explained() {
    let get = || Request::get(API);
    let missing = blocked(get(), &[(200, &[])]);
    let text = "`https://app.test` cannot read `GET https://api.test/users`: the response has no \
                `Access-Control-Allow-Origin`; add `https://app.test` to `origins`";
    assert_eq!(missing.to_string(), text);
    assert_eq!((missing.status(), missing.value(), missing.origin()), (Some(200), None, PAGE));
    let other = blocked(get(), &[(200, &[("access-control-allow-origin", "https://b.test")])]);
    let text = "the response allows the origin `https://b.test`, and the request came from `https://app.test`; \
                add `https://app.test` to `origins`";
    check(&other, Some("origins"), text);
    let star = blocked(include(get()), &[(200, &[ORIGIN])]);
    let text = "the response allows every origin by `*`, which is not enough for a request with credentials; \
                write `https://app.test` instead of `*` in `origins`, and add `credentials = true`";
    check(&star, Some("origins"), text);
    let credentials =
        blocked(include(get()), &[(200, &[SHARED, ("access-control-allow-credentials", "True")])]);
    let text = "the response does not allow credentials; add `credentials = true`";
    check(&credentials, Some("credentials"), text);
    assert_eq!(credentials.value(), Some(&b"True"[..]));
}

#[test]
fn origins_that_are_null_are_explained() {
    let opaque = run(&mut Browser::at("null"), Request::get(API), &[(200, &[])]).outcome.unwrap_err();
    let text = "the response has no `Access-Control-Allow-Origin`; serve the page from an origin of its own, \
                or add `null` to `origins` with `dangerously_allow = [\"null_origin\"]`";
    check(&opaque, Some("origins"), text);
    let redirect: Answer<'_> = (302, &[ORIGIN, ("location", "https://b.test/")]);
    let tainted = blocked(Request::get(API), &[redirect, (200, &[SHARED])]);
    let text = "the response allows the origin `https://app.test`, and the request came from `null`; a redirect from \
                another origin made the origin `null`: request `https://b.test/` itself from the page";
    check(&tainted, Some("origins"), text);
}

#[test]
fn failed_preflights_are_explained() {
    let refused = "the answer to the preflight has no `Access-Control-Allow-Origin`; add `https://app.test` to `origins`";
    check(&blocked(Request::put(API), &[(403, &[])]), Some("origins"), refused);
    check(&blocked(Request::put(API), &[(299, &[])]), Some("origins"), refused);
    let text = "the answer to the preflight has no `Access-Control-Allow-Origin`; let a handler with \
                `#[cors(origins = [\"https://app.test\"])]` serve `PUT` there, and no other answer `OPTIONS`";
    check(&blocked(Request::put(API), &[(300, &[])]), Some("origins"), text);
    check(&blocked(Request::put(API), &[(405, &[])]), Some("origins"), text);
    let advice = "let `#[cors]` answer it, ahead of redirects and of what asks for a login";
    let text = format!("the answer to the preflight has status 401, not one from 200 to 299; {advice}");
    check(&blocked(Request::put(API), &[(401, &[SHARED])]), None, &text);
    let text = format!("the answer to the preflight is a redirect (308), which is not followed; {advice}");
    check(&blocked(Request::put(API), &[(308, &[SHARED])]), None, &text);
}

/// The policy of another handler does not help where no handler is.
#[test]
fn wrong_paths_are_explained() {
    let text = "the response has no `Access-Control-Allow-Origin`; let a handler with \
                `#[cors(origins = [\"https://app.test\"])]` serve `GET` there";
    check(&blocked(Request::get(API), &[(404, &[])]), Some("origins"), text);
    check(&blocked(Request::get(API), &[(405, &[])]), Some("origins"), text);
    let text = "the response has no `Access-Control-Allow-Origin`; add `https://app.test` to `origins`";
    check(&blocked(Request::get(API), &[(401, &[])]), Some("origins"), text);
    // The handler itself has not found something.
    check(&blocked(Request::get(API), &[(404, &[("vary", "accept, Origin")])]), Some("origins"), text);
}

#[test]
fn refused_methods_are_explained() {
    let case = |method: &str, list: &'static str| {
        let answer = [SHARED, TRUE, ("access-control-allow-methods", list)];
        blocked(include(Request::new(method, API)), &[(200, &answer)])
    };
    let cannot = |method: &str| format!("the answer to the preflight does not allow the method `{method}`; ");
    check(&case("PUT", ""), Some("methods"), &(cannot("PUT") + "add `PUT` to `methods`"));
    let text = "methods are compared byte for byte: in the page write `PATCH`";
    check(&case("patch", "GET, PATCH"), Some("methods"), &(cannot("patch") + text));
    let text = "`*` is not a wildcard for requests with credentials: add `PUT` to `methods`";
    check(&case("PUT", "GET,*"), Some("methods"), &(cannot("PUT") + text));
    let text = "the answer to the preflight has a mistake in `Access-Control-Allow-Methods: a b`; \
                `methods` writes a valid list";
    check(&case("PUT", "a b"), Some("methods"), text);
}

#[test]
fn refused_headers_are_explained() {
    let case = |request: Request, name: &str, list: &'static str| {
        let answer = [SHARED, TRUE, ("access-control-allow-headers", list)];
        blocked(request.header(name, "1"), &[(200, &answer)])
    };
    let cannot =
        |name: &str| format!("the answer to the preflight does not allow the request header `{name}`; ");
    let get = || Request::get(API);
    check(&case(get(), "X-A", ""), Some("allow_headers"), &(cannot("x-a") + "add `x-a` to `allow_headers`"));
    let text = "`*` is not a wildcard for requests with credentials: add `x-a` to `allow_headers`";
    check(&case(include(get()), "x-a", "b, *"), Some("allow_headers"), &(cannot("x-a") + text));
    let text = "`*` does not include `authorization`: add `authorization` to `allow_headers`";
    check(&case(get(), "Authorization", "*"), Some("allow_headers"), &(cannot("authorization") + text));
    let text = "the answer to the preflight has a mistake in `Access-Control-Allow-Headers: a b`; \
                `allow_headers` writes a valid list";
    check(&case(get(), "x-a", "a b"), Some("allow_headers"), text);
}

#[test]
fn other_reasons_are_explained() {
    let redirect = |location| blocked(Request::get(API), &[(302, &[ORIGIN, ("location", location)])]);
    check(&redirect("https://"), None, "it redirects to `https://`, which is no URL");
    check(&redirect("a:b"), None, "it redirects to `a:b`, which is not `http` or `https`");
    check(&redirect("//a@b.c"), None, "it redirects to `//a@b.c`, which has a user name or a password");
    let text = "it is of another origin, and the mode is `same-origin`";
    check(&blocked(Request::get(API).mode(Mode::SameOrigin), &[]), None, text);
    check(&blocked(Request::get(API).header("a b", ""), &[]), None, "the header `a b` cannot be sent");
    check(&blocked(Request::get(API), &[]), None, "no response came: no more answers");
    let error = blocked(Request::get(API).redirect(Redirect::Error), &[(302, &[ORIGIN])]);
    check(&error, None, "it is a redirect, which the script does not want");
    let page = run(&mut Browser::at("app.test"), Request::get(API), &[]).outcome.unwrap_err();
    let text = "no page has this origin; write it like `https://app.example.com`, or `null`";
    check(&page, None, text);
    assert!(page.to_string().starts_with("`app.test` cannot read"));
}

#[test]
fn each_reason_has_its_header() {
    let text = String::new;
    let cases = [
        (
            Some("access-control-allow-origin"),
            vec![Reason::AllowOriginMissing, Reason::AllowOriginWildcard, Reason::AllowOriginMismatch],
        ),
        (Some("access-control-allow-credentials"), vec![Reason::AllowCredentials]),
        (
            Some("access-control-allow-methods"),
            vec![Reason::AllowMethodsInvalid, Reason::MethodNotAllowed(text())],
        ),
        (
            Some("access-control-allow-headers"),
            vec![Reason::AllowHeadersInvalid, Reason::HeaderNotAllowed(text())],
        ),
        (
            Some("location"),
            vec![
                Reason::PreflightRedirect(302),
                Reason::RedirectMode,
                Reason::RedirectLocation,
                Reason::RedirectScheme,
                Reason::RedirectLimit,
                Reason::RedirectCredentials,
                Reason::RedirectStream,
            ],
        ),
        (None, vec![Reason::PreflightStatus(404), Reason::NoOrigin, Reason::Network(text()), Reason::Scheme]),
    ];
    for (header, reasons) in cases {
        for reason in reasons {
            assert_eq!(reason.header(), header, "{reason:?}");
        }
    }
}

#[test]
fn texts_beside_reasons_are_as_written() {
    let cases = [
        (Request::get("https://"), "the URL cannot be parsed"),
        (Request::get("https://a@api.test/"), "the URL has a user name or a password"),
        (Request::new("a b", API), "the method is not a token"),
        (Request::new("TRACE", API), "browsers do not send this method"),
        (Request::get(API).text("a"), "`GET` and `HEAD` requests have no body"),
        (Request::put(API).mode(Mode::NoCors), "with mode `no-cors` the method is `GET`, `HEAD` or `POST`"),
        (Request::get("ftp://a.test/"), "it is neither `http` nor `https`"),
        (
            Request::get(API).mode(Mode::NoCors).redirect(Redirect::Error),
            "with mode `no-cors` redirects have to be followed",
        ),
    ];
    for (request, text) in cases {
        check(&blocked(request, &[]), None, text);
    }
    let stream = || Body::Stream(vec![1]);
    let no_cors = Request::post(API).mode(Mode::NoCors).body(stream());
    check(&blocked(no_cors, &[]), None, "with mode `no-cors` the body cannot be a stream");
    let redirect: Answer<'_> = (307, &[ORIGIN, ("location", "/users")]);
    let text = "it is a redirect, and the body was a stream that cannot be sent again";
    check(&blocked(Request::post("/").body(stream()), &[redirect]), None, text);
    check(&blocked(Request::get(API), &[redirect; 21]), None, "there are more than 20 redirects");
}
