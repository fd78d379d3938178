//! Requests to what has no policy but the default one, and their log lines.

use crate::rows::{APP, EVIL, Row, asks, names};

/// Requests that a default policy decides.
pub(crate) const DEFAULT: [Row; 10] = [
    Row { desc: "allowed", method: "PUT", path: "/rest", headers: &[APP], logs: &[] },
    Row {
        desc: "an allowed preflight",
        method: "OPTIONS",
        path: "/rest",
        headers: &[APP, asks("PUT")],
        logs: &[],
    },
    Row {
        desc: "a refused origin",
        method: "PUT",
        path: "/rest",
        headers: &[EVIL],
        logs: &["\"https://evil.example\" cannot read PUT /rest: it is not in origins; to allow it, add \
                 \"https://evil.example\" to origins of the default policy"],
    },
    Row {
        desc: "a refused preflight",
        method: "OPTIONS",
        path: "/rest",
        headers: &[EVIL, asks("PUT")],
        logs: &[
            "refused the preflight for PUT /rest from \"https://evil.example\": it is not in origins; to allow it, add \"https://evil.example\" to origins of the default policy",
        ],
    },
    Row {
        desc: "a header that it does not list",
        method: "OPTIONS",
        path: "/rest",
        headers: &[APP, asks("PUT"), names("content-type")],
        logs: &[
            "browser will block PUT /rest from \"https://app.example.com\": the page sets request headers that the \
                 policy does not allow; add allow_headers = [\"content-type\"] to the default policy",
        ],
    },
    Row {
        desc: "a method that it does not list",
        method: "OPTIONS",
        path: "/rest",
        headers: &[APP, asks("DELETE")],
        logs: &[
            "browser will block DELETE /rest from \"https://app.example.com\": methods does not list DELETE; add \"DELETE\" to \
                 methods of the default policy",
        ],
    },
    Row {
        desc: "a plain `OPTIONS`",
        method: "OPTIONS",
        path: "/rest",
        headers: &[EVIL],
        logs: &[
            "\"https://evil.example\" cannot read OPTIONS /rest: methods does not list OPTIONS; add \"OPTIONS\" to methods of \
                 the default policy",
        ],
    },
    Row {
        desc: "a WebSocket over HTTP/2, as a `GET`",
        method: "CONNECT",
        path: "/rest",
        headers: &[EVIL],
        logs: &[
            "\"https://evil.example\" cannot read CONNECT /rest: methods does not list GET; add \"GET\" to methods of \
                 the default policy",
        ],
    },
    Row {
        desc: "cookies that it does not allow",
        method: "PUT",
        path: "/rest",
        headers: &[APP, ("cookie", "id=1"), ("sec-fetch-mode", "cors")],
        logs: &[
            "browser will block PUT /rest from \"https://app.example.com\": the page sends cookies, which the \
                 policy does not allow; add credentials = true to the default policy",
        ],
    },
    Row {
        desc: "a path without a route",
        method: "PUT",
        path: "/nowhere",
        headers: &[EVIL],
        logs: &["\"https://evil.example\" cannot read PUT /nowhere: it is not in origins; to allow it, add \
                 \"https://evil.example\" to origins of the default policy"],
    },
];
