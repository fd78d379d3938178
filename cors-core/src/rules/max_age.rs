//! The key `max_age`.

use crate::config::max_age::LONGEST;
use crate::config::{Config, MaxAge};
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;

pub(crate) fn check_max_age(config: &Config, mistakes: &mut Vec<Mistake>) {
    let Some(max_age) = &config.max_age else { return };
    if let Err(kind) = max_age.seconds_or_kind() {
        let fix = match (kind, max_age) {
            (MistakeKind::MaxAgeTooLong, MaxAge::Seconds(_)) => Some(Fix::Write(LONGEST.to_string())),
            (MistakeKind::MaxAgeTooLong, MaxAge::Text(_)) => Some(Fix::Write("1d".to_owned())),
            (MistakeKind::MaxAgeSyntax, MaxAge::Text(text)) => repaired(text).map(Fix::Write),
            _ => None,
        };
        mistakes.push(Mistake::of_key(Key::MaxAge, kind).with_value(&max_age.to_string()).with_fix(fix));
    }
}

/// Rewrites `600`, `10 min`, `2 hours` and similar texts as a number and a unit.
fn repaired(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match text.get(digits.len()..)?.trim() {
        "" | "s" | "sec" | "secs" | "second" | "seconds" => "s",
        "m" | "min" | "mins" | "minute" | "minutes" => "m",
        "h" | "hr" | "hrs" | "hour" | "hours" => "h",
        "d" | "day" | "days" => "d",
        _ => return None,
    };
    let candidate = format!("{digits}{unit}");
    MaxAge::Text(candidate.clone()).seconds().is_ok().then_some(candidate)
}
