//! A user who follows a message word for word.

use cors_core::__macros::CheckContext;
use cors_core::{Config, Fix, Key, MaxAge, Mistake};

/// The keys of a policy as written, and its context.
#[derive(Debug, Clone, Default)]
pub(crate) struct Written {
    pub(crate) config: Config,
    pub(crate) scope: CheckContext<'static>,
}

impl Written {
    pub(crate) fn mistakes(&self) -> Vec<Mistake> {
        self.config.check(&self.scope).err().map(|error| error.mistakes().to_vec()).unwrap_or_default()
    }

    pub(crate) fn apply(&self, mistake: &Mistake, fix: &Fix) -> Self {
        let Self { mut config, mut scope } = self.clone();
        match (fix, mistake.index()) {
            (Fix::Write(value), Some(index)) => {
                list(&mut config, mistake.key().unwrap())[index].clone_from(value)
            }
            (Fix::Write(value), None) if mistake.key() == Some(Key::Enforce) => {
                scope.enforce = Some(word(value))
            }
            (Fix::Write(value), None) => {
                config.max_age = Some(in_the_form_of(config.max_age.as_ref().unwrap(), value))
            }
            (Fix::Remove, Some(index)) => drop(list(&mut config, mistake.key().unwrap()).remove(index)),
            (Fix::Remove, None) => panic!("`{mistake}` has no element to remove"),
            (Fix::Add(entry), _) => add(&mut config, entry),
        }
        Self { config, scope }
    }

    /// Returns the fault of a mistake's fix, if there is one.
    pub(crate) fn wrong_fix(&self, mistake: &Mistake) -> Option<String> {
        let fixed = self.apply(mistake, mistake.fix()?);
        let mut known: Vec<Place> = self.mistakes().iter().map(place).collect();
        // One replacement mends all mistakes of a literal. A removed literal can have an equal one that stays.
        let mended = known.iter().position(|other| *other == place(mistake)).unwrap();
        known.remove(mended);
        for left in fixed.mistakes() {
            match known.iter().position(|other| *other == place(&left)) {
                Some(at) => drop(known.remove(at)),
                None => return Some(format!("{self:?}\n  {mistake}\n  leads to `{left}`")),
            }
        }
        None
    }
}

/// A literal: several mistakes in one literal have the same place.
type Place = (Option<Key>, Option<String>);

fn place(mistake: &Mistake) -> Place {
    (mistake.key(), mistake.value().map(str::to_owned))
}

fn list(config: &mut Config, key: Key) -> &mut Vec<String> {
    match key {
        Key::Origins => config.origins.as_mut().unwrap(),
        Key::Methods => config.methods.as_mut().unwrap(),
        Key::AllowHeaders => &mut config.allow_headers,
        Key::ExposeHeaders => &mut config.expose_headers,
        Key::DangerouslyAllow => &mut config.dangerously_allow,
        other => panic!("`{}` is no list", other.as_str()),
    }
}

fn word(value: &str) -> &'static str {
    ["unsafe_methods", "all_methods"].into_iter().find(|word| *word == value).expect("a word of `enforce`")
}

/// Replaces a number by a number, and text by text.
fn in_the_form_of(written: &MaxAge, value: &str) -> MaxAge {
    match written {
        MaxAge::Seconds(_) => MaxAge::Seconds(value.parse().unwrap()),
        MaxAge::Text(_) => MaxAge::from(value),
    }
}

/// Adds an entry `key = ["…", "…"]`.
fn add(config: &mut Config, entry: &str) {
    let (name, value) = entry.split_once(" = ").expect("`key = value`");
    let key = *Key::ALL.iter().find(|key| key.as_str() == name).expect("a key");
    *list(config, key) = serde_json::from_str(value).expect("a list of strings");
}
