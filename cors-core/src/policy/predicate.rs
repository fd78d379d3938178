//! A predicate as part of a policy.

use std::any::Any;
use std::fmt;

/// A predicate for the requests of one framework. Its function is a `PredicateFn` of the framework's adapter, whose type a
/// policy does not have.
#[doc(hidden)]
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "named only by expansions")]
pub struct Predicate {
    /// The text in the attribute: `predicate(is_preview)`.
    pub text: &'static str,
    /// The module of the attribute, since another module can have another function of this name.
    pub module: &'static str,
    /// The framework whose requests the predicate takes.
    pub framework: &'static str,
    /// The request headers beside `Origin` that the predicate reads.
    pub vary: &'static [&'static str],
    pub function: &'static (dyn Any + Send + Sync),
}

/// Compares the text and the module, since the same text in one module names the same function.
impl PartialEq for Predicate {
    fn eq(&self, other: &Self) -> bool {
        (self.text, self.module, self.framework, self.vary)
            == (other.text, other.module, other.framework, other.vary)
    }
}

impl fmt::Debug for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}
