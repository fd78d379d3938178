//! Origins that are decided by code of the application.

use std::any::Any;
use std::fmt;

use crate::origin::Origin;

/// A predicate of an adapter, which alone knows its type: it takes the requests of a framework.
#[doc(hidden)]
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "named only by expansions")]
pub struct Predicate {
    /// As it is written: `predicate(is_preview)`.
    pub text: &'static str,
    /// The request headers beside `Origin` that it reads.
    pub vary: &'static [&'static str],
    pub judge: &'static (dyn Any + Send + Sync),
}

impl fmt::Debug for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// An origin that a predicate has to judge before there can be a decision.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "named only by adapters")]
pub struct Question<'r> {
    pub origin: Origin<'r>,
    pub judge: &'static (dyn Any + Send + Sync),
}

/// What a predicate can return: whether the origin is allowed, or why that cannot be said, which refuses it.
#[doc(hidden)]
pub trait Verdict {
    /// Whether the origin is allowed.
    ///
    /// # Errors
    /// Why that cannot be said.
    fn approves(self) -> Result<bool, String>;
}

impl Verdict for bool {
    fn approves(self) -> Result<bool, String> {
        Ok(self)
    }
}

impl<E: fmt::Display> Verdict for Result<bool, E> {
    fn approves(self) -> Result<bool, String> {
        self.map_err(|error| error.to_string())
    }
}
