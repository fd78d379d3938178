//! What a reader does who follows a message word for word.

use cors_core::__private::RouteFacts;
use cors_core::{Config, Fix, Key, MaxAge, Mistake, Policy};

/// The mistakes of `config`: those of a policy by itself, or on a route.
pub(crate) fn mistakes(config: &Config, route: Option<&RouteFacts<'_>>) -> Vec<Mistake> {
    let checked = match route {
        None => Policy::try_from(config.clone()).map(drop),
        Some(route) => config.check(Some(route)),
    };
    checked.err().map(|error| error.mistakes().to_vec()).unwrap_or_default()
}

/// `config` after `fix`, which stands at `mistake`.
pub(crate) fn apply(config: &Config, mistake: &Mistake, fix: &Fix) -> Config {
    let mut fixed = config.clone();
    match (fix, mistake.index()) {
        (Fix::Write(value), Some(index)) => list(&mut fixed, mistake.key().unwrap())[index].clone_from(value),
        (Fix::Write(value), None) => {
            fixed.max_age = Some(in_the_form_of(config.max_age.as_ref().unwrap(), value))
        }
        (Fix::Remove, Some(index)) => drop(list(&mut fixed, mistake.key().unwrap()).remove(index)),
        (Fix::Remove, None) => panic!("`{mistake}` has no element to remove"),
        (Fix::Add(entry), _) => add(&mut fixed, entry),
    }
    fixed
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

/// A number is written in the place of a number, text in the place of text.
fn in_the_form_of(written: &MaxAge, value: &str) -> MaxAge {
    match written {
        MaxAge::Seconds(_) => MaxAge::Seconds(value.parse().unwrap()),
        MaxAge::Text(_) => MaxAge::from(value),
    }
}

/// `key = ["…", "…"]`.
fn add(config: &mut Config, entry: &str) {
    let (name, value) = entry.split_once(" = ").expect("`key = value`");
    let key = *Key::ALL.iter().find(|key| key.as_str() == name).expect("a key");
    *list(config, key) = serde_json::from_str(value).expect("a list of strings");
}

/// A literal may be wrong in other ways than the one that is reported first.
type Place = (Option<Key>, Option<String>);

fn place(mistake: &Mistake) -> Place {
    (mistake.key(), mistake.value().map(str::to_owned))
}

/// What is wrong with the fix of `mistake`, if anything is.
pub(crate) fn wrong_fix(
    config: &Config,
    route: Option<&RouteFacts<'_>>,
    mistake: &Mistake,
) -> Option<String> {
    let fix = mistake.fix()?;
    let fixed = apply(config, mistake, fix);
    let mut known: Vec<Place> = mistakes(config, route).iter().map(place).collect();
    // All mistakes of one literal are mended by one replacement, but a removed one can have a twin that stays.
    let mended = known.iter().position(|other| *other == place(mistake)).unwrap();
    known.remove(mended);
    for left in mistakes(&fixed, route) {
        match known.iter().position(|other| *other == place(&left)) {
            Some(at) => drop(known.remove(at)),
            None => return Some(format!("{config:?}\n  {mistake}\n  leads to `{left}`")),
        }
    }
    None
}
