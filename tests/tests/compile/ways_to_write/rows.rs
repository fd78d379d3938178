//! The policies: those of `policies.json`, and policies in which keys interact.

use cors_core::{Config, MaxAge};
use cors_oracle::corpus::{config, policy_rows};

pub(crate) fn all() -> Vec<Config> {
    policy_rows().iter().filter_map(config).chain(beside()).collect()
}

/// Origins, credentials, dangers.
const DANGERS: [(&[&str], bool, &[&str]); 23] = [
    (&["http://a.example"], true, &["insecure_origins"]),
    (&["http://a.example"], false, &["insecure_origins"]),
    (&["http://a.example", "https://b.example"], true, &[]),
    (&["http://localhost:3000"], true, &["insecure_origins"]),
    (&["https://a.example"], true, &["insecure_origins"]),
    (&["https://*.com"], false, &["public_suffix_wildcards"]),
    (&["https://*.example.com"], false, &["public_suffix_wildcards"]),
    (&["https://a.example", "https://*.github.io"], false, &["public_suffix_wildcards"]),
    (&["https://a.example"], false, &["public_suffix_wildcards"]),
    (&["http://*.com"], true, &["insecure_origins", "public_suffix_wildcards"]),
    (&["null"], false, &["null_origin"]),
    (&["null"], true, &["null_origin"]),
    (&["NULL"], false, &["null_origin"]),
    (&["https://a.example"], false, &["null_origin"]),
    (&["*"], false, &["null_origin"]),
    (&["*"], true, &["insecure_origins"]),
    (&["*", "https://a.example"], false, &[]),
    (&["https://a.example"], false, &["insecure"]),
    (&["https://a.example"], false, &["insecure_origin"]),
    (&["null"], false, &["null_origin", "null_origin"]),
    (&["http://a.example/", "http://a.example"], true, &[]),
    (&["https://a.example", "https://a.example/"], false, &[]),
    (&["https://xn--a-ecp.example"], false, &[]),
];

/// Request headers, response headers, and the age.
const LISTS: [(&[&str], &[&str], &str); 12] = [
    (&["content-type", "x-a"], &["etag"], "10m"),
    (&["*"], &["*"], "86400s"),
    (&["*", "authorization"], &[], "1d"),
    (&["*", "x-a"], &["*", "etag"], "0"),
    (&["X-A", "x-a"], &["ETag", "etag"], "2d"),
    (&["cookie", "host", "sec-fetch-mode"], &["set-cookie", "origin"], "-1"),
    (&["access-control-allow-origin"], &["access-control-max-age"], "10min"),
    (&["x a", "x-b:"], &["x(a)"], "1.5h"),
    (&["x-*"], &["x-*"], "ten"),
    (&["authorization"], &["content-length"], "90s"),
    (&["proxy-authorization"], &["set-cookie2"], "1w"),
    (&["ümlaut"], &["ëtag"], "10 m"),
];

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn beside() -> impl Iterator<Item = Config> {
    let dangers = DANGERS.into_iter().map(|(origins, credentials, dangers)| {
        let mut config = Config::default();
        config.origins = Some(owned(origins));
        config.credentials = credentials;
        config.dangerously_allow = owned(dangers);
        config
    });
    let lists = LISTS.into_iter().flat_map(|(allow, expose, age)| {
        [false, true].map(|credentials| {
            let mut config = Config::default();
            config.origins = Some(owned(&["https://app.example.com"]));
            config.allow_headers = owned(allow);
            config.expose_headers = owned(expose);
            config.credentials = credentials;
            config.max_age = Some(MaxAge::from(age));
            config
        })
    });
    dangers.chain(lists)
}
