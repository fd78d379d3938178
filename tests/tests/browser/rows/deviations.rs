//! Where Chromium differs from the standard, and so from the model.

use cors_tests::chromium::Via;

use crate::row::Place::{App, Frame};
use crate::row::{Row, get, put};

pub(super) fn rows() -> Vec<Row> {
    vec![
        // `XMLHttpRequest::CreateRequest` in Blink looks for listeners only if there is a body; the standard looks
        // before it knows: https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send, "upload listener flag".
        Row::at(App, "a listener for the progress of an upload without a body").deviates(
            get("{api}/data").via(Via::XhrWithListener),
            "GET 200 etag x-total",
            "?GET GET 200 etag x-total",
        ),
        // The cache of the network service has the origin in its key, and answers to an opaque one are not found again;
        // the standard has the serialization: https://fetch.spec.whatwg.org/#concept-cache-origin.
        Row::at(Frame, "the answer to a preflight of a sandboxed frame")
            .fetch(put("{api}/null?{row}"), "?PUT PUT 200")
            .deviates(put("{api}/null?{row}"), "?PUT PUT 200", "PUT 200"),
    ]
}
