//! Header values, and how long they live.

/// A string of a policy that is sent as a header value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text<'p> {
    /// A literal of the program, which can be sent without a copy.
    Static(&'static str),
    /// A string of a policy that was made at run time.
    Borrowed(&'p str),
}

impl<'p> Text<'p> {
    pub(crate) const fn as_str(self) -> &'p str {
        match self {
            Self::Static(text) => text,
            Self::Borrowed(text) => text,
        }
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text<'_> {}

/// The value of a header, and how long it lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'h> {
    /// A literal of the program, which can be sent without a copy.
    Static(&'static str),
    /// A string of a policy that was made at run time.
    Borrowed(&'h str),
    /// A string that was built for this response.
    Owned(String),
    /// The value of the request's `Origin` header, which is allowed.
    RequestOrigin,
}

impl<'h> From<Text<'h>> for Value<'h> {
    fn from(text: Text<'h>) -> Self {
        match text {
            Text::Static(text) => Self::Static(text),
            Text::Borrowed(text) => Self::Borrowed(text),
        }
    }
}

impl From<AllowOrigin> for Value<'_> {
    fn from(allowed: AllowOrigin) -> Self {
        match allowed {
            AllowOrigin::Wildcard => Self::Static("*"),
            AllowOrigin::RequestOrigin => Self::RequestOrigin,
        }
    }
}

/// The value of `Access-Control-Allow-Origin` for an allowed origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AllowOrigin {
    /// `*`.
    Wildcard,
    /// The origin of the request, which equals any exact entry that allows it.
    RequestOrigin,
}
