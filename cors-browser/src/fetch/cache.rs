//! The [CORS-preflight cache](https://fetch.spec.whatwg.org/#concept-cache).

use std::time::Duration;

use crate::profile::Profile;
use crate::spec::terms::is_non_wildcard;

/// The key of entries: the site of the tab, the origin as sent, and the URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CacheKey {
    pub(crate) site: Option<String>,
    pub(crate) origin: String,
    pub(crate) url: String,
}

/// The request of a look-up, or the request whose preflight response is stored.
#[derive(Debug, Clone)]
pub(crate) struct CacheQuery {
    pub(crate) key: CacheKey,
    /// Set if the credentials mode is `include`.
    pub(crate) include: bool,
    pub(crate) profile: Profile,
    pub(crate) now: Duration,
}

/// The entries of earlier preflight responses.
#[derive(Debug, Clone, Default)]
pub(crate) struct PreflightCache(Vec<CacheEntry>);

/// A [cache entry](https://fetch.spec.whatwg.org/#cache-entry).
#[derive(Debug, Clone)]
struct CacheEntry {
    key: CacheKey,
    include: bool,
    allowed: MethodOrHeader,
    expires: Duration,
}

/// A method or a header name. Either may be `*`.
#[derive(Debug, Clone)]
pub(crate) enum MethodOrHeader {
    Method(String),
    Header(String),
}

impl PreflightCache {
    /// Reports whether an entry is a
    /// [method cache entry match](https://fetch.spec.whatwg.org/#method-cache-entry-match) or a
    /// [header-name cache entry match](https://fetch.spec.whatwg.org/#header-name-cache-entry-match).
    pub(crate) fn allows(&self, query: &CacheQuery, wanted: &MethodOrHeader) -> bool {
        self.0.iter().any(|entry| entry.matches(query, wanted))
    }

    /// [Creates](https://fetch.spec.whatwg.org/#concept-cache-create-entry) entries, or extends the lifetime of
    /// matching ones ([CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), steps 7.11 to 7.14).
    pub(crate) fn store(
        &mut self,
        query: &CacheQuery,
        max_age: Duration,
        all: impl Iterator<Item = MethodOrHeader>,
    ) {
        if query.profile.replaces_answers() {
            self.clear(&query.key);
        }
        let expires = query.now.saturating_add(max_age);
        for allowed in all {
            let mut matching = self.0.iter_mut().filter(|entry| entry.matches(query, &allowed)).peekable();
            if matching.peek().is_some() {
                matching.for_each(|entry| entry.expires = expires);
            } else {
                self.0.push(CacheEntry { key: query.key.clone(), include: query.include, allowed, expires });
            }
        }
    }

    /// [Clears](https://fetch.spec.whatwg.org/#concept-cache-clear) the entries of `key`.
    pub(crate) fn clear(&mut self, key: &CacheKey) {
        self.0.retain(|entry| entry.key != *key);
    }
}

impl CacheEntry {
    /// Reports whether the entry is a [cache entry match](https://fetch.spec.whatwg.org/#concept-cache-match).
    fn matches(&self, query: &CacheQuery, wanted: &MethodOrHeader) -> bool {
        let credentials = match query.profile.shares_answers() {
            true => self.include || !query.include,
            false => self.include == query.include,
        };
        // For a request with credentials, a cached `*` is a literal name. The standard's text does not say so here, but all
        // engines agree.
        let star = |name: &str| name == "*" && !query.include && query.profile.keeps_star(self.include);
        let names = match (&self.allowed, wanted) {
            (MethodOrHeader::Method(kept), MethodOrHeader::Method(wanted)) => kept == wanted || star(kept),
            (MethodOrHeader::Header(kept), MethodOrHeader::Header(wanted)) => {
                kept.eq_ignore_ascii_case(wanted) || star(kept) && !is_non_wildcard(wanted)
            }
            _ => false,
        };
        self.key == query.key && self.expires > query.now && credentials && names
    }
}
