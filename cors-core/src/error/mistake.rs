//! One mistake, and its fix.

use std::fmt;

use crate::error::kind::MistakeKind;
use crate::error::variable::Variable;
use crate::key::Key;

impl Mistake {
    /// A mistake in the name of a variable, or in the prefix.
    pub(crate) fn of_name(place: &str, name: &str, kind: MistakeKind) -> Self {
        Self::of_key(None, kind).with_value(name).in_variable("", place, false)
    }

    pub(crate) fn in_variable(self, prefix: &str, name: &str, has_several: bool) -> Self {
        let variable = Variable { prefix: prefix.to_owned(), name: name.to_owned(), has_several };
        Self { variable: Some(variable), ..self }
    }
}

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

    /// Where it stands, for people.
    pub(super) fn place(&self) -> String {
        let key = self.key.map_or("", Key::as_str);
        match (&self.variable, self.index) {
            (Some(variable), index) => variable.place(index),
            (None, Some(index)) => format!("{key}[{index}]"),
            (None, None) => key.to_owned(),
        }
    }

    /// The key to change; `None` if the name of a variable is wrong, and stands for none.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.key
    }

    /// The position in the key's list; `None` if the mistake is of the key as a whole.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.index
    }

    /// The variable at fault, or `prefix`; `None` if the policy is not from the environment.
    #[must_use]
    pub fn variable(&self) -> Option<&str> {
        self.variable.as_ref().map(Variable::name)
    }

    /// The value at fault, as it was written.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Returns the kind of the mistake as a code for programs, which stays the same when messages get other words:
    /// `origin-no-scheme`.
    ///
    /// ```
    /// use cors_core::Policy;
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

    /// What to do. Without it the message says what there is to choose from.
    #[must_use]
    pub fn fix(&self) -> Option<&Fix> {
        self.fix.as_ref()
    }

    /// Why it is a mistake: the message without what to do.
    #[doc(hidden)]
    #[must_use]
    pub fn reason(&self) -> String {
        // Untrusted text can be in here: `escape_debug` keeps it on one line.
        let value = self.value.as_deref().unwrap_or_default().escape_debug().to_string();
        let value = value.replace("\\\"", "\"").replace("\\'", "'");
        let text = Variable::words(self.variable.as_ref(), self.kind.message());
        text.replace("{detail}", &self.detail).replace("{value}", &value)
    }

    /// What to do, for the end of the message.
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

/// A change that mends a mistake and leaves no other one in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Replace the value by this one.
    Write(String),
    /// Take the value out of its list.
    Remove,
    /// Add this key to the policy, or put it in the place of the one that is there.
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
