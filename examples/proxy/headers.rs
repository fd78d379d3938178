//! The headers that pass in each direction.

use hyper::header::{CONNECTION, CONTENT_LENGTH, HeaderMap, TRANSFER_ENCODING};

/// Headers of one connection, and headers that are meant for the proxy ([RFC 9110,
/// 7.6.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-7.6.1)). `Connection` names more of them.
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

/// Request headers that the upstream must not see: the proxy's own host, the origin of the page, and cookies.
const OF_THE_PAGE: [&str; 5] = ["cookie", "expect", "host", "origin", "referer"];

/// Response headers that the page must not see.
const OF_THE_UPSTREAM: [&str; 2] = ["set-cookie", "set-cookie2"];

/// Returns the headers of a request that go to the upstream.
pub(crate) fn of_request(headers: &HeaderMap) -> HeaderMap {
    let mut passed = pass(headers, |name| !OF_THE_PAGE.contains(&name) && !name.starts_with("sec-fetch-"));
    if headers.contains_key(TRANSFER_ENCODING) {
        // If a message has both, `Transfer-Encoding` determines its length (RFC 9112, 6.3).
        passed.remove(CONTENT_LENGTH);
    }
    passed
}

/// Returns the headers of a response that go to the page.
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
            // In responses, `#[cors]` would remove these with a warning. In requests, they are the browser's.
            && !name.starts_with("access-control-")
            && also(name)
    };
    let lines = headers.iter().filter(|(name, _)| passes(name.as_str()));
    lines.map(|(name, value)| (name.clone(), value.clone())).collect()
}
