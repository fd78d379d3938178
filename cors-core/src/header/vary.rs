//! The `Vary` header (RFC 9110, section 12.5.5; Fetch, "CORS protocol and HTTP caches").

use std::borrow::Cow;

/// The request headers that our part of the response depends on, to be merged into the response's `Vary`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vary {
    pub(crate) own: VaryOn,
    /// Names that a predicate declares.
    pub(crate) more: &'static [&'static str],
}

/// The request headers that the response of a policy without a predicate depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum VaryOn {
    Nothing,
    Origin,
    Preflight,
    Refusal,
}

impl VaryOn {
    pub(crate) const COUNT: usize = Self::Refusal as usize + 1;

    /// Returns the names as one field line.
    const fn line(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Origin => Vary::ORIGIN_LINE,
            Self::Preflight => Vary::PREFLIGHT_LINE,
            Self::Refusal => "Origin, Sec-Fetch-Site",
        }
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        self.line().split(", ").filter(|name| !name.is_empty())
    }
}

#[doc(hidden)]
impl Vary {
    pub const NOTHING: Self = Self { own: VaryOn::Nothing, more: &[] };
    pub const ORIGIN: Self = Self { own: VaryOn::Origin, more: &[] };
    pub const PREFLIGHT: Self = Self { own: VaryOn::Preflight, more: &[] };
    pub const REFUSAL: Self = Self { own: VaryOn::Refusal, more: &[] };

    pub const ORIGIN_LINE: &'static str = "Origin";
    pub const PREFLIGHT_LINE: &'static str = "Origin, Access-Control-Request-Method";
}

impl Vary {
    /// Returns the line to append to a response whose `Vary` lines are `lines`, if they lack a name.
    ///
    /// Existing lines are kept, so no name of the handler is lost. A name that is present in any case is not repeated,
    /// and `*` covers every name.
    ///
    /// ```
    /// # use cors_core::{Policy, Request};
    ///
    /// let policy = Policy::builder().origins(["https://app.example.com"]).build()?;
    /// let request = Request { method: b"GET", ..Request::default() };
    /// let vary = policy.decide_without_route(&request).headers().vary();
    /// let accept: &[u8] = b"Accept-Encoding";
    /// assert_eq!(vary.missing_from([accept]).as_deref(), Some("Origin"));
    /// assert_eq!(vary.missing_from([accept, b"accept, ORIGIN"]), None);
    /// assert_eq!(vary.missing_from([&b"*"[..]]), None);
    /// # Ok::<(), cors_core::PolicyError>(())
    /// ```
    pub fn missing_from<'a>(self, lines: impl IntoIterator<Item = &'a [u8]>) -> Option<Cow<'static, str>> {
        let names = || self.own.names().chain(self.more.iter().copied()).zip((0..).map(bit));
        let mut found = 0;
        for member in lines.into_iter().flat_map(|line| line.split(|byte| *byte == b',')) {
            let member = member.trim_ascii();
            if member == b"*" {
                return None;
            }
            for (_, bit) in names().filter(|(name, _)| member.eq_ignore_ascii_case(name.as_bytes())) {
                found |= bit;
            }
        }
        if found == 0 && self.more.is_empty() {
            return Some(self.own.line()).filter(|line| !line.is_empty()).map(Cow::Borrowed);
        }
        let is_repeated = |(name, mark): &(&str, u64)| {
            names().any(|(other, bit)| bit < *mark && other.eq_ignore_ascii_case(name))
        };
        let mut missing =
            names().filter(|(_, bit)| found & bit == 0).filter(|it| !is_repeated(it)).map(|(name, _)| name);
        let first = missing.next()?;
        let rest: Vec<&str> = missing.collect();
        Some(if rest.is_empty() { first.into() } else { format!("{first}, {}", rest.join(", ")).into() })
    }
}

/// The value of a line of `Vary`, in the type of an adapter's version of the crate `http`.
///
/// The compiler checks the two lines that almost every response has. To check the longer one for each response takes longer than to
/// insert it.
#[doc(hidden)]
#[macro_export]
macro_rules! __vary_value {
    ($value:ty, $names:expr) => {
        match $names {
            ::std::borrow::Cow::Borrowed($crate::Vary::ORIGIN_LINE) => {
                Some(const { <$value>::from_static($crate::Vary::ORIGIN_LINE) })
            }
            ::std::borrow::Cow::Borrowed($crate::Vary::PREFLIGHT_LINE) => {
                Some(const { <$value>::from_static($crate::Vary::PREFLIGHT_LINE) })
            }
            ::std::borrow::Cow::Borrowed(names) => Some(<$value>::from_static(names)),
            ::std::borrow::Cow::Owned(names) => <$value>::try_from(names).ok(),
        }
    };
}

#[cfg(feature = "http")]
pub(crate) use __vary_value as vary_value;

/// Returns the mark of a name that is present. A name beyond the last mark is repeated, which does no harm.
fn bit(place: u32) -> u64 {
    1_u64.checked_shl(place).unwrap_or(0)
}
