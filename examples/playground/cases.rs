//! The buttons of the page.

use cors_browser::{Credentials, Request};
use serde::Serialize;

use crate::api;

/// A button: the request that it sends and the lesson to learn. Text between backticks is code.
#[derive(Serialize)]
pub(crate) struct Case<'c> {
    pub(crate) id: &'static str,
    title: &'static str,
    lesson: &'static str,
    pub(crate) method: &'c str,
    pub(crate) path: &'c str,
    pub(crate) headers: &'c [(&'c str, &'c str)],
    credentials: bool,
    body: Option<&'static str>,
    /// The effect of a second request.
    again: Option<&'static str>,
    /// The handler of the request, and its source.
    #[serde(rename = "source", serialize_with = "source")]
    handler: &'static str,
}

const PLAIN: Case<'_> = Case {
    id: "",
    title: "",
    lesson: "",
    method: "GET",
    path: "/",
    headers: &[],
    credentials: false,
    body: None,
    again: None,
    handler: "",
};

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

pub(crate) const CASES: &[Case<'_>] = &[
    Case {
        id: "simple",
        title: "A simple request, allowed",
        lesson: "A plain `GET` is sent at once. One response header decides whether the page can read the response.",
        path: "/news",
        handler: "news",
        ..PLAIN
    },
    Case {
        id: "refused",
        title: "No policy: refused",
        lesson: "The same request, to a handler without `#[cors]`. Compare the two responses.",
        path: "/salaries",
        handler: "salaries",
        ..PLAIN
    },
    Case {
        id: "side-effect",
        title: "Refused, but the handler ran",
        lesson: "CORS protects reading. A simple `POST`, like one from a form, runs before the browser checks the \
                 response: the header `x-votes` counts.",
        method: "POST",
        path: "/votes",
        body: Some("for Ada"),
        handler: "vote",
        ..PLAIN
    },
    Case {
        id: "preflight",
        title: "JSON by `PUT`: a preflight first",
        lesson: "A form can send neither the method `PUT` nor the type `application/json`.",
        method: "PUT",
        path: "/notes/1",
        headers: JSON,
        body: Some(r#"{"text":"Buy milk"}"#),
        handler: "save",
        ..PLAIN
    },
    Case {
        id: "method",
        title: "A method without a policy",
        lesson: "Each handler has its own policy: that of `PUT` does not allow `PATCH` on the same path.",
        method: "PATCH",
        path: "/notes/1",
        headers: JSON,
        body: Some(r#"{"text":"Buy bread"}"#),
        handler: "change",
        ..PLAIN
    },
    Case {
        id: "header",
        title: "A header that is not allowed",
        lesson: "A header that the page adds has to be allowed by name. The API allows another one.",
        path: "/greeting",
        headers: &[("x-debug", "1")],
        handler: "greet",
        ..PLAIN
    },
    Case {
        id: "credentials",
        title: "With cookies",
        lesson: "A cross-origin request has cookies only with `credentials: \"include\"`, and the script gets the \
                 response only if the API allows it.",
        path: "/visits",
        credentials: true,
        again: Some("Press twice: the second time, the browser has a cookie."),
        handler: "visits",
        ..PLAIN
    },
    Case {
        id: "wildcard",
        title: "With cookies, to a public route",
        lesson: "`*` is for public data. A response to a request with cookies is private, so browsers refuse \
                 the combination, and `#[cors]` does not compile it.",
        path: "/news",
        credentials: true,
        handler: "news",
        ..PLAIN
    },
    Case {
        id: "exposed",
        title: "Response headers that the script can read",
        lesson: "The API sends `x-total` and `x-cost`. The script reads all headers and gets only some.",
        path: "/articles",
        handler: "articles",
        ..PLAIN
    },
    Case {
        id: "max-age",
        title: "A cached preflight",
        lesson: "The browser keeps the response to a preflight for as long as `max_age` says.",
        method: "DELETE",
        path: "/sessions/1",
        again: Some("Press twice within half a minute: the second time there is no preflight."),
        handler: "log_out",
        ..PLAIN
    },
    Case {
        id: "error",
        title: "An error that the page can read",
        lesson: "Without CORS headers on an error, the page sees only that the request failed. Here it can read the error.",
        path: "/report",
        handler: "report",
        ..PLAIN
    },
];

impl<'c> Case<'c> {
    /// Makes a request without a button.
    pub(crate) fn own(method: &'c str, headers: &'c [(&'c str, &'c str)], credentials: bool) -> Self {
        Self { method, headers, credentials, ..PLAIN }
    }

    /// Returns the request for the model of the browser.
    pub(crate) fn request(&self, api: &str) -> Request {
        let request = Request::new(self.method, format!("{api}{}", self.path));
        let request =
            self.headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        let request = if self.credentials { request.credentials(Credentials::Include) } else { request };
        match self.body {
            Some(body) => request.text(body),
            None => request,
        }
    }

    /// Returns the advice for a page that the handler does not allow, if the handler has no policy that could be changed.
    pub(crate) fn missing_policy(&self, page: &str) -> Option<String> {
        let has_policy = source_of(self.handler).contains("#[cors(");
        (!has_policy).then(|| format!("put `#[cors(origins = [\"{page}\"])]` above the handler"))
    }
}

fn source<S: serde::Serializer>(handler: &&str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(source_of(handler))
}

/// Returns the paragraph of the source that contains a handler.
fn source_of(handler: &str) -> &'static str {
    let signature = format!("async fn {handler}(");
    api::SOURCE.split("\n\n").find(|paragraph| paragraph.contains(&signature)).unwrap_or_default()
}
