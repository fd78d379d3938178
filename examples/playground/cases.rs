//! What the buttons of the page do.

use cors_browser::{Credentials, Request};
use serde::Serialize;

use crate::api;

/// A button: the request that it sends and what one can learn from it. Text between backticks is code.
#[derive(Serialize)]
pub(crate) struct Case {
    pub(crate) id: &'static str,
    title: &'static str,
    lesson: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) headers: &'static [(&'static str, &'static str)],
    credentials: bool,
    body: Option<&'static str>,
    /// The handler that this is about, and its source.
    #[serde(rename = "source", serialize_with = "source")]
    handler: &'static str,
}

const PLAIN: Case = Case {
    id: "",
    title: "",
    lesson: "",
    method: "GET",
    path: "/",
    headers: &[],
    credentials: false,
    body: None,
    handler: "",
};

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

pub(crate) const CASES: &[Case] = &[
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
                 response only if the API allows it. Send it twice: the second time, the browser has a cookie.",
        path: "/visits",
        credentials: true,
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
        lesson: "Send it twice within half a minute: the second time there is no preflight, as the counter below shows.",
        method: "DELETE",
        path: "/sessions/1",
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

impl Case {
    /// The request, as the model of a browser takes it.
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
}

fn source<S: serde::Serializer>(handler: &&str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(source_of(handler))
}

/// The paragraph of the source in which a handler stands.
fn source_of(handler: &str) -> &'static str {
    let signature = format!("async fn {handler}(");
    api::SOURCE.split("\n\n").find(|paragraph| paragraph.contains(&signature)).unwrap_or_default()
}
