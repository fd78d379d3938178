//! Differences between Chromium and the standard, and so the model.

use cors_tests::chromium::Via;

use crate::browser::row::Place::{App, Frame};
use crate::browser::row::{Row, get, put};

pub(super) fn rows() -> Vec<Row> {
    vec![
        // `XMLHttpRequest::CreateRequest` (third_party/blink/renderer/core/xmlhttprequest/xml_http_request.cc) looks
        // for listeners only if there is a body. The standard always does:
        // https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send, "upload listener flag".
        Row::at(App, "a listener for the progress of an upload without a body").deviates(
            get("{api}/data").via(Via::XhrWithListener),
            "GET 200 etag x-total",
            "?GET GET 200 etag x-total",
        ),
        // An entry for an opaque origin is never found again: Chromium's key (services/network/cors/preflight_cache.cc)
        // has the frame's origin and site. The standard's key has the serialization, `null`:
        // https://fetch.spec.whatwg.org/#concept-cache-origin.
        Row::at(Frame, "the answer to a preflight of a sandboxed frame")
            .fetch(put("{api}/null?{row}"), "?PUT PUT 200")
            .deviates(put("{api}/null?{row}"), "?PUT PUT 200", "PUT 200"),
        // After a redirect from one cross-origin URL to another origin, the request's origin is opaque as well. Until
        // version 156, Chromium cached the response for the page.
        Row::at(App, "the answer to a preflight behind a redirect, where the origin is `null`")
            .fetch(put("{api}/redirect/307?to={other}/null?{row}"), "?PUT PUT ?PUT PUT 200")
            .deviates(put("{api}/redirect/307?to={other}/null?{row}"), "PUT ?PUT PUT 200", "PUT PUT 200"),
    ]
}
