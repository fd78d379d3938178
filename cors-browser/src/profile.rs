//! Differences between browsers and the standard.

use std::time::Duration;

use crate::header_list::HeaderList;

/// The lifetime of a preflight response without `Access-Control-Max-Age`
/// ([CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), step 7.9).
const DEFAULT_SECONDS: u64 = 5;

/// The browser whose behaviour is modelled, as far as a server can notice it.
///
/// In all engines `*` in `Access-Control-Allow-Headers` covers `Authorization` as well, unlike in the standard. The
/// engines differ in how long they cache a preflight response.
///
/// ```
/// # use cors_browser::{Browser, Profile};
///
/// let safari = Browser::at("https://app.example.com").with_profile(Profile::Safari);
/// # let _ = safari;
/// assert_eq!(Profile::default(), Profile::Standard);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// The Fetch Standard, and web-platform-tests where its text is open. Preflight responses are cached as long as
    /// they ask for.
    #[default]
    Standard,
    /// Chromium: at most two hours, one preflight response per URL, and no use of a cached `*` that came with
    /// credentials.
    Chromium,
    /// Firefox: at most a day, separate entries with and without credentials, and no use of a cached `*`.
    Firefox,
    /// Safari: at most ten minutes, and one preflight response per URL.
    Safari,
}

impl Profile {
    /// Returns how long a preflight response is cached. Several lines are not a number in any browser.
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

    /// Reports whether `*` covers `Authorization` in a preflight response.
    pub(crate) fn star_covers_authorization(self) -> bool {
        self != Self::Standard
    }

    /// Reports whether a cached `*` covers methods and headers of later requests without credentials. `with_credentials`
    /// is of the request whose preflight response had the `*`.
    pub(crate) fn keeps_star(self, with_credentials: bool) -> bool {
        match self {
            Self::Standard | Self::Safari => true,
            Self::Chromium => !with_credentials,
            Self::Firefox => false,
        }
    }

    /// Reports whether entries of requests with credentials apply to other requests as well.
    pub(crate) fn shares_answers(self) -> bool {
        self != Self::Firefox
    }

    /// Reports whether an entry is removed after a response that relied on it fails the checks. In every browser an
    /// entry ends when a request needs more than it allows.
    pub(crate) fn forgets_with_failures(self) -> bool {
        self != Self::Chromium
    }

    /// Reports whether a new preflight response replaces the entries of the same URL.
    pub(crate) fn replaces_answers(self) -> bool {
        matches!(self, Self::Chromium | Self::Safari)
    }
}

/// Parses seconds as the standard does, with one deviation: `-1` is not a number by its text and would mean five
/// seconds, but the tests and all engines cache nothing.
fn standard_seconds(text: &str) -> u64 {
    match text.strip_prefix('-') {
        Some(negative) if digits(negative).is_some() => 0,
        _ => digits(text).unwrap_or(DEFAULT_SECONDS),
    }
}

/// Parses seconds as a signed number of 64 bits.
fn signed_seconds(text: &str) -> u64 {
    text.parse::<i64>().map_or(DEFAULT_SECONDS, |seconds| u64::try_from(seconds).unwrap_or(0))
}

/// Parses digits without a sign. A larger number than `u64` holds becomes the maximum.
fn digits(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}
