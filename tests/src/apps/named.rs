//! Named policies of the applications that are made at run time.

use std::sync::LazyLock;

use cors_core::{Policy, ReloadablePolicy};

/// An origin under the name by which a table of constants would share it.
pub(crate) const APP_ORIGIN: &str = "https://app.example.com";

pub(crate) static LAZY: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins(["https://tenant.example", "https://*.tenant.example"]);
    policy.allow_headers(["x-a"]).credentials(true).build().expect("it is right")
});

pub(crate) static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

/// A policy that excludes all methods of a route except `GET`.
pub(crate) static ONLY_GET: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins([APP_ORIGIN]).methods(["GET"]);
    policy.build().expect("it is right")
});

/// A policy that excludes all methods of a route except `HEAD`.
pub(crate) static ONLY_HEAD: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins([APP_ORIGIN]).methods(["HEAD"]);
    policy.build().expect("it is right")
});

pub(crate) fn by_function() -> &'static Policy {
    &LAZY
}

/// Replaces [`LIVE`] before requests are served.
pub(crate) fn open() {
    let policy = Policy::builder().origins([APP_ORIGIN]).expose_headers(["etag"]);
    LIVE.store(policy.build().expect("it is right"));
}
