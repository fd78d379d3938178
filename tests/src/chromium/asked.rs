//! A request of a page as data.

use cors_browser::{Body, Credentials, Mode, Redirect, Request};
use serde_json::{Value, json};

/// A request of a script, in a form that both the model and a script take.
#[derive(Debug, Clone)]
#[must_use]
pub struct Asked {
    /// The method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// The headers that the script sets.
    pub headers: Vec<(String, String)>,
    /// The body. Streams cannot be sent over HTTP/1.1, and multipart bodies cannot be compared.
    pub body: Body,
    /// The credentials mode. `XMLHttpRequest` has only `SameOrigin` and `Include`.
    pub credentials: Credentials,
    /// The mode, only for `fetch()`.
    pub mode: Mode,
    /// The redirect mode, only for `fetch()`.
    pub redirect: Redirect,
    /// The interface that sends the request.
    pub via: Via,
}

/// The interface that a script uses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Via {
    /// `fetch()`
    #[default]
    Fetch,
    /// `XMLHttpRequest`
    Xhr,
    /// `XMLHttpRequest` with a listener for the progress of the upload.
    XhrWithListener,
}

impl Asked {
    /// Makes a request by `fetch()` with its defaults.
    pub fn new(method: &str, url: impl Into<String>) -> Self {
        Self {
            method: method.to_owned(),
            url: url.into(),
            headers: Vec::new(),
            body: Body::default(),
            credentials: Credentials::default(),
            mode: Mode::default(),
            redirect: Redirect::default(),
            via: Via::default(),
        }
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body.
    pub fn body(self, body: Body) -> Self {
        Self { body, ..self }
    }

    /// Sets the credentials mode.
    pub fn credentials(self, credentials: Credentials) -> Self {
        Self { credentials, ..self }
    }

    /// Sets the mode.
    pub fn mode(self, mode: Mode) -> Self {
        Self { mode, ..self }
    }

    /// Sets the redirect mode.
    pub fn redirect(self, redirect: Redirect) -> Self {
        Self { redirect, ..self }
    }

    /// Sets the interface.
    pub fn via(self, via: Via) -> Self {
        Self { via, ..self }
    }

    /// Converts the request for the model.
    pub(super) fn to_request(&self) -> Request {
        let request = Request::new(&self.method, &self.url).body(self.body.clone());
        let request = request.credentials(self.credentials).mode(self.mode).redirect(self.redirect);
        let request = self.headers.iter().fold(request, |request, (name, value)| request.header(name, value));
        if self.via == Via::XhrWithListener { request.upload_listener() } else { request }
    }

    /// Converts the request for `fetch.js`.
    pub fn to_json(&self) -> Value {
        json!({
            "method": self.method,
            "url": self.url,
            "headers": self.headers,
            "body": self.body_to_json(),
            "credentials": match self.credentials {
                Credentials::Omit => "omit",
                Credentials::SameOrigin => "same-origin",
                Credentials::Include => "include",
            },
            "mode": match self.mode {
                Mode::Cors => "cors",
                Mode::NoCors => "no-cors",
                Mode::SameOrigin => "same-origin",
            },
            "redirect": match self.redirect {
                Redirect::Follow => "follow",
                Redirect::Error => "error",
                Redirect::Manual => "manual",
            },
            "xhr": self.via != Via::Fetch,
            "listen": self.via == Via::XhrWithListener,
        })
    }

    fn body_to_json(&self) -> Value {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a text");
        match &self.body {
            Body::Empty => Value::Null,
            Body::Text(text) => json!({"kind": "text", "text": text}),
            Body::Form(text) => json!({"kind": "form", "text": text}),
            Body::Bytes(bytes) => json!({"kind": "bytes", "text": text(bytes)}),
            Body::Blob(mime, bytes) => json!({"kind": "blob", "type": mime, "text": text(bytes)}),
            other => panic!("{other:?} is not for HTTP/1.1 or not comparable"),
        }
    }
}
