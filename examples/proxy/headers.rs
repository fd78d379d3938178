//! Which headers go from one side to the other.

use hyper::header::{CONNECTION, CONTENT_LENGTH, HeaderMap, TRANSFER_ENCODING};

/// Those that concern one connection alone, and others that were meant for the proxy
/// ([RFC 9110, 7.6.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-7.6.1)). `Connection` names more of them.
const HOP_BY_HOP: [&str; 9] = [
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What a page sends but the upstream is not to see: the name of the proxy's host, whose page it was, and cookies.
const OF_THE_PAGE: [&str; 5] = ["cookie", "expect", "host", "origin", "referer"];

/// What the upstream sends but the page is not to see.
const OF_THE_UPSTREAM: [&str; 2] = ["set-cookie", "set-cookie2"];

/// What of a request's headers goes to the upstream.
pub(crate) fn of_request(headers: &HeaderMap) -> HeaderMap {
    let mut passed = pass(headers, |name| !OF_THE_PAGE.contains(&name) && !name.starts_with("sec-fetch-"));
    if headers.contains_key(TRANSFER_ENCODING) {
        // Of a message with both, this one says where it ends (RFC 9112, 6.3).
        passed.remove(CONTENT_LENGTH);
    }
    passed
}

/// What of a response's headers goes to the page.
pub(crate) fn of_response(headers: &HeaderMap) -> HeaderMap {
    pass(headers, |name| !OF_THE_UPSTREAM.contains(&name))
}

fn pass(headers: &HeaderMap, also: impl Fn(&str) -> bool) -> HeaderMap {
    let connection = headers.get_all(CONNECTION).into_iter();
    let named: Vec<String> = connection
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .map(|name| String::from_utf8_lossy(name.trim_ascii()).to_ascii_lowercase())
        .collect();
    let passes = |name: &str| {
        !HOP_BY_HOP.contains(&name)
            && !named.iter().any(|named| named == name)
            // Of one side those that `#[cors]` would remove with a warning, of the other those of the browser.
            && !name.starts_with("access-control-")
            && also(name)
    };
    let lines = headers.iter().filter(|(name, _)| passes(name.as_str()));
    lines.map(|(name, value)| (name.clone(), value.clone())).collect()
}
