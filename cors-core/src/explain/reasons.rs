//! Reasons why a policy does not allow an origin or a method, and the key that would allow it.
//!
//! The rules for policies check each suggested value, so that no line suggests a value that they would reject.

use crate::config::Config;
use crate::decision::FieldLines;
use crate::error::{Mistake, MistakeKind};
use crate::origin::Origin;
use crate::policy::{AllowMethods, Policy};
use crate::rules::{CheckContext, MoreOrigins};
use crate::syntax::escaped::Escaped;
use crate::syntax::token::MAX_METHOD_LEN;

/// A policy, asked why it does not allow something.
#[derive(Clone, Copy)]
pub(crate) struct Reasons<'p> {
    pub(super) policy: &'p Policy,
    /// Set if the policy is the default policy.
    pub(super) is_default: bool,
}

impl Reasons<'_> {
    /// Returns why the policy does not allow the origin.
    pub(super) fn origin(self, lines: FieldLines<'_>) -> String {
        let of_no_browser = |reason: &str| {
            format!("{reason}, so a program that is no browser sent it, or a proxy changed it")
        };
        let line = match lines {
            FieldLines::Absent => {
                return "its browser sent no Origin, as for a link or an image; nothing in a policy allows it".to_owned();
            }
            FieldLines::Several => return of_no_browser("browsers send one line of Origin"),
            FieldLines::One(line) => line,
        };
        if line == b"null" {
            return "every site can send the origin null; serve the page from an origin of its own"
                .to_owned();
        }
        if line.len() > Origin::MAX_LEN {
            return of_no_browser(&format!("no origin has more than {} bytes", Origin::MAX_LEN));
        }
        if Origin::parse(line).is_some() {
            return self.refused_origin(line);
        }
        // Text with `*` can be a pattern, and `null` in upper case an entry. Text that needs escapes is not worth a longer reason.
        let can_be_entry = line.contains(&b'*') || line.eq_ignore_ascii_case(b"null");
        match self.mistake_as_entry(line).filter(|_| !can_be_entry && Escaped(line).is_plain()) {
            Some(mistake) => of_no_browser(&reason(&mistake)),
            None => of_no_browser("browsers write an origin as scheme://host or scheme://host:port"),
        }
    }

    /// Returns why the browser blocks the response to a request with cookies. The rules reject `*` beside `credentials`.
    pub(super) fn cookies(self) -> String {
        let (policy, to_default) = (self.policy, self.to_default());
        let is_any = |text: &str| text.starts_with('*');
        let all = [
            ("origins", policy.origins().is_any()),
            ("methods", policy.methods().is_some_and(|methods| is_any(methods.as_str()))),
            ("allow_headers", policy.allow_headers().is_some_and(|names| is_any(names.as_str()))),
            ("expose_headers", policy.expose_headers().is_some_and(|names| is_any(names.as_str()))),
        ];
        let all: Vec<&str> = all.into_iter().filter(|(_, is_any)| *is_any).map(|(name, _)| name).collect();
        let listed = if all.is_empty() { String::new() } else { format!(" and list the {}", all.join(", ")) };
        format!(
            "the page sends cookies, which the policy does not allow; add credentials = true{to_default}{listed}"
        )
    }

    /// Returns why the policy does not allow an origin that a client can send.
    fn refused_origin(self, line: &[u8]) -> String {
        let (origins, origin) = (self.policy.origins(), Escaped(line));
        if let Some(predicate) = origins.predicate() {
            return format!("{} refuses it; only what it returns can allow it", predicate.text);
        }
        if let Some(reason) = self.without_entry(line) {
            return format!("it is not in origins, and {reason}");
        }
        // An entry has to be quoted without escapes.
        let quoted = if origin.is_plain() { format!("\"{origin}\"") } else { "it".to_owned() };
        if !origins.is_same_origin() {
            return format!(
                "it is not in origins; to allow it, add {quoted} to origins{}",
                self.of_default()
            );
        }
        let closed = if self.is_default { "default policy" } else { "route" };
        format!("the {closed} is same_origin; write origins = [{quoted}] instead")
    }

    /// Returns why no entry can allow this origin, and what can. Returns `None` if an entry can.
    fn without_entry(self, origin: &[u8]) -> Option<String> {
        // In an entry `*` is a wildcard, and the rules would report on the wildcard. In an origin `*` is a character.
        if origin.contains(&b'*') {
            return Some(format!("no entry can match it; {BY_PREDICATE}"));
        }
        let mistake = self.mistake_as_entry(origin)?;
        let advice = match mistake.kind() {
            MistakeKind::CredentialsInsecureOrigin => {
                format!("{} and the origin", mistake.advice().unwrap_or_default())
            }
            _ => BY_PREDICATE.to_owned(),
        };
        Some(format!("{}; {advice}", reason(&mistake)))
    }

    /// Returns the mistake that this origin would be as an entry of the policy.
    fn mistake_as_entry(self, origin: &[u8]) -> Option<Mistake> {
        let config = Config {
            origins: Some(vec![lossy(origin)]),
            credentials: self.policy.credentials(),
            dangerously_allow: self.policy.dangers().map(str::to_owned).collect(),
            ..Config::default()
        };
        mistake_at(config, 0)
    }

    /// Returns why the policy does not allow the method.
    pub(super) fn method(self, method: &[u8]) -> String {
        if method.len() > MAX_METHOD_LEN {
            return format!(
                "methods does not list it, and * allows no method of more than {MAX_METHOD_LEN} bytes"
            );
        }
        let (text, method) = (lossy(method), Escaped(method));
        let listed = self.policy.methods().filter(|_| self.is_default);
        // A default policy without a list allows these methods. It would lose them with a list of its own.
        let implied = AllowMethods::SAFELISTED.iter().filter(|_| self.is_default && listed.is_none());
        let all = listed.into_iter().flat_map(AllowMethods::iter).chain(implied).map(str::to_owned);
        let all: Vec<String> = all.chain([text]).collect();
        let credentials = self.policy.credentials();
        let config = Config { methods: Some(all.clone()), credentials, ..Config::default() };
        match mistake_at(config, all.len() - 1) {
            Some(mistake) => format!("{}; use another method in the page", reason(&mistake)),
            None if self.is_default && listed.is_none() => {
                format!("the default policy lists no methods; add methods = {all:?} to it")
            }
            None => {
                format!("methods does not list {method}; add \"{method}\" to methods{}", self.of_default())
            }
        }
    }

    /// Returns the end of "add methods = …", which names a default policy.
    pub(super) const fn to_default(self) -> &'static str {
        if self.is_default { " to the default policy" } else { "" }
    }

    /// Returns the end of "add … to origins", which names a default policy.
    pub(super) const fn of_default(self) -> &'static str {
        if self.is_default { " of the default policy" } else { "" }
    }
}

/// The advice for an origin that cannot be listed.
const BY_PREDICATE: &str = "only a predicate(…) can allow it";

/// Reports whether a policy can allow a request header with this name, which is a token.
pub(crate) fn takes_header(name: &str) -> bool {
    name != "*"
        && mistake_at(Config { allow_headers: vec![name.to_owned()], ..Config::default() }, 0).is_none()
}

/// Returns the mistake in the element at `index` of the list in `config`, which is a part of a policy.
fn mistake_at(config: Config, index: usize) -> Option<Mistake> {
    let context = CheckContext { more_origins: MoreOrigins::Unread, ..CheckContext::default() };
    let error = config.check(&context).err()?;
    error.mistakes().iter().find(|mistake| mistake.index() == Some(index)).cloned()
}

/// Returns why text of a request is a mistake.
fn reason(mistake: &Mistake) -> String {
    mistake.reason_with(&Escaped(mistake.value().unwrap_or_default().as_bytes()).to_string())
}

fn lossy(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}
