//! The keys as constants, for editors: each has the type of its value, and is the default.
//!
//! In rust-analyzer the expansion of an attribute names them, so that a key can be completed, explained and followed.

#![allow(non_upper_case_globals)]

use crate::policy::Policy;

/// The origins whose pages may read responses: `origins = ["https://app.example.com", "https://*.example.com"]`.
///
/// - `"*"` alone is any origin, without credentials. A port of `*` is every port.
/// - `predicate(path)` and `async_predicate(path)` name a function that decides.
/// - An element can be a constant, and can have a condition: `#[cfg(debug_assertions)] "http://localhost:5173"`.
pub const origins: &[&str] = &[];

/// The methods to allow, out of those that the route serves: `methods = ["GET"]`. Without it, all of them.
pub const methods: Option<&[&str]> = None;

/// The request headers that scripts may send: `allow_headers = ["content-type"]`. JSON needs this one.
///
/// A bearer token needs `"authorization"`, which `"*"` does not include.
pub const allow_headers: &[&str] = &[];

/// The response headers that scripts may read, beyond seven that they always may: `expose_headers = ["etag"]`, or `"*"`.
pub const expose_headers: &[&str] = &[];

/// Allows cookies, client certificates and HTTP authentication: `credentials = true`. A bearer token does not need it.
pub const credentials: bool = false;

/// The time for which browsers may cache a preflight response: `max_age = "10m"`, from 0 to a day.
///
/// Seconds (`600`), or text with one unit (`"90s"`, `"10m"`, `"2h"`, `"1d"`). Without it browsers take 5 seconds.
pub const max_age: Option<&str> = None;

/// Refuses requests of other origins that are not allowed, on the server, with `403`: `enforce = "unsafe_methods"`, or `"all_methods"`.
///
/// Without it the handler runs, and the page cannot read the response.
pub const enforce: Option<&str> = None;

/// The dangers that the origins beside it need: `dangerously_allow = ["null_origin"]`.
///
/// `"insecure_origins"`, `"public_suffix_wildcards"` or `"null_origin"`.
pub const dangerously_allow: &[&str] = &[];

/// A policy with a name, instead of the other keys: `policy = PARTNERS`. `methods` and `enforce` can stand beside it.
///
/// A `const` or `static` of type `Policy`, a `static` of type `LazyLock<Policy>` or `ReloadablePolicy`, or a function that returns
/// `&'static Policy`.
pub const policy: Option<Policy> = None;

/// Restricts the route to its own origin: `#[cors(same_origin)]`, without other keys.
pub const same_origin: bool = false;
