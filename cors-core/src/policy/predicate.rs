//! A predicate, as part of a policy.

use std::any::Any;
use std::fmt;

/// A predicate of an adapter, which alone knows its type: it takes the requests of a framework.
#[doc(hidden)]
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "named only by expansions")]
pub struct Predicate {
    /// As it is written: `predicate(is_preview)`.
    pub text: &'static str,
    /// Where it is written, since another module can have another function of this name.
    pub module: &'static str,
    /// Whose requests it takes.
    pub framework: &'static str,
    /// The request headers beside `Origin` that it reads.
    pub vary: &'static [&'static str],
    pub function: &'static (dyn Any + Send + Sync),
}

/// Two that are written alike in one module ask the same function.
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
