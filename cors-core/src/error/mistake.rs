//! One mistake, and its fix.

use std::fmt;

use crate::error::kind::MistakeKind;
use crate::error::variable::Variable;
use crate::key::Key;

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    key: Option<Key>,
    index: Option<usize>,
    value: Option<String>,
    kind: MistakeKind,
    detail: String,
    fix: Option<Fix>,
    variable: Option<Variable>,
}

impl Mistake {
    /// Returns a mistake in the name of a variable, or in the prefix.
    pub(crate) fn of_name(place: &str, name: &str, kind: MistakeKind) -> Self {
        Self::of_key(None, kind).with_value(name).in_variable("", place, false)
    }

    pub(crate) fn in_variable(self, prefix: &str, name: &str, has_several: bool) -> Self {
        let variable = Variable { prefix: prefix.to_owned(), name: name.to_owned(), has_several };
        Self { variable: Some(variable), ..self }
    }

    pub(crate) fn of_key(key: impl Into<Option<Key>>, kind: MistakeKind) -> Self {
        let (key, detail) = (key.into(), String::new());
        Self { key, index: None, value: None, kind, detail, fix: None, variable: None }
    }

    pub(crate) fn at(key: Key, index: usize, value: &str, kind: MistakeKind, fix: Option<Fix>) -> Self {
        Self { index: Some(index), fix, ..Self::of_key(key, kind).with_value(value) }
    }

    pub(crate) fn with_index(self, index: Option<usize>) -> Self {
        Self { index, ..self }
    }

    pub(crate) fn with_value(self, value: &str) -> Self {
        Self { value: Some(value.to_owned()), ..self }
    }

    pub(crate) fn with_detail(self, detail: String) -> Self {
        Self { detail, ..self }
    }

    pub(crate) fn with_fix(self, fix: Option<Fix>) -> Self {
        Self { fix, ..self }
    }

    /// Returns the place of the mistake, for the error text.
    pub(super) fn place(&self) -> String {
        let key = self.key.map_or("", Key::as_str);
        match (&self.variable, self.index) {
            (Some(variable), index) => variable.place(index),
            (None, Some(index)) => format!("{key}[{index}]"),
            (None, None) => key.to_owned(),
        }
    }

    /// Returns the key to change, or `None` if the mistake is a variable name without a key.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.key
    }

    /// Returns the position in the key's list, or `None` if the mistake concerns the key as a whole.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.index
    }

    /// Returns the variable at fault, or `prefix`. Returns `None` if the policy does not come from the environment.
    #[must_use]
    pub fn variable(&self) -> Option<&str> {
        self.variable.as_ref().map(|variable| variable.name.as_str())
    }

    /// Returns the value at fault, as written.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Returns the kind of the mistake as a code for programs, which stays the same when messages get other words:
    /// `origin-no-scheme`.
    ///
    /// ```
    /// # use cors_core::Policy;
    ///
    /// let error = Policy::builder().origins(["localhost:3000"]).build().unwrap_err();
    /// assert_eq!(error.mistakes()[0].code(), "origin-no-scheme");
    /// ```
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// Returns the kind of the mistake.
    #[doc(hidden)]
    #[must_use]
    pub fn kind(&self) -> MistakeKind {
        self.kind
    }

    /// Returns the fix, if exactly one is right. Otherwise the message lists the choices.
    #[must_use]
    pub fn fix(&self) -> Option<&Fix> {
        self.fix.as_ref()
    }

    /// Returns the message without the fix.
    #[doc(hidden)]
    #[must_use]
    pub fn reason(&self) -> String {
        // The value can be untrusted text. `escape_debug` keeps it on one line.
        let value = self.value.as_deref().unwrap_or_default().escape_debug().to_string();
        self.reason_with(&value.replace("\\\"", "\"").replace("\\'", "'"))
    }

    /// Returns the message without the fix, about a value that is already escaped.
    pub(crate) fn reason_with(&self, escaped: &str) -> String {
        let text = Variable::words(self.variable.as_ref(), self.kind.reason());
        text.replace("{detail}", &self.detail).replace("{value}", escaped)
    }

    /// Returns the end of the message: the fix and the advice.
    #[doc(hidden)]
    #[must_use]
    pub fn advice(&self) -> Option<String> {
        let help = self.kind.help().map(|text| Variable::words(self.variable.as_ref(), text));
        match (&self.fix, help) {
            (Some(fix), Some(more)) if more.starts_with("and ") => Some(format!("{fix}, {more}")),
            (Some(fix), _) => Some(fix.to_string()),
            (None, help) => help.map(Into::into),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason())?;
        match self.advice() {
            Some(advice) => write!(f, "; {advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Mistake {}

/// A change that removes a mistake and leaves no other mistake in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Replaces the value by this one.
    Write(String),
    /// Removes the value from its list.
    Remove,
    /// Adds this key to the policy, or replaces the key if it is set.
    Add(String),
}

impl fmt::Display for Fix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Write(value) => write!(f, "write `{value}`"),
            Self::Remove => f.write_str("remove it"),
            Self::Add(key) => write!(f, "add `{key}`"),
        }
    }
}
