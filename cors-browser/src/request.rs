//! Requests as scripts make them.

use crate::options::{Body, Credentials, Mode, Redirect, ReferrerPolicy};

/// A request that a script makes with `fetch()` or `XMLHttpRequest`.
///
/// [`Browser::fetch`](crate::Browser::fetch) reports mistakes in it, as browsers do. A URL without a scheme is resolved
/// against the page's own origin. `P` is the [`Page`](crate::Page) that has made the request and sends it, if any.
///
/// ```
/// # use cors_browser::{Credentials, Request};
///
/// let request = Request::put("https://api.example.com/users/1")
///     .header("content-type", "application/json")
///     .text("{}")
///     .credentials(Credentials::Include);
/// # let _ = request;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Request<P = ()> {
    page: P,
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) mode: Mode,
    pub(crate) credentials: Credentials,
    pub(crate) redirect: Redirect,
    pub(crate) referrer_policy: ReferrerPolicy,
    pub(crate) body: Body,
    pub(crate) upload_listener: bool,
}

impl Request {
    /// Makes a request with any method.
    ///
    /// ```
    /// let report = cors_browser::Request::new("REPORT", "https://dav.example.com/");
    /// # let _ = report;
    /// ```
    pub fn new(method: impl Into<String>, url: impl Into<String>) -> Self {
        Self::of((), method.into(), url.into())
    }

    /// Makes a `GET` request.
    pub fn get(url: impl Into<String>) -> Self {
        Self::new("GET", url)
    }

    /// Makes a `HEAD` request.
    pub fn head(url: impl Into<String>) -> Self {
        Self::new("HEAD", url)
    }

    /// Makes a `POST` request.
    pub fn post(url: impl Into<String>) -> Self {
        Self::new("POST", url)
    }

    /// Makes a `PUT` request.
    pub fn put(url: impl Into<String>) -> Self {
        Self::new("PUT", url)
    }

    /// Makes a `PATCH` request.
    pub fn patch(url: impl Into<String>) -> Self {
        Self::new("PATCH", url)
    }

    /// Makes a `DELETE` request.
    pub fn delete(url: impl Into<String>) -> Self {
        Self::new("DELETE", url)
    }
}

impl<P> Request<P> {
    /// Appends a header. Headers that scripts cannot set are dropped without an error when the request is sent, as
    /// browsers do.
    pub fn header(mut self, name: impl Into<String>, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name.into(), value.as_ref().to_vec()));
        self
    }

    /// Sets the mode.
    pub fn mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// Sets the credentials mode.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = credentials;
        self
    }

    /// Sets the redirect mode.
    pub fn redirect(mut self, redirect: Redirect) -> Self {
        self.redirect = redirect;
        self
    }

    /// Sends cookies to every origin, like `withCredentials` of `XMLHttpRequest`. This is short for
    /// [`Credentials::Include`].
    pub fn with_credentials(self) -> Self {
        self.credentials(Credentials::Include)
    }

    /// Sets the referrer policy.
    pub fn referrer_policy(mut self, policy: ReferrerPolicy) -> Self {
        self.referrer_policy = policy;
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    /// Sets a string as the body, with the type `text/plain` unless a header sets another.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.body(Body::Text(text.into()))
    }

    /// Sets a value in JSON as the body, with the type `application/json` unless a header sets another.
    ///
    /// # Panics
    /// Panics if `value` cannot be written as JSON, such as a map whose keys are not strings.
    ///
    /// ```
    /// # use cors_browser::{Browser, Request};
    ///
    /// let request = Request::put("/users/1").json(&["Ada"]);
    /// let echo = |sent: cors_browser::Sent| http::Response::new(sent.body().to_vec());
    /// let response = Browser::at("https://app.example.com").fetch(request, echo).unwrap();
    /// assert_eq!(response.text(), r#"["Ada"]"#);
    /// ```
    #[track_caller]
    #[allow(clippy::panic, reason = "the value is a test's own, and the text names its error")]
    pub fn json(self, value: &(impl serde::Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => self.body(Body::Blob("application/json".to_owned(), json)),
            Err(error) => panic!("the body has no form in JSON: {error}"),
        }
    }

    /// Sets names and values as the body, like `URLSearchParams`. The type is `application/x-www-form-urlencoded`
    /// unless a header sets another.
    ///
    /// ```
    /// # use cors_browser::{Browser, Request, Sent};
    ///
    /// let request = Request::post("/login").form([("name", "Ada L."), ("remember", "yes")]);
    /// let echo = |sent: Sent| http::Response::new(sent.body().to_vec());
    /// let response = Browser::at("https://app.example.com").fetch(request, echo).unwrap();
    /// assert_eq!(response.text(), "name=Ada+L.&remember=yes");
    /// ```
    pub fn form<N: AsRef<str>, V: AsRef<str>>(self, fields: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        self.body(Body::Form(form.extend_pairs(fields).finish()))
    }

    /// Adds a listener to `XMLHttpRequest.upload`, which makes a preflight necessary
    /// ([use-CORS-preflight flag](https://fetch.spec.whatwg.org/#use-cors-preflight-flag)).
    pub fn upload_listener(mut self) -> Self {
        self.upload_listener = true;
        self
    }

    /// Makes a request that `page` sends.
    pub(super) fn of(page: P, method: String, url: String) -> Self {
        Self {
            page,
            method,
            url,
            headers: Vec::new(),
            mode: Mode::default(),
            credentials: Credentials::default(),
            redirect: Redirect::default(),
            referrer_policy: ReferrerPolicy::default(),
            body: Body::default(),
            upload_listener: false,
        }
    }

    /// Splits the request into its page and a request without one.
    pub(super) fn detach(self) -> (P, Request) {
        let Self {
            page,
            method,
            url,
            headers,
            mode,
            credentials,
            redirect,
            referrer_policy,
            body,
            upload_listener,
        } = self;
        let page_less = Request {
            page: (),
            method,
            url,
            headers,
            mode,
            credentials,
            redirect,
            referrer_policy,
            body,
            upload_listener,
        };
        (page, page_less)
    }
}
