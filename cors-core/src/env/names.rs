//! Names of the variables of a policy.

use std::collections::BTreeMap;
use std::ffi::OsString;

use crate::error::{Fix, Mistake, MistakeKind, PolicyError};
use crate::key::Key;
use crate::syntax::nearest::nearest;

/// Returns the keys that have a variable. `enforce` belongs to a route, so it has none.
fn keys() -> impl Iterator<Item = Key> {
    Key::ALL.iter().copied().filter(|key| *key != Key::Enforce)
}

/// The variables of one policy, each with its name as it is set.
pub(super) type Variables = BTreeMap<Key, (String, OsString)>;

pub(crate) fn check_prefix(prefix: &str) -> Result<(), PolicyError> {
    let right = prefix.trim_end_matches('_');
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !right.is_empty() && right == prefix && is_word(prefix) {
        return Ok(());
    }
    let fix = (!right.is_empty() && is_word(right)).then(|| Fix::Write(right.to_owned()));
    Err(Mistake::of_name("prefix", prefix, MistakeKind::VariablePrefix).with_fix(fix).into())
}

/// Finds the variables that begin with `prefix`. A misspelt name is a mistake. Its value is read as that of the nearest
/// name, so that mistakes in the value are reported too.
pub(crate) fn find(
    prefix: &str,
    vars: impl IntoIterator<Item = (OsString, OsString)>,
    mistakes: &mut Vec<Mistake>,
) -> Variables {
    let start = format!("{prefix}_");
    let (mut variables, mut misspelt) = (Variables::new(), BTreeMap::new());
    for (name, text) in vars {
        let name = name.to_string_lossy().into_owned();
        // Windows ignores case in names of variables. Elsewhere a name in another case is a slip.
        if !name.get(..start.len()).is_some_and(|front| front.eq_ignore_ascii_case(&start)) {
            continue;
        }
        let Some(key) = keys().find(|key| key.variable(prefix) == name) else {
            misspelt.insert(name, text);
            continue;
        };
        if variables.insert(key, (name.clone(), text)).is_some() {
            mistakes.push(Mistake::of_key(key, MistakeKind::VariableTwice).in_variable(prefix, &name, false));
        }
    }
    for (name, text) in misspelt {
        let meant = meant(name.get(start.len()..).unwrap_or_default());
        let fix = meant.map(|key| match variables.contains_key(&key) {
            true => Fix::Remove,
            false => Fix::Write(key.variable(prefix)),
        });
        mistakes.push(Mistake::of_name(&name, &name, MistakeKind::VariableUnknown).with_fix(fix));
        if let Some(key) = meant {
            variables.entry(key).or_insert((name, text));
        }
    }
    variables
}

fn meant(name: &str) -> Option<Key> {
    let known = nearest(name, keys().map(Key::as_str))?;
    keys().find(|key| key.as_str() == known)
}
