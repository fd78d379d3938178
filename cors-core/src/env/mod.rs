//! Policies from the environment.

mod names;
mod value;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::num::IntErrorKind;

use crate::config::{Config, MaxAge};
use crate::env::value::VariableValue;
use crate::error::{Mistake, MistakeKind, PolicyError};
use crate::key::Key;
use crate::policy::Policy;
use crate::rules::{CheckContext, MoreOrigins};

impl Policy {
    /// Reads a policy from the environment of the process, from [a variable for each
    /// key](crate::guide::run_time_policies#from-the-environment).
    ///
    /// A mistake should stop the launch, with the whole message. A [`LazyLock`](std::sync::LazyLock) is initialised on
    /// first use, so `main` has to force it:
    ///
    /// ```should_panic
    /// use std::sync::LazyLock;
    ///
    /// # use cors_core::Policy;
    ///
    /// static PARTNERS: LazyLock<Policy> =
    ///     LazyLock::new(|| Policy::from_env("PARTNERS_CORS").unwrap_or_else(|error| panic!("{error}")));
    ///
    /// LazyLock::force(&PARTNERS); // in `main`, before the server starts
    /// ```
    ///
    /// Without any variable the message is:
    ///
    /// ```text
    /// PARTNERS_CORS_ORIGINS: `PARTNERS_CORS_ORIGINS` is missing, and no origin is allowed by default; add …
    /// ```
    ///
    /// # Errors
    /// Returns the errors of [`Config::from_vars`].
    pub fn from_env(prefix: &str) -> Result<Self, PolicyError> {
        Config::from_env(prefix)?.try_into()
    }
}

impl Config {
    /// Reads the variables of the process, and checks the policy as a whole; see [`Config::from_vars`].
    ///
    /// # Errors
    /// Returns the errors of [`Config::from_vars`].
    pub fn from_env(prefix: &str) -> Result<Self, PolicyError> {
        Self::from_vars(prefix, std::env::vars_os())
    }

    /// Reads the variables that begin with `prefix`, and checks the policy as a whole. [The
    /// guide](crate::guide::run_time_policies#from-the-environment) lists the variables.
    ///
    /// ```
    /// # use cors_core::Config;
    ///
    /// let vars = |origins: &str| {
    ///     [("API_CORS_ORIGINS", origins), ("API_CORS_CREDENTIALS", "yes")].map(|(k, v)| (k.into(), v.into()))
    /// };
    /// let error = Config::from_vars("API_CORS", vars("https://a.example, https://b.example/")).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "API_CORS_ORIGINS, element 2: origin `https://b.example/` ends with `/`, \
    ///      and browsers send origins without a path; write `https://b.example`\n\
    ///      API_CORS_CREDENTIALS: credentials `yes` is neither `true` nor `false`; write `true`",
    /// );
    /// ```
    ///
    /// # Errors
    /// Returns every mistake at once: empty values, values that cannot be read, and mistakes in the policy. No value is
    /// ever replaced by a default.
    pub fn from_vars(
        prefix: &str,
        vars: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, PolicyError> {
        names::check_prefix(prefix)?;
        let mut mistakes = Vec::new();
        let variables = names::find(prefix, vars, &mut mistakes);
        let values: Values = variables
            .into_iter()
            .map(|(key, (name, text))| (key, VariableValue::read(key, name, &text)))
            .collect();
        let config = config(&values);
        mistakes.extend(mistakes_in(prefix, &values, &config));
        PolicyError::of(mistakes)?;
        Ok(config)
    }
}

/// The variables that are set.
type Values = BTreeMap<Key, VariableValue>;

/// Returns the policy as written in the variables, without the values that cannot be read.
fn config(values: &Values) -> Config {
    let texts = |key| values.get(&key).map(VariableValue::texts);
    let list = |key| texts(key).unwrap_or_default();
    Config {
        origins: texts(Key::Origins),
        methods: texts(Key::Methods).filter(|methods| !methods.is_empty()),
        allow_headers: list(Key::AllowHeaders),
        expose_headers: list(Key::ExposeHeaders),
        credentials: credentials(values).unwrap_or_default(),
        max_age: list(Key::MaxAge).first().map(|text| max_age(text)),
        dangerously_allow: list(Key::DangerouslyAllow),
    }
}

/// Reads `credentials`. Returns `None` if the value is neither a yes nor a no.
fn credentials(values: &Values) -> Option<bool> {
    let Some(value) = values.get(&Key::Credentials) else { return Some(false) };
    value.elements.first().and_then(|(_, text)| value::yes_or_no(text))
}

fn max_age(text: &str) -> MaxAge {
    let seconds = match text.parse::<i64>() {
        Ok(seconds) => Some(seconds),
        // A number beyond `i64` is too many seconds, too.
        Err(error) => match error.kind() {
            IntErrorKind::PosOverflow => Some(i64::MAX),
            IntErrorKind::NegOverflow => Some(i64::MIN),
            _ => None,
        },
    };
    seconds.filter(|_| !text.starts_with('+')).map_or_else(|| MaxAge::from(text), MaxAge::Seconds)
}

/// Returns the mistakes in the variables and in the policy, in the order of the keys and their elements.
fn mistakes_in(prefix: &str, values: &Values, config: &Config) -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = values.values().flat_map(|value| value.mistakes.clone()).collect();
    let place =
        |mistake: &Mistake| values.get(&mistake.key()?)?.elements.get(mistake.index()?).map(|(at, _)| *at);
    mistakes.extend(mistakes_of_policy(values, config).into_iter().map(|mistake| {
        let place = place(&mistake);
        mistake.with_index(place)
    }));
    mistakes.sort_by_key(|mistake| (mistake.key(), mistake.index()));
    let all = mistakes.clone();
    let in_variable = |mistake: Mistake| {
        let Some(key) = mistake.key() else { return mistake };
        let mistake = if is_mended(&mistake, &all) { mistake } else { mistake.with_fix(None) };
        match values.get(&key) {
            Some(value) => mistake.in_variable(prefix, &value.name, value.has_several),
            None => mistake.in_variable(prefix, &key.variable(prefix), false),
        }
    };
    mistakes.into_iter().map(in_variable).collect()
}

/// Returns the mistakes of the policy without the values that cannot be read.
fn mistakes_of_policy(values: &Values, config: &Config) -> Vec<Mistake> {
    let more_origins = match values.get(&Key::Origins) {
        Some(origins) if origins.has_unread => MoreOrigins::Unread,
        _ => MoreOrigins::None,
    };
    let context = CheckContext { more_origins, ..CheckContext::default() };
    let mistakes_with = |credentials| {
        let checked = Config { credentials, ..config.clone() }.check(&context);
        checked.err().map(|error| error.mistakes().to_vec()).unwrap_or_default()
    };
    if let Some(credentials) = credentials(values) {
        return mistakes_with(credentials);
    }
    // If `credentials` cannot be read, only mistakes that occur with both values are reported.
    let without = mistakes_with(false);
    let place = |mistake: &Mistake| (mistake.key(), mistake.index(), mistake.kind());
    let mut either_way = mistakes_with(true);
    either_way.retain(|mistake| without.iter().any(|other| place(other) == place(mistake)));
    either_way
}

/// Reports whether the fix of a mistake leaves no other mistake of `all` in the text that it replaces.
fn is_mended(mistake: &Mistake, all: &[Mistake]) -> bool {
    let mut beside = all.iter().filter(|other| other.key() == mistake.key());
    match mistake.kind() {
        kind if value::is_wrapping(kind) => beside.all(|other| value::is_wrapping(other.kind())),
        kind @ MistakeKind::VariableSeparator => {
            beside.all(|other| other.index() != mistake.index() || other.kind() == kind)
        }
        _ => true,
    }
}
