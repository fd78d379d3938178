//! Why a policy does not allow an origin or a method, and what would.
//!
//! What can be added is asked of the rules for policies, so that no line is suggested that they would refuse.

use crate::config::Config;
use crate::decision::FieldLines;
use crate::error::{Mistake, MistakeKind};
use crate::origin::Origin;
use crate::policy::{AllowMethods, Policy};
use crate::rules::CheckContext;
use crate::syntax::escaped::Escaped;
use crate::syntax::token::MAX_METHOD_LEN;

/// A policy that does not allow something.
#[derive(Clone, Copy)]
pub(crate) struct Refusal<'p> {
    pub(super) policy: &'p Policy,
    /// Whether it is that of whatever has none of its own.
    pub(super) is_default: bool,
}

impl Refusal<'_> {
    /// Why this origin is not allowed.
    pub(super) fn origin(self, lines: FieldLines<'_>) -> String {
        let never_allowed = |why| format!("{why}; nothing in a policy allows it");
        match lines {
            FieldLines::Absent => never_allowed("its browser sends no origin"),
            FieldLines::Several => never_allowed("no browser sends several lines of Origin"),
            FieldLines::One(line) if line.len() > Origin::MAX_LEN => {
                never_allowed(&format!("no origin has more than {} bytes", Origin::MAX_LEN))
            }
            FieldLines::One(b"null") => {
                "every site can send the origin null; serve the page from an origin of its own".to_owned()
            }
            FieldLines::One(line) if Origin::parse(line).is_some() => self.refused_origin(line),
            FieldLines::One(line) => match self.wrong_origin(line) {
                // What is no origin can be a pattern. What has to be escaped is not worth more words.
                Some(mistake) if !line.contains(&b'*') && Escaped(line).is_plain() => {
                    never_allowed(&reason(mistake, line))
                }
                _ => never_allowed("browsers send no such origin"),
            },
        }
    }

    /// Why an origin that a client can send is not allowed.
    fn refused_origin(self, line: &[u8]) -> String {
        let (origins, shown) = (self.policy.origins(), Escaped(line));
        if let Some(predicate) = origins.predicate() {
            return format!("{} refuses it; only what it returns can allow it", predicate.text);
        }
        if let Some(why) = self.without_entry(line) {
            return format!("it is not in origins, and {why}");
        }
        // An entry has to be written as it is, without escapes.
        let quoted = if shown.is_plain() { format!("\"{shown}\"") } else { "it".to_owned() };
        match (origins.is_same_origin(), self.is_default) {
            (false, _) => format!("it is not in origins; add {quoted} to origins{}", self.of()),
            (true, false) => format!("the route is same_origin; write origins = [{quoted}] instead"),
            (true, true) => {
                format!("the default policy is same_origin; write origins = [{quoted}] instead")
            }
        }
    }

    /// Returns why no entry can allow this origin, and what can; `None` if an entry can.
    fn without_entry(self, origin: &[u8]) -> Option<String> {
        // In an entry `*` is a wildcard, and what is said of it is said of that. In an origin it is a character.
        if origin.contains(&b'*') {
            return Some(format!("no entry can match it; {BY_PREDICATE}"));
        }
        let mistake = self.wrong_origin(origin)?;
        let advice = match mistake.kind() {
            MistakeKind::CredentialsInsecureOrigin => mistake.advice().unwrap_or_default(),
            _ => BY_PREDICATE.to_owned(),
        };
        Some(format!("{}; {advice}", reason(mistake, origin)))
    }

    /// What would be wrong with this origin as an entry of the policy.
    fn wrong_origin(self, origin: &[u8]) -> Option<Mistake> {
        wrong(Config {
            origins: Some(vec![String::from_utf8_lossy(origin).into_owned()]),
            credentials: self.policy.credentials(),
            dangerously_allow: self.policy.dangers().map(str::to_owned).collect(),
            ..Config::default()
        })
    }

    /// Why this method is not allowed, which the route or the application may have.
    pub(super) fn method(self, method: &[u8]) -> String {
        if method.len() > MAX_METHOD_LEN {
            return format!("no policy allows methods of more than {MAX_METHOD_LEN} bytes");
        }
        let (shown, text) = (Escaped(method), String::from_utf8_lossy(method).into_owned());
        let listed = self.policy.methods().filter(|_| self.is_default);
        // Without a list a default has these, which it loses when it gets one.
        let implied = AllowMethods::SAFELISTED.iter().filter(|_| self.is_default && listed.is_none());
        let all = listed.into_iter().flat_map(AllowMethods::iter).chain(implied).map(str::to_owned);
        let all: Vec<String> = all.chain([text]).collect();
        let credentials = self.policy.credentials();
        match wrong(Config { methods: Some(all.clone()), credentials, ..Config::default() }) {
            Some(mistake) => format!("{}; use another method in the page", reason(mistake, method)),
            None if self.is_default && listed.is_none() => {
                format!("the default policy lists no methods; add methods = {all:?} to it")
            }
            None => format!("methods does not list {shown}; add \"{shown}\" to methods{}", self.of()),
        }
    }

    /// Where a key is missing.
    pub(super) const fn to(self) -> &'static str {
        if self.is_default { " to the default policy" } else { "" }
    }

    /// Whose key it is that something is missing from.
    pub(super) const fn of(self) -> &'static str {
        if self.is_default { " of the default policy" } else { "" }
    }
}

/// What allows an origin that cannot be listed.
const BY_PREDICATE: &str = "only a predicate(…) can allow it";

/// Whether a policy may allow a request header of this name, which is a token.
pub(crate) fn takes_header(name: &str) -> bool {
    name != "*" && wrong(Config { allow_headers: vec![name.to_owned()], ..Config::default() }).is_none()
}

/// The first mistake of a part of a policy.
fn wrong(config: Config) -> Option<Mistake> {
    let scope = CheckContext { has_more_origins: true, ..CheckContext::default() };
    config.check(&scope).err()?.mistakes().first().cloned()
}

/// Why something is a mistake that came with a request.
fn reason(mistake: Mistake, value: &[u8]) -> String {
    mistake.with_value(&Escaped(value).to_string()).reason()
}
