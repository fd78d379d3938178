//! Terms of the Fetch and URL Standards for methods, headers, statuses and URLs.

use url::Url;

use super::syntax::trim;

/// Reports whether `method` is a [forbidden method](https://fetch.spec.whatwg.org/#forbidden-method).
pub(crate) fn is_forbidden_method(method: &[u8]) -> bool {
    ["CONNECT", "TRACE", "TRACK"].iter().any(|name| method.eq_ignore_ascii_case(name.as_bytes()))
}

/// Reports whether `method` is a [CORS-safelisted method](https://fetch.spec.whatwg.org/#cors-safelisted-method).
pub(crate) fn is_safelisted_method(method: &str) -> bool {
    matches!(method, "GET" | "HEAD" | "POST")
}

/// [Normalizes](https://fetch.spec.whatwg.org/#concept-method-normalize) some methods to upper case, but not `patch`.
pub(crate) fn normalize_method(method: &str) -> String {
    let usual = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
    let known = usual.iter().find(|name| name.eq_ignore_ascii_case(method));
    known.map_or_else(|| method.to_owned(), |name| (*name).to_owned())
}

/// Reports whether a browser silently drops this header when a script sets it: whether it is a
/// [forbidden request-header](https://fetch.spec.whatwg.org/#forbidden-request-header).
///
/// ```
/// # use cors_browser::is_forbidden_header;
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

/// The names of forbidden request-headers. The list is not shared with the policies, so that a mistake does not hide in
/// both.
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

/// Splits at commas outside of quoted strings
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

/// Reports whether `name` is a
/// [forbidden response-header name](https://fetch.spec.whatwg.org/#forbidden-response-header-name).
pub(crate) fn is_forbidden_response_header(name: &str) -> bool {
    ["set-cookie", "set-cookie2"].iter().any(|forbidden| name.eq_ignore_ascii_case(forbidden))
}

/// The only
/// [CORS non-wildcard request-header name](https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name).
pub(crate) const NON_WILDCARD: &str = "authorization";

/// Reports whether `*` does not cover `name`, which is in lower case.
pub(crate) fn is_non_wildcard(name: &str) -> bool {
    name == NON_WILDCARD
}

/// The [request-body-header names](https://fetch.spec.whatwg.org/#request-body-header-name).
pub(crate) const REQUEST_BODY_HEADERS: [&str; 4] =
    ["content-encoding", "content-language", "content-location", "content-type"];

/// Reports whether `status` is a [redirect status](https://fetch.spec.whatwg.org/#redirect-status).
pub(crate) fn is_redirect_status(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// Reports whether `status` is a [null body status](https://fetch.spec.whatwg.org/#null-body-status).
pub(crate) fn is_null_body_status(status: u16) -> bool {
    matches!(status, 101 | 103 | 204 | 205 | 304)
}

/// Reports whether `url` has an [HTTP(S) scheme](https://fetch.spec.whatwg.org/#http-scheme).
pub(crate) fn has_http_scheme(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// Reports whether `url` [includes credentials](https://url.spec.whatwg.org/#include-credentials).
pub(crate) fn includes_credentials(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some_and(|password| !password.is_empty())
}
