//! The policies of the cases. The peers get equivalent ones, built from the same constants.

use std::sync::LazyLock;

use cors_actix::policy;
use cors_core::{Policy, PolicyBuilder};

pub(crate) const ALLOW_HEADERS: [&str; 2] = ["content-type", "x-request-id"];
pub(crate) const EXPOSE_HEADERS: [&str; 1] = ["etag"];
pub(crate) const MAX_AGE: u32 = 600;
pub(crate) const METHOD: &str = "PUT";

const APP: &str = "https://app.example.com";
const ADMIN: &str = "https://admin.example.com";
/// The suffix after the wildcard.
pub(crate) const PREVIEWS: &str = ".preview.example.com";

pub(crate) static FEW: Policy = policy!(
    origins = [APP, ADMIN],
    allow_headers = ["content-type", "x-request-id"],
    expose_headers = ["etag"],
    credentials = true,
    max_age = 600,
);
/// The policy of an application, which knows no methods.
pub(crate) static DEFAULT: Policy = policy!(..FEW, methods = ["PUT"]);
pub(crate) static ONE: Policy = policy!(..FEW, origins = [APP]);
pub(crate) static WILDCARD: Policy = policy!(..FEW, origins = ["https://*.preview.example.com"]);
pub(crate) static BUILT_1: LazyLock<Policy> = LazyLock::new(|| built(1));
pub(crate) static BUILT_10: LazyLock<Policy> = LazyLock::new(|| built(10));
pub(crate) static BUILT_1_000: LazyLock<Policy> = LazyLock::new(|| built(1_000));
pub(crate) static BUILT_10_000: LazyLock<Policy> = LazyLock::new(|| built(10_000));

/// The policy of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    Few,
    /// `Few`, on a path with a dynamic segment.
    Segment,
    /// `Few`, for the application in place of its routes.
    Default,
    One,
    Wildcard,
    Built1,
    Built10,
    Built1000,
    Built10000,
}

impl Setting {
    /// Returns the origins as a policy lists them.
    pub(crate) fn origins(self) -> Vec<String> {
        match self {
            Self::Few | Self::Segment | Self::Default => vec![APP.to_owned(), ADMIN.to_owned()],
            Self::One => vec![APP.to_owned()],
            Self::Wildcard => vec![format!("https://*{PREVIEWS}")],
            Self::Built1 => tenants(1),
            Self::Built10 => tenants(10),
            Self::Built1000 => tenants(1_000),
            Self::Built10000 => tenants(10_000),
        }
    }

    /// Returns the path of the handler, as in a request.
    pub(crate) fn path(self) -> &'static str {
        if self == Self::Segment { "/users/7" } else { "/" }
    }

    pub(crate) fn is_wildcard(self) -> bool {
        self == Self::Wildcard
    }

    /// Reports whether the case is about a route or a literal, which the stack of `http` lacks.
    pub(crate) fn is_of_routes(self) -> bool {
        matches!(self, Self::One | Self::Segment | Self::Default)
    }
}

/// Reports whether `origin` matches the wildcard, for peers that take a function.
pub(crate) fn is_preview(origin: &[u8]) -> bool {
    let host = origin.strip_prefix(b"https://").and_then(|host| host.strip_suffix(PREVIEWS.as_bytes()));
    host.is_some_and(|labels| {
        labels.split(|byte| *byte == b'.').all(|label| {
            !label.is_empty() && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        })
    })
}

/// The wildcard, for peers that take a regular expression.
pub(crate) const PREVIEWS_REGEX: &str = r"^https://([a-z0-9-]+\.)+preview\.example\.com$";

fn built(size: usize) -> Policy {
    builder(&tenants(size)).build().unwrap()
}

/// Returns a policy that differs from the others only in its origins.
pub(crate) fn builder(origins: &[String]) -> PolicyBuilder {
    Policy::builder()
        .origins(origins.iter().map(String::as_str))
        .allow_headers(ALLOW_HEADERS)
        .expose_headers(EXPOSE_HEADERS)
        .credentials(true)
        .max_age(MAX_AGE)
}

/// Returns origins of equal length, as tenants often have, so that an order by length decides nothing.
fn tenants(size: usize) -> Vec<String> {
    (0..size).map(|index| format!("https://tenant-{index:05}.example.com")).collect()
}
