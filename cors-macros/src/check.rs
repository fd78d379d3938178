//! Checks the policy: cors-core judges, this points at the literals.

use cors_core::__private::{RouteFacts, Scope};
use cors_core::{Config, Key};

use syn::LitStr;

use crate::args::Args;
use crate::errors::Errors;

/// Reports every mistake of the policy, each at its literal.
pub(crate) fn check(args: &Args, route: Option<RouteFacts<'_>>, errors: &mut Errors) {
    if args.same_origin {
        return;
    }
    let enforce = args.enforce.as_ref().map(LitStr::value);
    let scope = Scope {
        route,
        enforce: enforce.as_deref(),
        is_partial: args.policy.is_some(),
        has_more_origins: args.predicate.is_some() || !args.constants.is_empty(),
    };
    let Err(error) = config(args).check(&scope) else { return };
    for mistake in error.mistakes() {
        // Only the environment has mistakes of no key.
        let Some(key) = mistake.key() else { continue };
        let about_the_key = mistake.index().is_none();
        if !(about_the_key && args.unreadable.contains(&key)) {
            args.report(key, mistake.index(), mistake, errors);
        }
    }
}

fn config(args: &Args) -> Config {
    let list = |key: Key| {
        let elements = args.lists.get(&key)?;
        Some(elements.iter().map(|element| element.text.clone()).collect::<Vec<_>>())
    };
    let mut config = Config::default();
    config.origins = list(Key::Origins);
    config.methods = list(Key::Methods);
    config.allow_headers = list(Key::AllowHeaders).unwrap_or_default();
    config.expose_headers = list(Key::ExposeHeaders).unwrap_or_default();
    config.dangerously_allow = list(Key::DangerouslyAllow).unwrap_or_default();
    config.credentials = args.credentials;
    config.max_age = args.max_age.clone();
    config
}
