//! A checked policy.

mod keywords;
mod methods;
pub(crate) mod origins;
mod predicate;
mod reference;
mod repr;

use std::fmt;
use std::sync::Arc;

use crate::header::Text;

pub(crate) use keywords::Danger;
pub use keywords::Enforce;
pub use methods::AllowMethods;
pub(crate) use methods::entries_for;
use origins::OriginsRepr;
pub(crate) use origins::SharedOrigins;
pub use origins::{Origins, StaticOrigins};
pub use predicate::Predicate;
pub use reference::{PolicyId, PolicyRef};
pub(crate) use repr::SharedPolicy;
pub use repr::{Repr, StaticPolicy};

/// A checked, immutable CORS policy.
///
/// It comes from [`Policy::builder`], from a [`Config`](crate::Config), or from a macro of an adapter. A macro makes it
/// a `const` or `static` without cost at start-up. [`Policy::decide_without_route`] returns the decision for a request.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Expansions alone use this field. They write this literal instead of a function call, because the compiler knows only
    /// from a literal that the constant has nothing to drop and can be borrowed as `'static`.
    #[doc(hidden)]
    pub __repr: Repr,
}

impl Policy {
    /// The policy of a route for its own origin only. No CORS header is sent, and preflights are refused.
    pub const SAME_ORIGIN: Self = Self { __repr: Repr::Static(StaticPolicy::SAME_ORIGIN) };

    /// A policy for content that anyone may read without a login. On an internal service it lets every site that a
    /// visitor opens read everything.
    ///
    /// It allows any origin, all methods of the route (every method, as a default policy), any request header and
    /// `authorization`, and it exposes all response headers. Credentials are never allowed. Unlike the permissive
    /// policies of other libraries, it repeats no origin and no header name of a request.
    ///
    /// Together with `enforce` it is a mistake, since no origin would be refused.
    /// `policy!(..Policy::PUBLIC, max_age = "1h")` adds a key.
    ///
    /// ```
    /// # use cors_core::Policy;
    ///
    /// assert_eq!(
    ///     Policy::PUBLIC.to_string(),
    ///     r#"origins = ["*"], methods = ["*"], allow_headers = ["*", "authorization"], expose_headers = ["*"]"#
    /// );
    /// ```
    #[doc(alias = "permissive")]
    pub const PUBLIC: Self = Self { __repr: Repr::Static(StaticPolicy::PUBLIC) };

    pub(crate) fn from_shared(parts: SharedPolicy) -> Self {
        Self { __repr: Repr::Shared(Arc::new(parts)) }
    }

    /// Returns the allowed origins.
    #[must_use]
    pub fn origins(&self) -> Origins<'_> {
        Origins(match &self.__repr {
            Repr::Static(parts) => OriginsRepr::Static(&parts.origins),
            Repr::Shared(parts) => OriginsRepr::Shared(&parts.origins),
        })
    }

    /// Returns the allowed methods, or `None` for all methods of the route.
    #[must_use]
    pub fn methods(&self) -> Option<AllowMethods<'_>> {
        let methods = match &self.__repr {
            Repr::Static(parts) => parts.methods.map(Text::Static),
            Repr::Shared(parts) => parts.methods.as_deref().map(Text::Borrowed),
        };
        methods.map(AllowMethods)
    }

    /// Reports whether requests may carry cookies, client certificates and HTTP authentication.
    #[must_use]
    pub fn credentials(&self) -> bool {
        match &self.__repr {
            Repr::Static(parts) => parts.credentials,
            Repr::Shared(parts) => parts.credentials,
        }
    }

    pub(crate) fn allow_headers(&self) -> Option<Text<'_>> {
        self.header_value(|parts| parts.allow_headers, |parts| &parts.allow_headers)
    }

    pub(crate) fn expose_headers(&self) -> Option<Text<'_>> {
        self.header_value(|parts| parts.expose_headers, |parts| &parts.expose_headers)
    }

    pub(crate) fn max_age(&self) -> Option<Text<'_>> {
        self.header_value(|parts| parts.max_age, |parts| &parts.max_age)
    }

    pub(crate) fn dangers(&self) -> impl Iterator<Item = &str> {
        self.dangerously_allow().split(", ").filter(|word| !word.is_empty())
    }

    /// Returns the accepted dangers, separated by `", "`.
    fn dangerously_allow(&self) -> &str {
        match &self.__repr {
            Repr::Static(parts) => parts.dangerously_allow,
            Repr::Shared(parts) => &parts.dangerously_allow,
        }
    }

    /// Returns the value of a header, or `None` if it lists nothing. Browsers treat an absent header and an empty one
    /// alike.
    fn header_value(
        &self,
        of_static: impl FnOnce(&StaticPolicy) -> &'static str,
        of_shared: impl FnOnce(&SharedPolicy) -> &str,
    ) -> Option<Text<'_>> {
        let text = match &self.__repr {
            Repr::Static(parts) => Text::Static(of_static(parts)),
            Repr::Shared(parts) => Text::Borrowed(of_shared(parts)),
        };
        (!text.as_str().is_empty()).then_some(text)
    }
}

/// Compares the content of policies, wherever they come from.
impl PartialEq for Policy {
    fn eq(&self, other: &Self) -> bool {
        self.origins() == other.origins()
            && self.methods() == other.methods()
            && self.allow_headers() == other.allow_headers()
            && self.expose_headers() == other.expose_headers()
            && self.credentials() == other.credentials()
            && self.max_age() == other.max_age()
            && self.dangerously_allow() == other.dangerously_allow()
    }
}

impl Eq for Policy {}

/// Writes the policy in the syntax of the attribute.
impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.origins().is_same_origin() {
            return f.write_str("same_origin");
        }
        write!(f, "origins = {}", self.origins())?;
        for (key, names) in [
            ("methods", self.methods().map(|methods| methods.0)),
            ("allow_headers", self.allow_headers()),
            ("expose_headers", self.expose_headers()),
        ] {
            if let Some(names) = names {
                write!(f, ", {key} = {:?}", names.as_str().split(", ").collect::<Vec<_>>())?;
            }
        }
        if self.credentials() {
            f.write_str(", credentials = true")?;
        }
        if let Some(seconds) = self.max_age() {
            write!(f, ", max_age = {}", seconds.as_str())?;
        }
        match self.dangerously_allow() {
            "" => Ok(()),
            words => write!(f, ", dangerously_allow = {:?}", words.split(", ").collect::<Vec<_>>()),
        }
    }
}
