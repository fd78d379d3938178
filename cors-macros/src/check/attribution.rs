//! Mistakes between a key of the handler and one of a module. They are reported at the handler's key, and the message names the
//! module.

use cors_core::__macros::{CheckContext, MistakeKind};
use cors_core::{Fix, Key, Mistake};
use proc_macro2::Span;

use crate::check::mistakes::mistakes_of;
use crate::errors::Errors;
use crate::parse::args::{Args, WholePolicy, WholeSource};
use crate::parse::inherit::{Nested, merge};

/// Reports a mistake of arguments with the inherited ones.
///
/// The keys of the mistake are found by leaving out one after another, so that no rule of CORS is repeated here.
pub(crate) fn report(
    nested: &Nested,
    context: CheckContext<'_>,
    (key, mistake): (Key, &Mistake),
    errors: &mut Errors,
) {
    let Nested { own, enclosing, merged, .. } = nested;
    let remains = |args: &Args| mistakes_of(args, context).iter().any(|(_, other)| is_same(other, mistake));
    let is_involved = |other: Key| other == key || !remains(&merged.without(other));
    let mut inherited =
        merged.entries.iter().filter_map(|(key, entry)| Some((*key, entry.inherited_from.as_ref()?)));

    let reason = mistake.reason();
    let reason = match inherited.find(|(other, _)| is_involved(*other)) {
        Some((other, module)) => format!("{reason}, and `{}` comes from `mod {module}`", other.as_str()),
        None => reason,
    };
    let with_reason = |advice: &str| format!("{reason}; {advice}");
    let advice = mistake.advice().unwrap_or_default();
    if own.has(key) {
        return own.report(key, mistake.index(), with_reason(&advice), errors);
    }
    if mistake.kind() == MistakeKind::OriginsMissing
        && let Some((cause, message)) = replaced(nested)
    {
        return own.report(cause, None, message, errors);
    }
    match own.entries.keys().find(|key| !remains(&merge(&own.without(**key), enclosing))) {
        Some(cause) => {
            // The fix is for the inherited value, which is not written here.
            let advice = match mistake.fix() {
                Some(Fix::Write(_) | Fix::Remove) => format!("write `{}` here as well", key.as_str()),
                _ => advice,
            };
            own.report(*cause, None, with_reason(&advice), errors);
        }
        None => errors.push(Span::call_site(), with_reason(&advice)),
    }
}

fn is_same(left: &Mistake, right: &Mistake) -> bool {
    (left.kind(), left.key(), left.index()) == (right.kind(), right.key(), right.index())
}

/// Returns the first key that replaces a whole policy of a module, and the message for it.
fn replaced(nested: &Nested) -> Option<(Key, String)> {
    let cause = nested.own.entries.keys().copied().find(|key| key.is_of_policy())?;
    let key = cause.as_str();
    let WholePolicy { source, inherited_from } = nested.enclosing.whole.as_ref()?;
    let module = inherited_from.as_ref()?;
    let message = match source {
        WholeSource::Named(named) if !named.names_same_origin() => format!(
            "`{key}` replaces `policy = {0}` of `mod {module}`, and keys are not merged, so `origins` is missing; \
             name a policy such as `policy!(..{0}, {key} = …)`",
            named.written
        ),
        WholeSource::Named(named) => {
            same_origin_replaced(key, &format!("policy = {}", named.written), module)
        }
        WholeSource::SameOrigin => same_origin_replaced(key, "same_origin", module),
    };
    Some((cause, message))
}

fn same_origin_replaced(key: &str, replaced: &str, module: &str) -> String {
    format!(
        "`{key}` replaces `{replaced}` of `mod {module}`, so `origins` is missing; \
         add `origins = [\"https://app.example.com\"]` with the origins of your pages"
    )
}
