//! The parts of rules that the macros or an application call by themselves: `max_age`, methods of a route, and media types.

use cors_core::__macros::{MistakeKind, RouteContext, includes_safelisted_media_type, served_to_others};
use cors_core::MaxAge;

fn seconds(max_age: impl Into<MaxAge>) -> Result<i64, MistakeKind> {
    max_age.into().seconds().map_err(|error| error.mistakes()[0].kind())
}

#[test]
fn seconds_and_units_are_read() {
    for (max_age, read) in
        [("90s", 90), ("10m", 600), ("2h", 7200), ("1d", 86_400), ("0s", 0), ("24h", 86_400)]
    {
        assert_eq!(seconds(max_age), Ok(read), "{max_age}");
    }
    assert_eq!(seconds(0_u32), Ok(0));
    assert_eq!(seconds(86_401_i64), Err(MistakeKind::MaxAgeTooLong));
    assert_eq!(seconds(-1_i64), Err(MistakeKind::MaxAgeNegative));
    assert_eq!(seconds("-5m"), Err(MistakeKind::MaxAgeNegative));
    assert_eq!(seconds("99999999999999999999d"), Err(MistakeKind::MaxAgeTooLong));
    for text in ["", "10", "m", "1w", "1.5h", "1h30m", " 10m", "+10m", "١m"] {
        assert_eq!(seconds(text), Err(MistakeKind::MaxAgeSyntax), "{text}");
    }
}

/// Each row has the methods of the route, whether `HEAD` follows `GET`, the listed methods, and the remaining
/// methods with the index of the listed one.
#[test]
fn a_list_leaves_out_methods_of_the_route() {
    let (put, get) = (&["DELETE", "PUT"][..], &["PUT", "GET"][..]);
    for (methods, head_follows_get, listed, left) in [
        (&["GET", "TRACE", "HEAD"][..], true, None, &[("GET", None), ("HEAD", None)][..]),
        (&["GET", "HEAD", "PUT"], false, Some(put), &[("PUT", Some(1))]),
        (&["GET", "HEAD"], false, Some(get), &[("GET", Some(1))]),
        (&["GET", "HEAD", "POST"], true, Some(get), &[("GET", Some(1)), ("HEAD", Some(1))]),
        (&["GET", "HEAD"], true, Some(put), &[]),
        (&["TRACE"], false, Some(&["TRACE"]), &[]),
    ] {
        let route = RouteContext { methods: Some(methods), head_follows_get, body: None };
        let listed: Option<Vec<String>> =
            listed.map(|listed| listed.iter().map(|method| (*method).to_owned()).collect());
        assert_eq!(served_to_others(&route, listed.as_deref()), left, "{route:?} {listed:?}");
    }
}

#[test]
fn of_an_unknown_route_the_listed_methods_are_left() {
    let route = RouteContext { methods: None, head_follows_get: true, body: None };
    let listed = ["PUT", "TRACE", "GET"].map(str::to_owned);
    assert_eq!(served_to_others(&route, Some(&listed)), [("PUT", Some(0)), ("GET", Some(2))]);
    assert_eq!(served_to_others(&route, None), []);
}

#[test]
fn forms_and_plain_text_need_no_preflight() {
    for range in ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] {
        assert!(includes_safelisted_media_type(range), "{range}");
    }
    for range in ["*/*", "text/*", "multipart/*", "application/*", "*/plain"] {
        assert!(includes_safelisted_media_type(range), "{range}");
    }
    for range in ["application/json", "text/html", "multipart/mixed", "image/*", "*/json", "*", "text", ""] {
        assert!(!includes_safelisted_media_type(range), "{range}");
    }
}
