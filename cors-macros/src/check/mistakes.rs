//! The mistakes that cors-core finds.

use cors_core::__private::CheckContext;
use cors_core::{Config, Key, Mistake};
use syn::LitStr;

use crate::parse::args::{Args, MacroKind};

/// The mistakes of the policy, on the route that `scope` tells of.
pub(crate) fn mistakes(args: &Args, scope: CheckContext<'_>) -> Vec<(Key, Mistake)> {
    // In a policy it has a mistake of its own.
    let is_route = args.place == MacroKind::Attribute;
    let enforce = args.enforce.as_ref().filter(|_| is_route).map(LitStr::value);
    // Nothing but `enforce` stands beside `same_origin`, and that from a module.
    let is_wrong_beside =
        args.same_origin && args.inherited_from.is_none() && !args.from.contains_key(&Key::Enforce);
    let scope = CheckContext {
        enforce: enforce.as_deref().filter(|_| !is_wrong_beside),
        is_partial: scope.is_partial || args.policy.is_some() || args.same_origin,
        has_more_origins: args.predicate.is_some() || !args.constants.is_empty(),
        is_same_origin: args.same_origin,
        ..scope
    };
    let config = if args.same_origin { Config::default() } else { config(args) };
    let Err(error) = config.check(&scope) else { return Vec::new() };
    error.mistakes().iter().filter_map(|mistake| Some((mistake.key()?, mistake.clone()))).collect()
}

fn config(args: &Args) -> Config {
    let list = |key: Key| {
        let elements = args.lists.get(&key)?;
        Some(elements.iter().map(|element| element.text.clone()).collect::<Vec<_>>())
    };
    let mut config = Config::default();
    config.origins = list(Key::Origins);
    config.methods = list(Key::Methods).filter(|_| !args.from.contains_key(&Key::Methods));
    config.allow_headers = list(Key::AllowHeaders).unwrap_or_default();
    config.expose_headers = list(Key::ExposeHeaders).unwrap_or_default();
    config.dangerously_allow = list(Key::DangerouslyAllow).unwrap_or_default();
    config.credentials = args.credentials;
    config.max_age = args.max_age.clone();
    config
}
