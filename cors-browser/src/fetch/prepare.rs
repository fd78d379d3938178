//! The start of a fetch: from a script's request to the browser's request, or to an error.

use url::Url;

use crate::blocked::Reason;
use crate::header_list::HeaderList;
use crate::options::{Body, Mode};
use crate::request::Request;
use crate::spec::origin::PageOrigin;
use crate::spec::safelist::is_no_cors_safelisted;
use crate::spec::syntax::{is_token, normalize};
use crate::spec::terms::{
    includes_credentials, is_forbidden_header, is_forbidden_method, is_safelisted_method, normalize_method,
};

/// A [request](https://fetch.spec.whatwg.org/#concept-request) at the start of a fetch.
pub(crate) struct PreparedRequest {
    pub(crate) origin: PageOrigin,
    pub(crate) url: Url,
    pub(crate) method: String,
    pub(crate) headers: HeaderList,
    /// The [use-CORS-preflight flag](https://fetch.spec.whatwg.org/#use-cors-preflight-flag).
    pub(crate) always_preflight: bool,
}

/// Performs the constructor of [`Request`](https://fetch.spec.whatwg.org/#dom-request) and the first steps of
/// [fetch](https://fetch.spec.whatwg.org/#concept-fetch).
pub(crate) fn prepare(page: &str, request: &Request) -> Result<PreparedRequest, Reason> {
    let origin = PageOrigin::parse(page).ok_or(Reason::NoOrigin)?;
    let url = resolve(page, &request.url).ok_or(Reason::InvalidUrl)?;
    if includes_credentials(&url) {
        return Err(Reason::UrlCredentials);
    }
    if !is_token(request.method.as_bytes()) {
        return Err(Reason::InvalidMethod);
    }
    if is_forbidden_method(request.method.as_bytes()) {
        return Err(Reason::ForbiddenMethod);
    }
    let method = normalize_method(&request.method);
    if request.mode == Mode::NoCors && !is_safelisted_method(&method) {
        return Err(Reason::NoCorsMethod);
    }
    let is_empty = request.body == Body::Empty;
    if !is_empty && matches!(method.as_str(), "GET" | "HEAD") {
        return Err(Reason::BodyOfGet);
    }
    if request.body.is_stream() && request.mode == Mode::NoCors {
        return Err(Reason::NoCorsStream);
    }
    let always_preflight = request.upload_listener || request.body.is_stream();
    Ok(PreparedRequest { origin, url, method, headers: headers(request)?, always_preflight })
}

fn resolve(page: &str, url: &str) -> Option<Url> {
    let base = Url::parse(page).ok();
    Url::options().base_url(base.as_ref()).parse(url).ok()
}

/// Returns the headers of the script, with those that browsers add before the checks.
fn headers(request: &Request) -> Result<HeaderList, Reason> {
    let mut headers = HeaderList::new();
    for (name, value) in &request.headers {
        append(&mut headers, request.mode, name, value)?;
    }
    if let Some(mime) = request.body.content_type().filter(|_| !headers.contains("content-type")) {
        append(&mut headers, request.mode, "content-type", mime.as_bytes())?;
    }
    if !headers.contains("accept") {
        headers.append("accept", "*/*");
    }
    Ok(headers)
}

/// [Appends](https://fetch.spec.whatwg.org/#concept-headers-append) to a `Headers` object with the guard of a request.
fn append(headers: &mut HeaderList, mode: Mode, name: &str, value: &[u8]) -> Result<(), Reason> {
    let value = normalize(value);
    if !is_token(name.as_bytes()) || value.iter().any(|byte| matches!(byte, 0 | b'\r' | b'\n')) {
        return Err(Reason::InvalidHeader(name.to_owned()));
    }
    let combined = || headers.lines(name).chain([value]).collect::<Vec<_>>().join(&b", "[..]);
    let dropped =
        is_forbidden_header(name, value) || mode == Mode::NoCors && !is_no_cors_safelisted(name, &combined());
    if !dropped {
        headers.append(name, value);
    }
    Ok(())
}
