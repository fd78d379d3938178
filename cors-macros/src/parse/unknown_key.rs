//! Unknown keys: the key that is probably meant, and the advice.

use cors_core::__macros::nearest;
use cors_core::Key;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Token};

use crate::errors::Errors;
use crate::parse::args::{Args, MacroKind};
use crate::parse::grammar::skip;
use crate::parse::keys::{MacroKey, accepted};

/// The keys that are probably meant by an unknown one. They count as given, so that one slip gives one error.
enum Meant {
    /// A key, whose value follows.
    Key(MacroKey),
    /// Keys whose values are not here.
    Unreadable(&'static [Key]),
}

impl Args {
    /// Reads the value of an unknown key as that of the key that is meant, unless this key is given as well.
    pub(crate) fn parse_unknown(
        &mut self,
        text: &str,
        name: &Ident,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let (advice, meant) = advice(&as_key(text), self.macro_kind);
        match meant {
            Meant::Key(key) if self.present.contains(&key) => {
                let message =
                    format!("unknown key `{text}`, and `{}` is given as well; remove one", key.as_str());
                errors.push(name.span(), message);
            }
            Meant::Key(key) => {
                errors.push(name.span(), format!("unknown key `{text}`{advice}"));
                // A missing value of an unknown key is not reported, since the key is.
                let mut unsaid = Errors::default();
                let errors = if matches!(key, MacroKey::Checked(_)) { errors } else { &mut unsaid };
                let _: syn::Result<()> = self.parse_key(key, name, input, errors);
            }
            Meant::Unreadable(keys) => {
                errors.push(name.span(), format!("unknown key `{text}`{advice}"));
                self.unreadable.extend(keys);
            }
        }
        skip(input)
    }
}

/// Reads the words behind the first of a key that has `-` or spaces in place of `_`. Returns the key as written.
pub(super) fn with_further_words(first: &Ident, input: ParseStream<'_>) -> syn::Result<String> {
    let mut name = first.unraw().to_string();
    while MacroKey::find(&name).is_none() {
        let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { " " };
        let Some((word, _)) = input.cursor().ident() else { break };
        let longer = format!("{name}{sign}{word}");
        if sign == " " && !is_meant(&longer) {
            break;
        }
        input.call(Ident::parse_any)?;
        name = longer;
    }
    Ok(name)
}

/// Reports whether words with spaces between them are one of our keys, or its name in another library.
pub(super) fn is_meant(words: &str) -> bool {
    let name = as_key(words);
    MacroKey::find(&name).is_some() || RENAMED.iter().any(|(theirs, ..)| theirs.contains(&&*name))
}

/// Returns `allow_origin` for `allow-origin`, and for the name of the header, `Access-Control-Allow-Origin`.
fn as_key(written: &str) -> String {
    let name = written.to_ascii_lowercase().replace([' ', '-'], "_");
    name.strip_prefix("access_control_").unwrap_or(&name).to_owned()
}

/// Returns the advice for an unknown key, and the keys that are meant.
fn advice(name: &str, macro_kind: MacroKind) -> (String, Meant) {
    if let Some((_, ours, more)) = RENAMED.iter().find(|(theirs, ..)| theirs.contains(&name)) {
        return (format!("; write `{}`{more}", ours.as_str()), Meant::Key(MacroKey::Checked(*ours)));
    }
    if let Some((_, keys, advice)) = IN_OTHER_WORDS.iter().find(|(theirs, ..)| theirs.contains(&name)) {
        return (format!("; write {advice}"), Meant::Unreadable(keys));
    }
    if let Some((_, why)) = NOWHERE.iter().find(|(theirs, _)| *theirs == name) {
        return (format!(": {why}; remove it"), MAYBE_ORIGINS);
    }
    match (name, macro_kind) {
        ("permissive", MacroKind::Attribute) => ("; write `policy = Policy::PUBLIC`".to_owned(), PERMISSIVE),
        ("permissive", MacroKind::Policy) => ("; write `..Policy::PUBLIC`".to_owned(), PERMISSIVE),
        _ => match nearest(name, MacroKey::all().map(MacroKey::as_str)).and_then(MacroKey::find) {
            Some(near) if near.is_taken_by(macro_kind) => {
                (format!("; write `{}`", near.as_str()), Meant::Key(near))
            }
            Some(MacroKey::Policy) => (
                "; the policy to start from comes first, after `..`, as in `..PARTNERS`".to_owned(),
                MAYBE_ORIGINS,
            ),
            Some(of_routes) => (
                format!("; `{}` is for routes, so remove it here", of_routes.as_str()),
                Meant::Unreadable(&[]),
            ),
            None => (format!("; {}", accepted(macro_kind)), MAYBE_ORIGINS),
        },
    }
}

/// The key that an unknown one is most likely to stand for, since it is the only one that is required.
const MAYBE_ORIGINS: Meant = Meant::Unreadable(&[Key::Origins]);

const PERMISSIVE: Meant = Meant::Unreadable(&[Key::Origins, Key::AllowHeaders]);

/// Names of our keys in other libraries.
const RENAMED: [(&[&str], Key, &str); 7] = [
    (&["headers"], Key::AllowHeaders, " (what the page may send); for what it may read, `expose_headers`"),
    (&["allowed_headers", "allow_header", "allowed_header", "request_headers"], Key::AllowHeaders, ""),
    (&["origin", "allow_origin", "allow_origins", "allowed_origin", "allowed_origins"], Key::Origins, ""),
    (&["method", "allow_methods", "allowed_methods"], Key::Methods, ""),
    (&["expose", "exposed_headers", "response_headers"], Key::ExposeHeaders, ""),
    (&["allow_credentials", "supports_credentials", "with_credentials"], Key::Credentials, ""),
    (&["maxage", "max_age_seconds", "preflight_max_age", "cache_max_age"], Key::MaxAge, ""),
];

/// Names of certain values of our keys, many of them in other libraries.
const IN_OTHER_WORDS: [(&[&str], &[Key], &str); 6] = [
    (&["allow_any_header"], &[Key::AllowHeaders], "`allow_headers` with `\"*\"`"),
    (&["allow_any_origin"], &[Key::Origins], "`origins` with `\"*\"`"),
    (
        &["allow_origin_regex", "origin_regex"],
        &[Key::Origins],
        "`origins` with patterns such as `https://*.example.com`; for what only an expression can say see `guide::wishes`",
    ),
    (&["predicate"], &[Key::Origins], "`origins = predicate(…)`"),
    (&["async_predicate"], &[Key::Origins], "`origins = async_predicate(…)`"),
    (&["expose_any_header"], &[Key::ExposeHeaders], "`expose_headers` with `\"*\"`"),
];

/// Switches of other libraries whose effect is fixed here.
const NOWHERE: [(&str, &str); 7] = [
    ("allow_any_method", "every method of the route is allowed unless `methods` lists some"),
    (
        "vary",
        "the request headers that a predicate reads are listed in it, as in `predicate(is_tenant, vary = [\"x-tenant\"])`",
    ),
    ("vary_header", "`Vary` is always sent where the answer depends on the origin"),
    ("send_wildcard", "a policy for any origin is always answered with `*`"),
    ("block_on_origin_mismatch", "a refused request runs all the same, unless the route has `enforce`"),
    ("allow_private_network", "browsers ask their user for this permission, and no header grants it"),
    ("fairing_route_base", "preflights need no route"),
];
