//! Checks the policy: cors-core judges, this points at the literals.

use cors_core::__private::{Scope, served_to_others};
use cors_core::{Config, Key, Mistake, MistakeKind};
use proc_macro2::Span;

use syn::LitStr;

use crate::args::{Args, Place};
use crate::blame;
use crate::errors::Errors;

/// Reports every mistake of `own` arguments and what they inherit, each at its literal.
pub(crate) fn check(own: &Args, mut scope: Scope<'_>, errors: &mut Errors) {
    scope.is_partial |= own.is_in_wrong_module();
    let args = own.with_inherited();
    check_bound(&args, scope, errors);
    for (key, mistake) in mistakes(&args, scope) {
        let about_the_key = mistake.index().is_none();
        let is_inherited = args.from.contains_key(&key);
        // Not every handler needs a danger that is allowed for all of a module, and what could not be read may need it.
        let may_be_needed =
            is_inherited || is_unreadable(own, Key::Origins) || is_unreadable(own, Key::Credentials);
        if (may_be_needed && mistake.kind() == MistakeKind::DangerIdle)
            || (about_the_key && is_unreadable(own, key))
        {
            continue;
        }
        if own.modules.is_empty() {
            own.report(key, mistake.index(), &mistake, errors);
        } else {
            blame::report(own, &args, scope, (key, &mistake), errors);
        }
    }
}

fn is_unreadable(args: &Args, key: Key) -> bool {
    args.unreadable.contains(&key)
}

/// The mistakes of the policy, on the route that `scope` tells of.
pub(crate) fn mistakes(args: &Args, scope: Scope<'_>) -> Vec<(Key, Mistake)> {
    // In a policy it has a mistake of its own.
    let is_route = args.place == Place::Attribute;
    let enforce = args.enforce.as_ref().filter(|_| is_route).map(LitStr::value);
    // Nothing but `enforce` stands beside `same_origin`, and that from a module.
    let is_wrong_beside =
        args.same_origin && args.whole_from.is_none() && !args.from.contains_key(&Key::Enforce);
    let scope = Scope {
        route: scope.route.filter(|_| !args.same_origin),
        enforce: enforce.as_deref().filter(|_| !is_wrong_beside),
        is_partial: scope.is_partial || args.policy.is_some() || args.same_origin,
        has_more_origins: args.predicate.is_some() || !args.constants.is_empty(),
    };
    let config = if args.same_origin { Config::default() } else { config(args) };
    let Err(error) = config.check(&scope) else { return Vec::new() };
    error.mistakes().iter().filter_map(|mistake| Some((mistake.key()?, mistake.clone()))).collect()
}

/// The methods of a module are an upper bound, so a route need not serve them all.
fn check_bound(args: &Args, scope: Scope<'_>, errors: &mut Errors) {
    let (Some(module), Some(route)) = (args.from.get(&Key::Methods), scope.route) else { return };
    let bound = args.lists.get(&Key::Methods).into_iter().flatten();
    let bound: Vec<String> = bound.map(|method| method.text.clone()).collect();
    let all: Vec<&str> = served_to_others(&route, None).into_iter().map(|(method, _)| method).collect();
    if !all.is_empty() && served_to_others(&route, Some(&bound)).is_empty() {
        let served = all.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(", ");
        let message = format!(
            "this route serves {served}, and `methods` of `mod {module}` leaves nothing of it; add `methods = {all:?}`"
        );
        errors.push(Span::call_site(), message);
    }
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
