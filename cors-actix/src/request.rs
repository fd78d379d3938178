//! From a request of actix-web to one of cors-core.

use actix_web::dev::RequestHead;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::http::{Method, header};
use cors_core::{FieldLines, Request};

use crate::route::Route;

/// What a decision looks at.
pub(crate) fn cors_request(head: &RequestHead) -> Request<'_> {
    let lines = |name| head.headers().get_all(name).map(HeaderValue::as_bytes).collect::<FieldLines<'_>>();
    // Only a preflight asks, so other requests are spared the look-up.
    let asks = head.method == Method::OPTIONS;
    Request {
        method: head.method.as_str().as_bytes(),
        origin: lines(header::ORIGIN),
        requested_method: if asks {
            lines(header::ACCESS_CONTROL_REQUEST_METHOD)
        } else {
            FieldLines::Absent
        },
        ..Request::default()
    }
}

/// As [`cors_request`], with what a route looks at that refuses requests itself.
pub(crate) fn cors_request_with_site(head: &RequestHead) -> Request<'_> {
    let lines = |name| head.headers().get_all(name).map(HeaderValue::as_bytes).collect::<FieldLines<'_>>();
    Request {
        fetch_site: lines(HeaderName::from_static("sec-fetch-site")),
        authority: head.uri.authority().map(|authority| authority.as_str().as_bytes()),
        host: lines(header::HOST),
        ..cors_request(head)
    }
}

impl Route {
    /// What a decision looks at.
    pub(crate) fn cors_request<'r>(&self, head: &'r RequestHead) -> Request<'r> {
        if self.endpoint.is_enforced() { cors_request_with_site(head) } else { cors_request(head) }
    }
}
