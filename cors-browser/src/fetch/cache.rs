//! The [CORS-preflight cache](https://fetch.spec.whatwg.org/#concept-cache).

use std::time::Duration;

use crate::profile::Profile;
use crate::spec::terms::is_non_wildcard;

/// What answers are kept for: the site of the tab, the origin as it was sent, and the URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) site: Option<String>,
    pub(crate) origin: String,
    pub(crate) url: String,
}

/// Who looks something up or stores it.
#[derive(Debug, Clone)]
pub(crate) struct Asker {
    pub(crate) key: Key,
    /// Whether the credentials mode is `include`.
    pub(crate) include: bool,
    pub(crate) profile: Profile,
    pub(crate) now: Duration,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Cache(Vec<Entry>);

/// A [cache entry](https://fetch.spec.whatwg.org/#cache-entry).
#[derive(Debug, Clone)]
struct Entry {
    key: Key,
    include: bool,
    allowed: Allowed,
    expires: Duration,
}

/// A method or the name of a header, either of which may be `*`.
#[derive(Debug, Clone)]
pub(crate) enum Allowed {
    Method(String),
    Header(String),
}

impl Cache {
    /// Whether some entry is a [method cache entry match](https://fetch.spec.whatwg.org/#method-cache-entry-match) or a
    /// [header-name one](https://fetch.spec.whatwg.org/#header-name-cache-entry-match).
    pub(crate) fn allows(&self, asker: &Asker, wanted: &Allowed) -> bool {
        self.0.iter().any(|entry| entry.matches(asker, wanted))
    }

    /// [Creates](https://fetch.spec.whatwg.org/#concept-cache-create-entry) entries, or makes those live longer that
    /// match already ([CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch), steps 7.11 to 7.14).
    pub(crate) fn store(&mut self, asker: &Asker, max_age: Duration, all: impl Iterator<Item = Allowed>) {
        if asker.profile.replaces_answers() {
            self.clear(&asker.key);
        }
        let expires = asker.now.saturating_add(max_age);
        for allowed in all {
            let mut matching = self.0.iter_mut().filter(|entry| entry.matches(asker, &allowed)).peekable();
            if matching.peek().is_some() {
                matching.for_each(|entry| entry.expires = expires);
            } else {
                self.0.push(Entry { key: asker.key.clone(), include: asker.include, allowed, expires });
            }
        }
    }

    /// [Clear cache entries](https://fetch.spec.whatwg.org/#concept-cache-clear).
    pub(crate) fn clear(&mut self, key: &Key) {
        self.0.retain(|entry| entry.key != *key);
    }
}

impl Entry {
    /// [Cache entry match](https://fetch.spec.whatwg.org/#concept-cache-match).
    fn matches(&self, asker: &Asker, wanted: &Allowed) -> bool {
        let credentials = match asker.profile.shares_answers() {
            true => self.include || !asker.include,
            false => self.include == asker.include,
        };
        // A `*` that came with credentials is a name. The standard's text forgets that here; no engine does.
        let star = |name: &str| name == "*" && !asker.include && asker.profile.keeps_stars();
        let names = match (&self.allowed, wanted) {
            (Allowed::Method(kept), Allowed::Method(wanted)) => kept == wanted || star(kept),
            (Allowed::Header(kept), Allowed::Header(wanted)) => {
                kept.eq_ignore_ascii_case(wanted) || star(kept) && !is_non_wildcard(wanted)
            }
            _ => false,
        };
        self.key == asker.key && self.expires > asker.now && credentials && names
    }
}
