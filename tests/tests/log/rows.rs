//! Requests, and their log lines on each framework.

use cors_core::Policy;

/// A policy that is unknown at compile time, so that it can exclude the method of a route.
pub(crate) fn get_only() -> Policy {
    Policy::builder().origins(["https://app.example.com"]).methods(["GET"]).build().unwrap()
}

/// A request to an application.
pub(crate) struct Row {
    pub(crate) desc: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    /// Headers beside `Host: api.example.com`.
    pub(crate) headers: &'static [(&'static str, &'static str)],
    /// The lines at debug.
    pub(crate) logs: &'static [&'static str],
}

pub(crate) const APP: (&str, &str) = ("origin", "https://app.example.com");
pub(crate) const EVIL: (&str, &str) = ("origin", "https://evil.example");
const OWN: (&str, &str) = ("origin", "https://api.example.com");

pub(crate) const fn asks(method: &'static str) -> (&'static str, &'static str) {
    ("access-control-request-method", method)
}

pub(crate) const fn names(names: &'static str) -> (&'static str, &'static str) {
    ("access-control-request-headers", names)
}

/// Requests to annotated routes.
pub(crate) const ROWS: [Row; 23] = [
    Row { desc: "not CORS", method: "PUT", path: "/users", headers: &[], logs: &[] },
    Row { desc: "allowed", method: "PUT", path: "/users", headers: &[APP], logs: &[] },
    Row {
        desc: "an allowed preflight",
        method: "OPTIONS",
        path: "/users",
        headers: &[APP, asks("PUT"), names("x-a")],
        logs: &[],
    },
    Row {
        desc: "a refused origin, without the query of the path",
        method: "PUT",
        path: "/users?secret",
        headers: &[EVIL],
        logs: &[
            "\"https://evil.example\" cannot read PUT /users: it is not in origins; to allow it, add \"https://evil.example\" to \
                 origins",
        ],
    },
    Row {
        desc: "the origin null",
        method: "PUT",
        path: "/users",
        headers: &[("origin", "null")],
        logs: &[
            "\"null\" cannot read PUT /users: every site can send the origin null; serve the page from an origin of \
                 its own",
        ],
    },
    Row {
        desc: "an origin that no entry stands for",
        method: "PUT",
        path: "/users",
        headers: &[("origin", "file://")],
        logs: &[
            "\"file://\" cannot read PUT /users: it is not in origins, and browsers send `null` for pages \
             from files, and some embedders send `file://`, for every file alike; only a predicate(…) can \
             allow it",
        ],
    },
    Row {
        desc: "an origin with a host that is no name",
        method: "OPTIONS",
        path: "/users",
        headers: &[("origin", "app://."), asks("PUT")],
        logs: &[
            "refused the preflight for PUT /users from \"app://.\": it is not in origins; to allow it, add \"app://.\" to origins",
        ],
    },
    Row {
        desc: "several origins",
        method: "PUT",
        path: "/users",
        headers: &[EVIL, APP],
        logs: &[
            "several origins cannot read PUT /users: browsers send one line of Origin, so a program that is no \
                 browser sent it, or a proxy changed it",
        ],
    },
    Row {
        desc: "a refused preflight, without the query of the path",
        method: "OPTIONS",
        path: "/users?secret",
        headers: &[EVIL, asks("PUT"), names("content-type")],
        logs: &[
            "refused the preflight for PUT /users from \"https://evil.example\": it is not in origins; to allow it, add \
                 \"https://evil.example\" to origins",
        ],
    },
    Row {
        desc: "a header that the policy does not list",
        method: "OPTIONS",
        path: "/users",
        headers: &[APP, asks("PUT"), names("content-type,x-a")],
        logs: &[
            "browser will block PUT /users from \"https://app.example.com\": the page sets request headers that \
                 the policy does not allow; add \"content-type\" to allow_headers",
        ],
    },
    Row {
        desc: "headers on several lines",
        method: "OPTIONS",
        path: "/left-out",
        headers: &[APP, asks("GET"), names("x-b"), names("content-type")],
        logs: &[
            "browser will block GET /left-out from \"https://app.example.com\": the page sets request headers that \
                 the policy does not allow; add allow_headers = [\"content-type\", \"x-b\"]",
        ],
    },
    Row {
        desc: "a preflight for a method that is left out",
        method: "OPTIONS",
        path: "/left-out",
        headers: &[APP, asks("DELETE")],
        logs: &[
            "browser will block DELETE /left-out from \"https://app.example.com\": methods does not list DELETE; add \"DELETE\" to methods",
        ],
    },
    Row {
        desc: "a method that is left out",
        method: "DELETE",
        path: "/left-out",
        headers: &[APP],
        logs: &[
            "\"https://app.example.com\" cannot read DELETE /left-out: methods does not list DELETE; add \"DELETE\" to \
                 methods",
        ],
    },
    Row {
        desc: "a route for its own origin",
        method: "GET",
        path: "/own",
        headers: &[APP],
        logs: &[
            "\"https://app.example.com\" cannot read GET /own: the route is same_origin; write origins = \
             [\"https://app.example.com\"] instead",
        ],
    },
    Row {
        desc: "its preflight",
        method: "OPTIONS",
        path: "/own",
        headers: &[APP, asks("GET")],
        logs: &[
            "refused the preflight for GET /own from \"https://app.example.com\": the route is same_origin; \
             write origins = [\"https://app.example.com\"] instead",
        ],
    },
    Row {
        desc: "what the server refuses itself",
        method: "POST",
        path: "/enforced",
        headers: &[EVIL],
        logs: &[
            "refused POST /enforced from \"https://evil.example\": it is not in origins; to allow it, add \
                 \"https://evil.example\" to origins",
        ],
    },
    Row {
        desc: "a link of another site that asks for a method, and is no preflight",
        method: "OPTIONS",
        path: "/enforced",
        headers: &[("sec-fetch-site", "cross-site"), asks("POST")],
        logs: &[],
    },
    Row {
        desc: "a predicate that panics",
        method: "GET",
        path: "/panics",
        headers: &[APP],
        logs: &[
            "a predicate panicked, which refuses the origin",
            "\"https://app.example.com\" cannot read GET /panics: predicate(panics) refuses it; only what it returns can \
             allow it",
        ],
    },
    Row { desc: "a POST of the same origin", method: "POST", path: "/enforced", headers: &[OWN], logs: &[] },
    Row { desc: "a PUT of the same origin", method: "PUT", path: "/users", headers: &[OWN], logs: &[] },
    Row {
        desc: "one of which the browser says so",
        method: "PUT",
        path: "/users",
        headers: &[("origin", "null"), ("sec-fetch-site", "same-origin")],
        logs: &[],
    },
    Row {
        desc: "the same host, and another origin for the browser",
        method: "PUT",
        path: "/users",
        headers: &[("origin", "http://api.example.com"), ("sec-fetch-site", "cross-site")],
        logs: &["\"http://api.example.com\" cannot read PUT /users: it is not in origins; to allow it, add \
                 \"http://api.example.com\" to origins"],
    },
    Row {
        desc: "a hostile origin",
        method: "PUT",
        path: "/users",
        headers: &[(
            "origin",
            "https://evil.example\"; add it\u{202e}\u{85}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        )],
        logs: &[
            "\"https://evil.example\\\"; add it\\xe2\\x80\\xae\\xc2\\x85aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (182 bytes)\" cannot read PUT /users: browsers write an origin as scheme://host or scheme://host:port, so a program that is no browser sent it, or a proxy changed it",
        ],
    },
];

/// Requests that never reach an annotated route of actix-web, because a scope's guard or middleware is in between.
pub(crate) const UNSEEN: [Row; 3] = [
    Row {
        desc: "a preflight that a guard of its scope turns away",
        method: "OPTIONS",
        path: "/versioned/users",
        headers: &[APP, asks("PUT"), names("x-version")],
        logs: &[],
    },
    Row {
        desc: "a preflight that middleware around its scope refuses",
        method: "OPTIONS",
        path: "/closed/users",
        headers: &[APP, asks("PUT")],
        logs: &[],
    },
    Row {
        desc: "a request that it refuses",
        method: "PUT",
        path: "/closed/users",
        headers: &[APP],
        logs: &[],
    },
];

/// Preflights that no annotated route answers, and that are refused.
pub(crate) const UNANSWERED: [Row; 2] = [
    Row {
        desc: "a handler without an attribute",
        method: "OPTIONS",
        path: "/rest",
        headers: &[APP, asks("PUT")],
        logs: &[
            "refused the preflight for PUT /rest from \"https://app.example.com\": no handler with #[cors] answers it; \
                 put #[cors(…)] on the one that serves PUT, or wrap the middleware that hides it as well",
        ],
    },
    Row { desc: "not a preflight", method: "OPTIONS", path: "/rest", headers: &[APP], logs: &[] },
];
