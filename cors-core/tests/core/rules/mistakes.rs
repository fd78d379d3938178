//! The mistakes of a policy, their places and fixes, alone and with its context. The messages are in `tests/ui`.

mod lists;
mod origins;
mod others;

use cors_core::__macros::{CheckContext, MistakeKind, MoreOrigins, RouteContext};
use cors_core::{Config, Fix, Mistake};
use cors_oracle::kinds::ONLY_IN_VARIABLES;

use super::fixes::apply::Written;
use super::kinds;

/// The context of a policy, a change of a correct one, and its mistakes, each as `key[index] Kind (detail): fix`.
type Row = (CheckContext<'static>, fn(&mut Config), &'static [&'static str]);

const ALONE: CheckContext<'_> = CheckContext {
    route: None,
    enforce: None,
    is_partial: false,
    more_origins: MoreOrigins::None,
    is_same_origin: false,
};
const PARTIAL: CheckContext<'_> = CheckContext { is_partial: true, ..ALONE };
/// Constants, whose values the macro does not know.
const MORE_ORIGINS: CheckContext<'_> = CheckContext { more_origins: MoreOrigins::Exact, ..ALONE };
const UNREAD: CheckContext<'_> = CheckContext { more_origins: MoreOrigins::Unread, ..ALONE };
const ROUTE: CheckContext<'_> = on(&["GET", "PURGE"], false);
const READ: CheckContext<'_> = on(&["GET", "HEAD"], false);
const READ_WRITE: CheckContext<'_> = on(&["GET", "PUT"], false);
const ROCKET: CheckContext<'_> = on(&["GET", "HEAD"], true);
const HEAD: CheckContext<'_> = on(&["HEAD"], true);
const JSON: CheckContext<'_> = CheckContext {
    route: Some(RouteContext { methods: Some(&["GET", "PUT"]), head_follows_get: false, body: Some("JSON") }),
    ..ALONE
};
/// A route whose methods only the router knows.
const ROUTER: CheckContext<'_> =
    CheckContext { route: Some(RouteContext { methods: None, head_follows_get: true, body: None }), ..ALONE };

/// Kinds that no [`Config`] can have. Their tests are in `tests/ui`.
const ELSEWHERE: [MistakeKind; 8] = [
    MistakeKind::ConstantWildcard,
    MistakeKind::KeyBesideSameOrigin,
    MistakeKind::MethodsNoneLeft,
    MistakeKind::MethodsUnsendable,
    MistakeKind::PolicyAtRunTime,
    MistakeKind::PolicyWithoutContentType,
    MistakeKind::PredicateOfOther,
    MistakeKind::WildcardOfBase,
];

const fn on(methods: &'static [&'static str], head_follows_get: bool) -> CheckContext<'static> {
    let methods = Some(methods);
    CheckContext { route: Some(RouteContext { methods, head_follows_get, body: None }), ..ALONE }
}

const fn enforcing(word: &'static str) -> CheckContext<'static> {
    CheckContext { enforce: Some(word), ..ALONE }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn origins(config: &mut Config, origins: &[&str]) {
    config.origins = Some(owned(origins));
}

fn methods(config: &mut Config, methods: &[&str]) {
    config.methods = Some(owned(methods));
}

/// Returns each row as written.
fn rows() -> impl Iterator<Item = (Written, &'static [&'static str])> {
    [origins::ROWS, lists::ROWS, others::ROWS].concat().into_iter().map(|(scope, change, expected)| {
        let mut written = Written { scope, ..Written::default() };
        origins(&mut written.config, &["https://app.example.com"]);
        change(&mut written.config);
        (written, expected)
    })
}

/// Formats the mistake as the rows do.
fn summary(mistake: &Mistake) -> String {
    let key = mistake.key().unwrap().as_str();
    let index = mistake.index().map(|index| format!("[{index}]")).unwrap_or_default();
    let detail = detail(mistake).map(|detail| format!(" ({detail})")).unwrap_or_default();
    let fix = mistake.fix().map(|fix| format!(": {fix}")).unwrap_or_default();
    format!("{key}{index} {:?}{detail}{fix}", mistake.kind())
}

/// Returns the part of the message that depends on the place.
fn detail(mistake: &Mistake) -> Option<String> {
    let message = mistake.kind().reason().replace("{value}", mistake.value().unwrap_or_default());
    let (before, after) = message.split_once("{detail}")?;
    let reason = mistake.reason();
    let detail = reason.strip_prefix(before)?.strip_suffix(after)?.trim_start_matches(", ");
    (!detail.is_empty()).then(|| detail.to_owned())
}

#[test]
fn a_mistake_is_said_where_it_is_one() {
    for (written, expected) in rows() {
        let actual: Vec<String> = written.mistakes().iter().map(summary).collect();
        assert_eq!(actual, expected, "{written:?}");
    }
}

#[test]
fn every_fix_is_right() {
    for (written, _) in rows() {
        for mistake in written.mistakes() {
            assert_eq!(written.wrong_fix(&mistake), None);
        }
    }
}

#[test]
fn every_kind_is_in_the_table_or_in_words() {
    let in_rows: Vec<MistakeKind> =
        rows().flat_map(|(written, _)| written.mistakes()).map(|mistake| mistake.kind()).collect();
    let is_here = |kind: &MistakeKind| in_rows.contains(kind) || kinds::has(*kind);
    let wrong: Vec<_> = MistakeKind::ALL
        .iter()
        .filter(|kind| !ONLY_IN_VARIABLES.contains(kind))
        .filter(|kind| is_here(kind) == ELSEWHERE.contains(kind))
        .collect();
    assert!(wrong.is_empty(), "neither or both: {wrong:?}");
}

/// Each fix is checked against the whole list, so very long lists get none.
#[test]
fn names_in_a_list_of_hundreds_are_not_repaired() {
    for (len, fix) in [(256, Some(Fix::Write("x-a".to_owned()))), (257, None)] {
        let mut config = Config::default();
        origins(&mut config, &["https://app.example.com"]);
        config.expose_headers = (1..len).map(|number| format!("x-{number}")).collect();
        config.expose_headers.push("x-a:".to_owned());
        let error = config.check(&ALONE).unwrap_err();
        assert_eq!(error.mistakes().iter().map(|mistake| mistake.fix()).collect::<Vec<_>>(), [fix.as_ref()]);
    }
}
