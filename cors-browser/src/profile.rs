//! Where browsers differ from the standard and from each other.

use std::time::Duration;

use crate::header_list::HeaderList;

/// How long the answer to a preflight is kept that does not say it
/// ([CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), step 7.9).
const DEFAULT_SECONDS: u64 = 5;

/// Whose behaviour is modelled, where it matters for what a server sees.
///
/// All engines let `*` in `Access-Control-Allow-Headers` stand for `Authorization` as well, which the standard does
/// not, and differ in how long they keep the answer to a preflight.
///
/// ```
/// use cors_browser::{Browser, Profile};
///
/// let safari = Browser::at("https://app.example.com").with_profile(Profile::Safari);
/// # let _ = safari;
/// assert_eq!(Profile::default(), Profile::Standard);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// The Fetch Standard, and web-platform-tests where they say what its text leaves open. It keeps answers as long
    /// as they ask for.
    #[default]
    Standard,
    /// Chromium: two hours at most, one answer for each URL.
    Chromium,
    /// Firefox: a day at most, answers with and without credentials apart, and no use of a kept `*`.
    Firefox,
    /// Safari: ten minutes at most, one answer for each URL.
    Safari,
}

impl Profile {
    /// How long the answer to a preflight is kept. Several lines are no number in any browser.
    pub(crate) fn max_age(self, headers: &HeaderList) -> Duration {
        let lines = headers.get("access-control-max-age").unwrap_or_default();
        let text = String::from_utf8_lossy(&lines).into_owned();
        let seconds = match self {
            Self::Standard => standard_seconds(&text),
            Self::Chromium => signed_seconds(&text).min(7200),
            Self::Firefox if text.is_empty() => DEFAULT_SECONDS,
            Self::Firefox => digits(&text).unwrap_or(0).min(86_400),
            Self::Safari => signed_seconds(&text).min(600),
        };
        Duration::from_secs(seconds)
    }

    /// Whether `*` stands for `Authorization` in the answer to a preflight.
    pub(crate) fn star_covers_authorization(self) -> bool {
        self != Self::Standard
    }

    /// Whether a kept `*` stands for methods and headers that were not asked for before.
    pub(crate) fn keeps_stars(self) -> bool {
        self != Self::Firefox
    }

    /// Whether answers to requests with credentials are for other requests, too.
    pub(crate) fn shares_answers(self) -> bool {
        self != Self::Firefox
    }

    /// Whether an answer is forgotten when a response to which it led fails the checks. That a request needs more than
    /// what is kept ends it everywhere.
    pub(crate) fn forgets_with_failures(self) -> bool {
        self != Self::Chromium
    }

    /// Whether a new answer replaces what was kept of the same URL.
    pub(crate) fn replaces_answers(self) -> bool {
        matches!(self, Self::Chromium | Self::Safari)
    }
}

/// By the standard's text `-1` is no number of seconds and means five; the tests and all engines keep nothing.
fn standard_seconds(text: &str) -> u64 {
    match text.strip_prefix('-') {
        Some(negative) if digits(negative).is_some() => 0,
        _ => digits(text).unwrap_or(DEFAULT_SECONDS),
    }
}

/// As a signed number of 64 bits.
fn signed_seconds(text: &str) -> u64 {
    text.parse::<i64>().map_or(DEFAULT_SECONDS, |seconds| u64::try_from(seconds).unwrap_or(0))
}

/// Digits alone, of any number.
fn digits(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}
