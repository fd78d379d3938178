//! Heads of requests and responses of the `http` crate.

use std::borrow::Cow;

use ::http::header::{HeaderMap, HeaderValue};
use ::http::request::Parts;
use ::http::{HeaderName, Method, Uri, header};

use crate::adapter::{RequestHead, RequestHeader, ResponseHead};
use crate::header::vary_value;

/// A request without its body.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct HttpHead<'r> {
    method: &'r Method,
    uri: &'r Uri,
    pub(super) headers: &'r HeaderMap,
}

impl<'r, B> From<&'r ::http::Request<B>> for HttpHead<'r> {
    fn from(request: &'r ::http::Request<B>) -> Self {
        Self { method: request.method(), uri: request.uri(), headers: request.headers() }
    }
}

impl<'r> From<&'r Parts> for HttpHead<'r> {
    fn from(parts: &'r Parts) -> Self {
        Self { method: &parts.method, uri: &parts.uri, headers: &parts.headers }
    }
}

impl<'r> RequestHead<'r> for HttpHead<'r> {
    fn method(self) -> &'r [u8] {
        self.method.as_str().as_bytes()
    }

    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'r [u8]> {
        self.headers.get_all(request_name(name)).iter().map(HeaderValue::as_bytes)
    }

    fn authority(self) -> Option<&'r [u8]> {
        self.uri.authority().map(|authority| authority.as_str().as_bytes())
    }

    fn path(self) -> &'r [u8] {
        self.uri.path().as_bytes()
    }
}

const fn request_name(name: RequestHeader) -> HeaderName {
    match name {
        RequestHeader::Origin => header::ORIGIN,
        RequestHeader::RequestMethod => header::ACCESS_CONTROL_REQUEST_METHOD,
        RequestHeader::RequestHeaders => header::ACCESS_CONTROL_REQUEST_HEADERS,
        RequestHeader::FetchSite => HeaderName::from_static("sec-fetch-site"),
        RequestHeader::Host => header::HOST,
        RequestHeader::Cookie => header::COOKIE,
        RequestHeader::FetchMode => HeaderName::from_static("sec-fetch-mode"),
    }
}

impl ResponseHead for HeaderMap {
    fn each_name(&self, each: impl FnMut(&str)) {
        self.keys().map(HeaderName::as_str).for_each(each);
    }

    fn remove(&mut self, name: &str) {
        self.remove(name);
    }

    fn vary(&self) -> impl Iterator<Item = &[u8]> {
        self.get_all(header::VARY).iter().map(HeaderValue::as_bytes)
    }

    fn append_vary(&mut self, names: Cow<'static, str>) {
        if let Some(value) = vary_value!(HeaderValue, names) {
            self.append(header::VARY, value);
        }
    }
}
