//! A string of a policy, and whether it lives for ever.

/// A header value of a policy.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text<'p> {
    /// A literal of the program, which can be sent without a copy.
    Static(&'static str),
    /// A string of a policy that was made at run time.
    Policy(&'p str),
}

impl<'p> Text<'p> {
    pub(crate) const fn as_str(self) -> &'p str {
        match self {
            Self::Static(text) => text,
            Self::Policy(text) => text,
        }
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text<'_> {}
