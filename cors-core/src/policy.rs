//! A checked policy.

use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::allow_methods::AllowMethods;
use crate::config::Builder;
use crate::decision::Decision;
use crate::origin::{CheckedOrigins, Origins};
use crate::request::Request;

/// A checked, immutable CORS policy.
///
/// It comes from [`Policy::builder`], from a [`Config`](crate::Config), or from the attribute of an adapter, which
/// makes it a `static` that costs nothing at start-up. [`Policy::decide`] says what a request gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    pub(crate) origins: Origins,
    /// `None`: all that the route serves.
    pub(crate) methods: Option<AllowMethods>,
    pub(crate) allow_headers: Option<Cow<'static, str>>,
    pub(crate) expose_headers: Option<Cow<'static, str>>,
    pub(crate) credentials: bool,
    pub(crate) max_age: Option<Cow<'static, str>>,
}

impl Policy {
    /// The policy of a route that is for its own origin only: no CORS header ever, preflights are refused.
    pub const SAME_ORIGIN: Self = Self::from_checked(Checked {
        origins: CheckedOrigins::Own,
        allow_headers: "",
        expose_headers: "",
        credentials: false,
        max_age: "",
    });

    /// Starts a policy that is built in code.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The way in for policies that a macro has checked.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(checked: Checked) -> Self {
        let Checked { origins, allow_headers, expose_headers, credentials, max_age } = checked;
        Self {
            origins: Origins::from_checked(origins),
            methods: None,
            allow_headers: some_text(allow_headers),
            expose_headers: some_text(expose_headers),
            credentials,
            max_age: some_text(max_age),
        }
    }

    /// The origins that are allowed.
    #[must_use]
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// Whether requests may carry cookies.
    #[must_use]
    pub fn credentials(&self) -> bool {
        self.credentials
    }
}

/// A route with its policy, and the methods that it serves to other origins; made by the attribute.
#[derive(Debug)]
pub struct Endpoint {
    policy: &'static Policy,
    methods: AllowMethods,
    /// Whether somebody has been told of headers that were removed.
    warned: AtomicBool,
}

impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        (self.policy, &self.methods) == (other.policy, &other.methods)
    }
}

impl Endpoint {
    /// `methods` are those of the route that the policy does not leave out, separated by `", "`.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(policy: &'static Policy, methods: &'static str) -> Self {
        Self { policy, methods: AllowMethods::from_checked(methods), warned: AtomicBool::new(false) }
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &'static Policy {
        self.policy
    }

    /// The methods that the route serves to other origins.
    #[must_use]
    pub fn methods(&self) -> &AllowMethods {
        &self.methods
    }

    /// What `request` gets on this route.
    #[must_use]
    pub fn decide(&self, request: &Request<'_>) -> Decision<'_> {
        self.policy.decide(&self.methods, request)
    }

    /// Whether this is the first time that headers of the handler were removed, which is worth a warning.
    #[doc(hidden)]
    pub fn is_first_removal(&self) -> bool {
        !self.warned.swap(true, Ordering::Relaxed)
    }

    /// Whether `request` is a preflight that this route answers.
    #[must_use]
    pub fn answers(&self, request: &Request<'_>) -> bool {
        request.is_preflight_for(&self.methods)
    }
}

/// An absent header and one that lists nothing are the same to browsers; the absent one is sent.
const fn some_text(text: &'static str) -> Option<Cow<'static, str>> {
    if text.is_empty() { None } else { Some(Cow::Borrowed(text)) }
}

/// The parts of a [`Policy`], each as it is sent; what is not sent is empty.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by the expansion of the attribute")]
pub struct Checked {
    pub origins: CheckedOrigins,
    pub allow_headers: &'static str,
    pub expose_headers: &'static str,
    pub credentials: bool,
    pub max_age: &'static str,
}

/// The policy in the attribute's own words.
impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.origins.is_own() {
            return f.write_str("same_origin");
        }
        write!(f, "origins = {}", list(self.origins.iter()))?;
        if let Some(methods) = &self.methods {
            write!(f, ", methods = {}", list(methods.iter()))?;
        }
        for (key, names) in [("allow_headers", &self.allow_headers), ("expose_headers", &self.expose_headers)]
        {
            if let Some(names) = names {
                write!(f, ", {key} = {}", list(names.split(", ")))?;
            }
        }
        if self.credentials {
            f.write_str(", credentials = true")?;
        }
        match &self.max_age {
            Some(seconds) => write!(f, ", max_age = {seconds}"),
            None => Ok(()),
        }
    }
}

fn list<'a>(elements: impl Iterator<Item = &'a str>) -> String {
    format!("{:?}", elements.collect::<Vec<_>>())
}
