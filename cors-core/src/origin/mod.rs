//! Origins and the patterns that allow them.
//!
//! An origin is compared byte for byte as the browser sends it (Fetch, [CORS check]). Nothing is trimmed, decoded,
//! lower-cased or parsed as a URL, because each of these steps has caused vulnerabilities in CORS libraries.
//!
//! [CORS check]: https://fetch.spec.whatwg.org/#concept-cors-check

pub(crate) mod host;
pub(crate) mod idna;
mod ip;
mod matching;
pub(crate) mod pattern;
pub(crate) mod public_suffix;
mod punycode;
pub(crate) mod repair;
mod request_origin;
pub(crate) mod scheme;
pub(crate) mod split;

pub use matching::matches;
pub use pattern::is_pattern;
pub use request_origin::Origin;
