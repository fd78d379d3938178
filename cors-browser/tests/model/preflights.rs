//! Preflight requests: when they are sent, how their responses are checked, and how long these are cached.

use std::time::Duration;

use cors_browser::{Body, Browser, Credentials, Profile, Reason, Request, Stage};

use crate::wire::{API, Answer, HEADERS, OPEN, ORIGIN, PAGE, fetch, run};

const ENGINES: [Profile; 3] = [Profile::Chromium, Profile::Firefox, Profile::Safari];

#[test]
fn the_checks_have_an_order() {
    let request = || {
        let request = Request::put(API).header("x-a", "1").header("authorization", "b").header("a", "1");
        request.credentials(Credentials::Include)
    };
    let origin = ("access-control-allow-origin", PAGE);
    let credentials = ("access-control-allow-credentials", "true");
    let (bad, bad_headers) =
        (("access-control-allow-methods", "a b"), ("access-control-allow-headers", "a b"));
    let put = ("access-control-allow-methods", "PUT");
    let headers = |value| ("access-control-allow-headers", value);
    let cases: [(Answer<'_>, Reason); 10] = [
        ((302, &[bad, bad_headers]), Reason::PreflightRedirect(302)),
        ((500, &[bad, bad_headers]), Reason::AllowOriginMissing),
        ((500, &[ORIGIN, credentials, bad]), Reason::AllowOriginWildcard),
        ((500, &[origin, bad]), Reason::AllowCredentials),
        ((302, &[origin, credentials, bad]), Reason::PreflightRedirect(302)),
        ((304, &[origin, credentials, bad]), Reason::PreflightStatus(304)),
        ((200, &[origin, credentials, bad, bad_headers]), Reason::AllowMethodsInvalid),
        ((200, &[origin, credentials, bad_headers]), Reason::AllowHeadersInvalid),
        ((200, &[origin, credentials, headers("a")]), Reason::MethodNotAllowed("PUT".to_owned())),
        (
            (200, &[origin, credentials, put, headers("x")]),
            Reason::HeaderNotAllowed("authorization".to_owned()),
        ),
    ];
    for (answer, reason) in cases {
        let run = fetch(request(), &[answer]);
        assert_eq!((run.reason(), run.story().as_str()), (&reason, "?PUT"));
        assert_eq!(run.outcome.unwrap_err().stage(), Stage::Preflight);
    }
    for (listed, missing) in [("authorization", "a"), ("authorization, a", "x-a")] {
        let blocked = fetch(request(), &[(200, &[origin, credentials, put, headers(listed)])]);
        assert_eq!(*blocked.reason(), Reason::HeaderNotAllowed(missing.to_owned()));
    }
    let all = fetch(request(), &[(200, &[origin, credentials, put, headers("authorization, X-A, A")])]);
    assert_eq!(all.story(), "?PUT PUT");
}

#[test]
fn statuses_from_200_to_299() {
    for (status, story) in [(199, "?PUT"), (200, "?PUT PUT"), (299, "?PUT PUT"), (300, "?PUT")] {
        assert_eq!(fetch(Request::put(API), &[(status, OPEN.1)]).story(), story, "{status}");
    }
    for status in [301, 302, 303, 307, 308] {
        let run = fetch(Request::put(API), &[(status, OPEN.1)]);
        assert_eq!(*run.reason(), Reason::PreflightRedirect(status));
    }
}

#[test]
fn stars_with_credentials_are_names() {
    let origin = ("access-control-allow-origin", PAGE);
    let stars: Answer<'_> = (
        200,
        &[
            origin,
            ("access-control-allow-credentials", "true"),
            ("access-control-allow-methods", "*"),
            HEADERS,
        ],
    );
    let include = |request: Request| fetch(request.credentials(Credentials::Include), &[stars, stars]);
    assert_eq!(*include(Request::put(API)).reason(), Reason::MethodNotAllowed("PUT".to_owned()));
    assert_eq!(
        *include(Request::get(API).header("x-a", "1")).reason(),
        Reason::HeaderNotAllowed("x-a".to_owned())
    );
    assert_eq!(include(Request::new("*", API).header("*", "1")).story(), "?* *");
    assert_eq!(fetch(Request::put(API).header("x-a", "1"), &[stars, stars]).story(), "?PUT PUT");
}

#[test]
fn streams_and_listeners_need_no_method_to_be_listed() {
    for request in [Request::post(API).upload_listener(), Request::post(API).body(Body::Stream(vec![1]))] {
        let mut browser = Browser::at(PAGE);
        let bare: Answer<'_> = (200, &[ORIGIN]);
        assert_eq!(run(&mut browser, request.clone(), &[bare, OPEN]).story(), "?POST POST");
        // The method of the request is cached although the response does not list it.
        assert_eq!(run(&mut browser, request.clone(), &[OPEN]).story(), "POST");
        // `POST` is CORS-safelisted, so a list of other methods does not block it.
        let others: Answer<'_> = (200, &[ORIGIN, ("access-control-allow-methods", "PUT")]);
        assert_eq!(fetch(request.clone(), &[others, OPEN]).story(), "?POST POST");
    }
    let put = fetch(Request::put(API).upload_listener(), &[(200, &[ORIGIN]), OPEN]);
    assert_eq!(put.story(), "?PUT PUT");
    assert_eq!(fetch(Request::put(API), &[(200, &[ORIGIN]), OPEN]).story(), "?PUT");
}

#[test]
fn engines_let_a_star_stand_for_authorization() {
    let request = || Request::get(API).header("Authorization", "b");
    let authorization = Reason::HeaderNotAllowed("authorization".to_owned());
    assert_eq!(*fetch(request(), &[OPEN]).reason(), authorization);
    for profile in ENGINES {
        let mut browser = Browser::at(PAGE).with_profile(profile);
        assert_eq!(run(&mut browser, request(), &[OPEN, OPEN]).story(), "?GET GET", "{profile:?}");
        // Never served from the cache.
        assert_eq!(run(&mut browser, request(), &[OPEN, OPEN]).story(), "?GET GET", "{profile:?}");
        let include = request().credentials(Credentials::Include);
        let shared: Answer<'_> = (
            200,
            &[("access-control-allow-origin", PAGE), ("access-control-allow-credentials", "true"), HEADERS],
        );
        assert_eq!(*run(&mut browser, include, &[shared]).reason(), authorization, "{profile:?}");
    }
}

/// Returns how long a preflight response with these lines is cached.
fn kept(profile: Profile, lines: &[&str]) -> u64 {
    let mut headers = vec![ORIGIN, ("access-control-allow-methods", "PUT")];
    headers.extend(lines.iter().map(|line| ("access-control-max-age", *line)));
    let mut browser = Browser::at(PAGE).with_profile(profile);
    assert_eq!(run(&mut browser, Request::put(API), &[(200, &headers), OPEN]).story(), "?PUT PUT");
    let is_kept = |seconds: u64| {
        let mut later = browser.clone();
        later.advance(Duration::from_millis((seconds * 1000).saturating_sub(1)));
        run(&mut later, Request::put(API), &[OPEN, OPEN]).story() == "PUT"
    };
    let mut seconds = [1, 5, 10, 600, 601, 7200, 7201, 86_400, 86_401, 1_000_000].into_iter().rev();
    seconds.find(|seconds| is_kept(*seconds)).unwrap_or(0)
}

#[test]
fn how_long_answers_are_kept() {
    type Row = (&'static [&'static str], [u64; 4]);
    let rows: [Row; 12] = [
        (&[], [5, 5, 5, 5]),
        (&[""], [5, 5, 5, 5]),
        (&["0"], [0, 0, 0, 0]),
        (&["-1"], [0, 0, 0, 0]),
        (&["-"], [5, 5, 0, 5]),
        (&["10"], [10, 10, 10, 10]),
        (&["+10"], [5, 10, 0, 10]),
        (&["10.5"], [5, 5, 0, 5]),
        (&["abc"], [5, 5, 0, 5]),
        (&["10", "10"], [5, 5, 0, 5]),
        (&["1000000"], [1_000_000, 7200, 86_400, 600]),
        (&["99999999999999999999"], [1_000_000, 5, 86_400, 5]),
    ];
    for (lines, expected) in rows {
        let found =
            [Profile::Standard, ENGINES[0], ENGINES[1], ENGINES[2]].map(|profile| kept(profile, lines));
        assert_eq!(found, expected, "{lines:?}");
    }
}
