//! The check of a policy. The rules are in cors-core, and the literals with mistakes are found here.

mod attribution;
mod exclusive;
mod mistakes;
mod nested;

use cors_core::__macros::{CheckContext, MistakeKind};
use cors_core::{Key, Mistake};

use crate::check::mistakes::mistakes_of;
use crate::errors::Errors;
use crate::parse::args::Args;
use crate::parse::inherit::Nested;
use crate::parse::list::Element;

/// Reports every mistake of the arguments with the inherited ones, each at its literal.
pub(crate) fn check_policy(nested: &Nested, mut context: CheckContext<'_>, errors: &mut Errors) {
    let Nested { own, merged, .. } = nested;
    context.is_partial |= nested.is_in_wrong_module;
    nested.check_methods_below_same_origin(errors);
    nested.check_methods_of_module(context, errors);
    for (key, mistake) in mistakes_of(merged, context) {
        let about_the_key = mistake.index().is_none();
        if is_excused(nested, key, &mistake) || (about_the_key && own.is_unreadable(key)) {
            continue;
        }
        if let Some(alternative) = alternative(own, key, &mistake) {
            own.report(key, mistake.index(), format!("{mistake}, or {alternative}"), errors);
        } else if nested.inherits() {
            attribution::report(nested, context, (key, &mistake), errors);
        } else {
            own.report(key, mistake.index(), &mistake, errors);
        }
    }
}

/// Returns what to write for elements under conditions, which may never meet: a `*` beside others, or equal ones.
fn alternative(own: &Args, key: Key, mistake: &Mistake) -> Option<&'static str> {
    let elements = own.elements(key)?;
    let is_under_condition = |element: &Element| !element.cfgs.is_empty();
    match mistake.kind() {
        MistakeKind::OriginAnyMixed | MistakeKind::HeaderBesideAny | MistakeKind::ExposeBesideAny => {
            elements.iter().any(is_under_condition).then(|| own.macro_kind.twice())
        }
        MistakeKind::OriginDuplicate | MistakeKind::MethodDuplicate | MistakeKind::HeaderDuplicate => {
            let text = &elements.get(mistake.index()?)?.text;
            let mut same = elements.iter().filter(|element| element.text.eq_ignore_ascii_case(text));
            same.all(is_under_condition).then_some("write it once with both conditions, `#[cfg(any(…, …))]`")
        }
        _ => None,
    }
}

/// Reports whether a mistake need not be mended here. A danger or an `enforce` of a module is for all of its handlers, and a value
/// that could not be read may need the danger, or be the danger that an origin needs.
fn is_excused(nested: &Nested, key: Key, mistake: &Mistake) -> bool {
    let Nested { own, enclosing, merged, .. } = nested;
    let is_inherited = merged.inherited_from(key).is_some();
    match mistake.kind() {
        MistakeKind::DangerIdle => {
            is_inherited || own.is_unreadable(Key::Origins) || own.is_unreadable(Key::Credentials)
        }
        MistakeKind::OriginNull
        | MistakeKind::WildcardPublicSuffix
        | MistakeKind::WildcardUnlistedSuffix
        | MistakeKind::CredentialsInsecureOrigin => own.is_unreadable(Key::DangerouslyAllow),
        MistakeKind::EnforceSafeMethods => {
            is_inherited || (enclosing.has(Key::Enforce) && enclosing.enforce() != own.enforce())
        }
        _ => false,
    }
}
