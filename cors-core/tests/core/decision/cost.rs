//! The cost of a decision does not grow with the request.

use std::time::{Duration, Instant};

use cors_core::Policy;
use cors_oracle::decide::decide;

/// Returns the fastest of several runs, so that other load on the machine does not matter.
fn time(policy: &Policy, origin: &[u8], requested: &[u8]) -> Duration {
    let (origins, requested) = ([origin.to_vec()], [requested.to_vec()]);
    let run = || {
        let start = Instant::now();
        for _ in 0..20 {
            assert_ne!(decide(policy, b"OPTIONS", &origins, &requested).status, Some(204));
        }
        start.elapsed()
    };
    (0..10).map(|_| run()).min().unwrap()
}

#[test]
#[cfg_attr(miri, ignore = "it measures time")]
fn long_values_are_not_looked_at() {
    let policy =
        Policy::builder().origins(["https://a.example", "https://*.a.example:*", "http://localhost:*"]);
    let policy = policy.build().unwrap();
    let usual = time(&policy, b"https://evil.example.evil.example", b"PUT");
    for (start, unit, end) in [
        ("https://", "a", ".a.example"),
        ("https://", "a.", "a.example"),
        ("http://localhost:", "8", ""),
        ("https://", "[", "]"),
        ("", " ", ""),
    ] {
        let long = format!("{start}{}{end}", unit.repeat(1 << 20));
        let cost = time(&policy, long.as_bytes(), b"PUT");
        assert!(cost < usual * 20, "{start}: {cost:?}, usually {usual:?}");
    }
    let cost = time(&policy, b"https://a.example", &b"PUT".repeat(1 << 20));
    assert!(cost < usual * 20, "a long method: {cost:?}, usually {usual:?}");
}
