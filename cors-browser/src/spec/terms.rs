//! Terms of the Fetch and URL Standards for methods, headers, statuses and URLs.

use url::Url;

use super::syntax::trim;

/// A [forbidden method](https://fetch.spec.whatwg.org/#forbidden-method).
pub(crate) fn is_forbidden_method(method: &[u8]) -> bool {
    ["CONNECT", "TRACE", "TRACK"].iter().any(|name| method.eq_ignore_ascii_case(name.as_bytes()))
}

/// A [CORS-safelisted method](https://fetch.spec.whatwg.org/#cors-safelisted-method).
pub(crate) fn is_safelisted_method(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "POST")
}

/// The method as it is sent: some are [normalized](https://fetch.spec.whatwg.org/#concept-method-normalize) to upper
/// case, `patch` is not.
pub(crate) fn normalize_method(method: &str) -> String {
    let usual = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
    let known = usual.iter().find(|name| name.eq_ignore_ascii_case(method));
    known.map_or_else(|| method.to_owned(), |name| (*name).to_owned())
}

/// Whether a browser drops this header silently when a script sets it: a
/// [forbidden request-header](https://fetch.spec.whatwg.org/#forbidden-request-header).
///
/// ```
/// use cors_browser::is_forbidden_header;
///
/// assert!(is_forbidden_header("Cookie", b"a=1"));
/// assert!(is_forbidden_header("X-HTTP-Method-Override", b"TRACE"));
/// assert!(!is_forbidden_header("User-Agent", b"mine"));
/// ```
#[must_use]
pub fn is_forbidden_header(name: &str, value: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "x-http-method" | "x-http-method-override" | "x-method-override" => {
            split_outside_quotes(value).into_iter().any(|method| is_forbidden_method(trim(method)))
        }
        _ => {
            FORBIDDEN_HEADERS.contains(&name.as_str())
                || name.starts_with("proxy-")
                || name.starts_with("sec-")
        }
    }
}

/// The model has its own list, so that a mistake in that of the policies does not hide in both.
const FORBIDDEN_HEADERS: [&str; 21] = [
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// The elements between commas that do not stand in a quoted string
/// ([get, decode, and split](https://fetch.spec.whatwg.org/#header-value-get-decode-and-split)).
fn split_outside_quotes(value: &[u8]) -> Vec<&[u8]> {
    let (mut quoted, mut escaped) = (false, false);
    let separates = |byte: &u8| {
        let separator = *byte == b',' && !quoted;
        quoted ^= *byte == b'"' && !escaped;
        escaped = quoted && *byte == b'\\' && !escaped;
        separator
    };
    value.split(separates).collect()
}

/// A [forbidden response-header name](https://fetch.spec.whatwg.org/#forbidden-response-header-name).
pub(crate) fn is_forbidden_response_header(name: &str) -> bool {
    ["set-cookie", "set-cookie2"].iter().any(|forbidden| name.eq_ignore_ascii_case(forbidden))
}

/// The one [CORS non-wildcard request-header name](https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name).
pub(crate) const NON_WILDCARD: &str = "authorization";

/// Whether the name, in lower case, is one that `*` does not stand for.
pub(crate) fn is_non_wildcard(name: &str) -> bool {
    name == NON_WILDCARD
}

/// A [request-body-header name](https://fetch.spec.whatwg.org/#request-body-header-name).
pub(crate) const REQUEST_BODY_HEADERS: [&str; 4] =
    ["content-encoding", "content-language", "content-location", "content-type"];

/// A [redirect status](https://fetch.spec.whatwg.org/#redirect-status).
pub(crate) fn is_redirect_status(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// An [HTTP(S) scheme](https://fetch.spec.whatwg.org/#http-scheme).
pub(crate) fn has_http_scheme(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// [Includes credentials](https://url.spec.whatwg.org/#include-credentials).
pub(crate) fn includes_credentials(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some_and(|password| !password.is_empty())
}
