//! The traits that an adapter implements for its framework, so that everything else is written once.
//!
//! An adapter reads a request through [`RequestHead`] and writes a response through [`ResponseHead`]. A type of its own
//! implements [`Adapter`], for predicates and the log.

use std::borrow::Cow;
use std::fmt;
use std::fmt::Display;

use crate::syntax::escaped::Escaped;

/// An adapter of a web framework.
#[doc(hidden)]
pub trait Adapter: fmt::Debug + Sized + 'static {
    /// The request that predicates take.
    type Request<'q>;

    /// The boxed future of an async predicate, which is `Send` if the framework requires that.
    type PredicateFuture<'r>: Future<Output = PredicateResult> + Unpin + 'r;

    /// The framework's own word for what sets headers beside handlers.
    const MIDDLEWARE: &'static str;

    /// Reports whether lines of [`Level::Debug`] are written. If not, no explanation is made.
    fn logs_debug() -> bool;

    /// Writes a line to the log. Text of requests and errors is already escaped and cut.
    fn log(level: Level, line: &dyn Display);
}

/// The functions of [`Adapter`] for an adapter that depends on the crate `log`. cors-core does not, because it is compiled for
/// the macros as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __log {
    () => {
        fn logs_debug() -> bool {
            ::log::log_enabled!(target: "cors", ::log::Level::Debug)
        }

        #[allow(clippy::disallowed_macros, reason = "the one place that writes into the log")]
        fn log(level: $crate::__adapter::Level, line: &dyn ::std::fmt::Display) {
            let level = match level {
                $crate::__adapter::Level::Error => ::log::Level::Error,
                $crate::__adapter::Level::Warn => ::log::Level::Warn,
                $crate::__adapter::Level::Debug => ::log::Level::Debug,
            };
            ::log::log!(target: "cors", level, "{line}");
        }
    };
}

/// The level of a line in the log.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The application does not start, or one of its policies has no effect.
    Error,
    /// A header of the application was removed, or something that it sets has no effect.
    Warn,
    /// Everything else. Lines of this level cost nothing unless they are read.
    Debug,
}

/// The result of a predicate: whether it allows the origin.
#[doc(hidden)]
pub type PredicateResult = Result<bool, PredicateError>;

/// The reason why a predicate has no result. It refuses the origin.
#[doc(hidden)]
#[derive(Debug)]
pub enum PredicateError {
    /// The text of the error that the predicate returned.
    Failed(String),
    /// A panic, whose message its hook prints.
    Panicked,
    /// The predicate takes the requests of another framework.
    OfOther,
}

impl Display for PredicateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(error) => {
                write!(f, "a predicate failed, which refuses the origin: {}", Escaped(error.as_bytes()))
            }
            Self::Panicked => f.write_str("a predicate panicked, which refuses the origin"),
            Self::OfOther => {
                f.write_str("a predicate takes the requests of another framework, which refuses the origin")
            }
        }
    }
}

/// A request before its body, as the framework hands it on.
#[doc(hidden)]
pub trait RequestHead<'r>: Copy {
    /// Returns the method of the request, or of the route if the framework routes `HEAD` as `GET`.
    fn method(self) -> &'r [u8];

    /// Returns the field lines with this name, in their order.
    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'r [u8]>;

    /// Returns the authority of the target, if it has one: from a target in absolute form, or from `:authority` in
    /// HTTP/2.
    fn authority(self) -> Option<&'r [u8]>;

    /// Returns the path of the target, for the log. It has no query, in which there may be secrets.
    fn path(self) -> &'r [u8];
}

/// The request headers that are read.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestHeader {
    /// `Origin`.
    Origin,
    /// `Access-Control-Request-Method`.
    RequestMethod,
    /// `Access-Control-Request-Headers`, which is read only for the log.
    RequestHeaders,
    /// `Sec-Fetch-Site`.
    FetchSite,
    /// `Host`.
    Host,
    /// `Cookie`, which is read only for the log.
    Cookie,
    /// `Sec-Fetch-Mode`, which is read only for the log.
    FetchMode,
}

impl RequestHeader {
    /// Returns the name in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Origin => "origin",
            Self::RequestMethod => "access-control-request-method",
            Self::RequestHeaders => "access-control-request-headers",
            Self::FetchSite => "sec-fetch-site",
            Self::Host => "host",
            Self::Cookie => "cookie",
            Self::FetchMode => "sec-fetch-mode",
        }
    }
}

/// The headers of a response.
#[doc(hidden)]
pub trait ResponseHead {
    /// Calls `each` with the name of every header. A name may come several times in a row.
    fn each_name(&self, each: impl FnMut(&str));

    /// Removes every field line with this name.
    fn remove(&mut self, name: &str);

    /// Returns the field lines of `Vary`.
    fn vary(&self) -> impl Iterator<Item = &[u8]>;

    /// Appends a field line to `Vary`.
    fn append_vary(&mut self, names: Cow<'static, str>);
}
