//! Which requests are answered at once, and which headers the responses of all others get.

use cors_tower::Policy;

use crate::{APP, OTHER, echo, lines, policy, preflight, request, send};

#[tokio::test]
async fn a_preflight_is_answered_at_once() {
    let (status, headers, body) = send(echo(policy(), &[]), preflight(APP, "PUT")).await;
    assert_eq!((status, body.as_str()), (204, ""));
    assert_eq!(
        lines(&headers),
        [
            "access-control-allow-credentials: true",
            "access-control-allow-headers: content-type",
            "access-control-allow-methods: GET, PUT",
            "access-control-allow-origin: https://app.example.com",
            "access-control-max-age: 600",
            "vary: Origin, Access-Control-Request-Method",
        ]
    );
}

#[tokio::test]
async fn a_preflight_of_another_origin_is_refused() {
    let (status, headers, body) = send(echo(policy(), &[]), preflight(OTHER, "PUT")).await;
    assert_eq!((status, body.as_str()), (403, ""));
    assert_eq!(lines(&headers), ["vary: Origin, Access-Control-Request-Method"]);
}

#[tokio::test]
async fn other_requests_with_options_are_passed_on() {
    let rows = [
        (preflight(APP, "DELETE"), &["vary: Origin"][..]),
        (request("OPTIONS", &[("access-control-request-method", "PUT")]), &[]),
        (request("OPTIONS", &[("origin", OTHER)]), &[]),
    ];
    for (request, vary) in rows {
        let row = format!("{request:?}");
        let (status, headers, body) = send(echo(policy(), &[]), request).await;
        assert_eq!((status, body.as_str()), (418, "OPTIONS"), "{row}");
        assert_eq!(lines(&headers), vary, "{row}");
    }
}

#[tokio::test]
async fn a_response_gets_the_headers_whatever_its_status() {
    let (status, headers, body) = send(echo(policy(), &[]), request("GET", &[("origin", APP)])).await;
    assert_eq!((status, body.as_str()), (418, "GET"));
    assert_eq!(
        lines(&headers),
        [
            "access-control-allow-credentials: true",
            "access-control-allow-origin: https://app.example.com",
            "access-control-expose-headers: etag",
            "vary: Origin",
        ]
    );
}

#[tokio::test]
async fn other_origins_and_requests_without_one_get_vary_alone() {
    let two = [("origin", APP), ("origin", APP)];
    for headers in [&[("origin", OTHER)][..], &[], &two] {
        let (status, headers, body) = send(echo(policy(), &[]), request("GET", headers)).await;
        assert_eq!((status, body.as_str()), (418, "GET"));
        assert_eq!(lines(&headers), ["vary: Origin"]);
    }
}

#[tokio::test]
async fn a_public_policy_does_not_depend_on_the_origin() {
    for headers in [&[("origin", OTHER)][..], &[]] {
        let (_, headers, _) = send(echo(Policy::PUBLIC, &[]), request("DELETE", headers)).await;
        assert_eq!(lines(&headers), ["access-control-allow-origin: *", "access-control-expose-headers: *"]);
    }
}

#[tokio::test]
async fn a_service_that_is_its_own_gets_no_header() {
    let (status, ..) = send(echo(Policy::SAME_ORIGIN, &[]), preflight(APP, "GET")).await;
    assert_eq!(status, 403);
    let (_, headers, _) = send(echo(Policy::SAME_ORIGIN, &[]), request("GET", &[("origin", APP)])).await;
    assert!(headers.is_empty(), "{headers:?}");
}

#[tokio::test]
async fn vary_is_merged() {
    let own = &[("vary", "Accept"), ("vary", "origin, Cookie"), ("etag", "1")];
    let (_, headers, _) = send(echo(policy(), own), request("GET", &[("origin", OTHER)])).await;
    assert_eq!(lines(&headers), ["etag: 1", "vary: Accept", "vary: origin, Cookie"]);

    let (_, headers, _) = send(echo(policy(), &[("vary", "Accept")]), request("GET", &[])).await;
    assert_eq!(lines(&headers), ["vary: Accept", "vary: Origin"]);
}

#[tokio::test]
async fn headers_of_the_service_are_removed() {
    let own = &[
        ("access-control-allow-origin", "*"),
        ("access-control-allow-credentials", "true"),
        ("access-control-allow-private-network", "true"),
    ];
    let (_, headers, _) = send(echo(policy(), own), request("GET", &[("origin", OTHER)])).await;
    assert_eq!(lines(&headers), ["vary: Origin"]);
}
