//! Mistakes of policies from the environment: their place, and messages that name variables.

use std::borrow::Cow;

use crate::key::Key;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variable {
    pub(super) prefix: String,
    pub(super) name: String,
    pub(super) has_several: bool,
}

impl Variable {
    /// Returns the name of the variable, with the number of the element if it has several.
    pub(super) fn place(&self, index: Option<usize>) -> String {
        match index {
            Some(index) if self.has_several => format!("{}, element {}", self.name, index + 1),
            _ => self.name.clone(),
        }
    }

    /// Rewrites the keys in `text` as variables, if the policy comes from the environment: `` `credentials = true` ``
    /// becomes `` `API_CORS_CREDENTIALS=true` ``.
    pub(super) fn words<'t>(variable: Option<&Self>, text: &'t str) -> Cow<'t, str> {
        let Some(Self { prefix, .. }) = variable else { return text.into() };
        let code = |(position, part): (usize, &str)| {
            if position % 2 == 1 { assignment(prefix, part) } else { part.to_owned() }
        };
        text.split('`').enumerate().map(code).collect::<Vec<_>>().join("`").into()
    }
}

/// Rewrites the code between two backticks.
fn assignment(prefix: &str, code: &str) -> String {
    let (name, value) =
        code.split_once(" = ").map_or((code, String::new()), |(name, value)| (name, format!("={value}")));
    match Key::ALL.iter().find(|key| key.as_str() == name) {
        Some(key) => key.variable(prefix) + &value.replace(['[', ']', '"'], ""),
        None => code.trim_matches('"').to_owned(),
    }
}
