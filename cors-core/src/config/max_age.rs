//! `Access-Control-Max-Age`: how long a browser may cache a preflight response.

use std::fmt;

use crate::error::{Mistake, MistakeKind, PolicyError};
use crate::key::Key;

/// The longest duration that any browser honours, in seconds: a day (Firefox; Chromium stops at 7200, Safari at 600).
pub(crate) const LONGEST: i64 = 86_400;

/// A duration as written: whole seconds, or text with one unit (`"90s"`, `"10m"`, `"2h"`, `"1d"`).
///
/// The range is 0 to 86400 seconds. With 0, browsers do not cache the preflight response.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(::serde::Deserialize),
    serde(untagged, expecting = "whole seconds, or text with one unit such as \"10m\"")
)]
pub enum MaxAge {
    /// Whole seconds.
    Seconds(i64),
    /// A number and a unit.
    Text(String),
}

/// Takes a literal such as `600`, which is an `i32` where nothing else is asked for.
impl From<i32> for MaxAge {
    fn from(seconds: i32) -> Self {
        Self::Seconds(seconds.into())
    }
}

impl From<u32> for MaxAge {
    fn from(seconds: u32) -> Self {
        Self::Seconds(seconds.into())
    }
}

impl From<i64> for MaxAge {
    fn from(seconds: i64) -> Self {
        Self::Seconds(seconds)
    }
}

impl From<&str> for MaxAge {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<std::time::Duration> for MaxAge {
    /// Rounds down to whole seconds.
    fn from(duration: std::time::Duration) -> Self {
        Self::Seconds(i64::try_from(duration.as_secs()).unwrap_or(i64::MAX))
    }
}

impl fmt::Display for MaxAge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds(seconds) => seconds.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl MaxAge {
    /// Returns the seconds to send.
    ///
    /// # Errors
    /// The value is negative, longer than a day, or not a duration.
    pub fn seconds(&self) -> Result<i64, PolicyError> {
        self.seconds_or_kind()
            .map_err(|kind| Mistake::of_key(Key::MaxAge, kind).with_value(&self.to_string()).into())
    }

    /// Returns the value of the header, which is empty where there is nothing to send.
    #[doc(hidden)]
    #[must_use]
    pub fn header_value(max_age: Option<&Self>) -> String {
        let seconds = max_age.and_then(|max_age| max_age.seconds_or_kind().ok());
        seconds.map(|seconds| seconds.to_string()).unwrap_or_default()
    }

    /// Returns the seconds to send, or the kind of the mistake.
    pub(crate) fn seconds_or_kind(&self) -> Result<i64, MistakeKind> {
        let seconds = match self {
            Self::Seconds(seconds) => *seconds,
            Self::Text(text) => parse(text)?,
        };
        match seconds {
            ..0 => Err(MistakeKind::MaxAgeNegative),
            0..=LONGEST => Ok(seconds),
            _ => Err(MistakeKind::MaxAgeTooLong),
        }
    }
}

fn parse(text: &str) -> Result<i64, MistakeKind> {
    let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |unsigned| (-1, unsigned));
    let digits = unsigned.trim_end_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(MistakeKind::MaxAgeSyntax);
    }
    let unit = match unsigned.get(digits.len()..) {
        Some("s") => 1,
        Some("m") => 60,
        Some("h") => 3600,
        Some("d") => 86_400,
        _ => return Err(MistakeKind::MaxAgeSyntax),
    };
    // A number with more digits than `i64` holds is too long with any unit.
    Ok(digits.parse::<i64>().map_or(i64::MAX, |number| number.saturating_mul(unit)).saturating_mul(sign))
}
