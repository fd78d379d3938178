//! Lists of methods.

use crate::header::Text;
use crate::syntax::token::is_sendable;

/// A list of methods, which is also the value of `Access-Control-Allow-Methods`.
///
/// Methods are compared byte for byte (Fetch, [CORS-preflight fetch]): `patch` is not `PATCH`.
///
/// [CORS-preflight fetch]: https://fetch.spec.whatwg.org/#cors-preflight-fetch
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllowMethods<'p>(pub(crate) Text<'p>);

impl<'p> AllowMethods<'p> {
    /// The [CORS-safelisted methods](https://fetch.spec.whatwg.org/#cors-safelisted-method), which browsers send
    /// without a preflight.
    pub const SAFELISTED: AllowMethods<'static> = AllowMethods::from_checked("GET, HEAD, POST");

    /// Returns the methods in the order in which they are sent. `*` alone allows every method.
    pub fn iter(self) -> impl Iterator<Item = &'p str> {
        self.as_str().split(", ").filter(|method| !method.is_empty())
    }

    /// Reports whether the list contains `method`.
    #[must_use]
    pub fn contains(self, method: &[u8]) -> bool {
        let mut rest = self.as_str().as_bytes();
        while !rest.is_empty() {
            let end = rest.iter().position(|byte| *byte == b',').unwrap_or(rest.len());
            if rest.get(..end) == Some(method) {
                return true;
            }
            rest = rest.get(end + ", ".len()..).unwrap_or_default();
        }
        self.as_str() == "*" && is_sendable(method)
    }

    /// Returns the value of the header.
    #[must_use]
    pub const fn as_str(self) -> &'p str {
        self.0.as_str()
    }
}

impl AllowMethods<'static> {
    /// Wraps methods that have been checked, separated by `", "`.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_checked(methods: &'static str) -> Self {
        Self(Text::Static(methods))
    }
}

/// Returns the two entries, of which either makes a list allow `method`. Where `HEAD` follows `GET`, an entry `GET` allows both.
///
/// A route that serves `GET` answers `HEAD` as `GET`, so that `HEAD` alone allows nothing there.
pub(crate) const fn entries_for(method: &[u8], head_follows_get: bool, serves_get: bool) -> [&[u8]; 2] {
    match method {
        b"HEAD" if head_follows_get && serves_get => [b"GET", b"GET"],
        b"HEAD" if head_follows_get => [b"HEAD", b"GET"],
        _ => [method, method],
    }
}
