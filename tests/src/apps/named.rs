//! Policies that both applications name and that come at run time.

use std::sync::LazyLock;

use cors_core::{Policy, ReloadablePolicy};

/// As a table has it that is shared by name.
pub(crate) const APP_ORIGIN: &str = "https://app.example.com";

pub(crate) static LAZY: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins(["https://tenant.example", "https://*.tenant.example"]);
    policy.allow_headers(["x-a"]).credentials(true).build().expect("it is right")
});

pub(crate) static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

/// Leaves out what routes serve beside `GET`.
pub(crate) static ONLY_GET: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins([APP_ORIGIN]).methods(["GET"]);
    policy.build().expect("it is right")
});

/// Leaves out what routes serve beside `HEAD`.
pub(crate) static ONLY_HEAD: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins([APP_ORIGIN]).methods(["HEAD"]);
    policy.build().expect("it is right")
});

pub(crate) fn by_function() -> &'static Policy {
    &LAZY
}

/// Replaces [`LIVE`], before requests are served.
pub(crate) fn open() {
    let policy = Policy::builder().origins([APP_ORIGIN]).expose_headers(["etag"]);
    LIVE.store(policy.build().expect("it is right"));
}
