//! Mistakes between a key of the handler and one of a module. They are reported at the handler's key, and the message names the
//! module.

use cors_core::__macros::{CheckContext, MistakeKind};
use cors_core::{Fix, Key, Mistake};
use proc_macro2::Span;

use crate::check::mistakes::mistakes_of;
use crate::errors::Errors;
use crate::parse::args::{Args, WholePolicy, WholeSource};

/// Reports a mistake of `args`, which are the `own` arguments with the inherited ones.
///
/// The keys of the mistake are found by leaving out one after another, so that no rule of CORS is repeated here.
pub(crate) fn report(
    own: &Args,
    args: &Args,
    context: CheckContext<'_>,
    (key, mistake): (Key, &Mistake),
    errors: &mut Errors,
) {
    let remains = |args: &Args| mistakes_of(args, context).iter().any(|(_, other)| is_same(other, mistake));
    let is_involved = |other: Key| other == key || !remains(&args.without(other));
    let mut inherited =
        args.entries.iter().filter_map(|(key, entry)| Some((*key, entry.inherited_from.as_ref()?)));

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
        && let Some((cause, message)) = replaced(own)
    {
        return own.report(cause, None, message, errors);
    }
    match own.entries.keys().find(|key| !remains(&own.without(**key).with_inherited())) {
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
fn replaced(own: &Args) -> Option<(Key, String)> {
    let cause = own.entries.keys().copied().find(|key| key.is_of_policy())?;
    let key = cause.as_str();
    let WholePolicy { source, inherited_from } = own.enclosing().whole?;
    let module = inherited_from?;
    let message = match source {
        WholeSource::Named(named) if !named.names_same_origin() => format!(
            "`{key}` replaces `policy = {0}` of `mod {module}`, and keys are not merged, so `origins` is missing; \
             name a policy such as `policy!(..{0}, {key} = …)`",
            named.written
        ),
        WholeSource::Named(named) => {
            same_origin_replaced(key, &format!("policy = {}", named.written), &module)
        }
        WholeSource::SameOrigin => same_origin_replaced(key, "same_origin", &module),
    };
    Some((cause, message))
}

fn same_origin_replaced(key: &str, replaced: &str, module: &str) -> String {
    format!(
        "`{key}` replaces `{replaced}` of `mod {module}`, so `origins` is missing; \
         add `origins = [\"https://app.example.com\"]` with the origins of your pages"
    )
}
