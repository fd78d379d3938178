//! The `Vary` header (RFC 9110, section 12.5.5; Fetch, "CORS protocol and HTTP caches").

/// What of our answer depends on request headers, to be merged into the response's `Vary`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vary {
    /// The answer is the same for every origin.
    Nothing,
    /// The answer depends on `Origin`.
    Origin,
    /// A preflight's answer depends on `Origin` and `Access-Control-Request-Method`.
    Preflight,
}

impl Vary {
    /// The line to append to a response whose `Vary` lines are `lines`, if anything is missing there.
    ///
    /// Existing lines stay as they are, so nothing of the handler's is lost. Names that are there in any case are
    /// not repeated, and `*` covers every name.
    ///
    /// ```
    /// use cors_core::Vary;
    ///
    /// let accept: &[u8] = b"Accept-Encoding";
    /// assert_eq!(Vary::Origin.missing_from([accept]), Some("Origin"));
    /// assert_eq!(Vary::Origin.missing_from([accept, b"accept, ORIGIN"]), None);
    /// assert_eq!(Vary::Preflight.missing_from([&b"*"[..]]), None);
    /// ```
    pub fn missing_from<'a>(self, lines: impl IntoIterator<Item = &'a [u8]>) -> Option<&'static str> {
        let (mut origin, mut method) = match self {
            Self::Nothing => return None,
            Self::Origin => (true, false),
            Self::Preflight => (true, true),
        };
        for member in lines.into_iter().flat_map(|line| line.split(|byte| *byte == b',')) {
            match member.trim_ascii() {
                b"*" => return None,
                name if name.eq_ignore_ascii_case(b"origin") => origin = false,
                name if name.eq_ignore_ascii_case(b"access-control-request-method") => method = false,
                _ => {}
            }
        }
        match (origin, method) {
            (true, true) => Some("Origin, Access-Control-Request-Method"),
            (true, false) => Some("Origin"),
            (false, true) => Some("Access-Control-Request-Method"),
            (false, false) => None,
        }
    }
}
