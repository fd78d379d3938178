//! The key `origins`: checks of each entry alone, among the others, and in combination with credentials.

use std::collections::HashSet;

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::origin::pattern::{PatternParts, parse_pattern};
use crate::origin::scheme::is_http;
use crate::origin::{idna, public_suffix, repair};
use crate::policy::Danger;
use crate::rules::context::CheckContext;
use crate::syntax::bytes::without_final_dot;

pub(crate) fn check_origins(config: &Config, context: &CheckContext<'_>, mistakes: &mut Vec<Mistake>) {
    match &config.origins {
        None if context.is_partial || context.has_more_origins() => {}
        None => mistakes.push(Mistake::of_key(Key::Origins, MistakeKind::OriginsMissing)),
        Some(origins) if origins.is_empty() && !context.has_more_origins() => {
            mistakes.push(Mistake::of_key(Key::Origins, MistakeKind::OriginsEmpty));
        }
        Some(origins) => check_entries(config, context, origins, mistakes),
    }
}

fn check_entries(
    config: &Config,
    context: &CheckContext<'_>,
    origins: &[String],
    mistakes: &mut Vec<Mistake>,
) {
    let listed: HashSet<&str> = origins.iter().map(String::as_str).collect();
    let (mut seen, mut offered) = (HashSet::new(), HashSet::new());
    for (index, origin) in origins.iter().enumerate() {
        let kinds = if seen.insert(origin) {
            mistakes_of(config, context, origin)
        } else {
            vec![MistakeKind::OriginDuplicate]
        };
        if kinds.is_empty() {
            continue;
        }
        let at = |kind, fix| Mistake::at(Key::Origins, index, origin, kind, fix);
        let repair = repair_of(config, context, origin, &kinds);
        // One replacement fixes every mistake of its literal, so each of them gets it.
        let right = repair.as_ref().filter(|repair| repair.mistakes.is_empty()).map(|repair| &repair.text);
        let is_repeated =
            |right: &&String| listed.contains(right.as_str()) || !offered.insert((*right).clone());
        if let Some(right) = right.filter(is_repeated) {
            mistakes.push(at(MistakeKind::OriginRepeated, Some(Fix::Remove)).with_detail(right.clone()));
            continue;
        }
        let suffix = suffix_of(repair.as_ref().map_or(origin, |repair| &repair.text));
        // Mistakes that the repaired origin would still have are reported at once.
        let after_repair =
            repair.iter().flat_map(|repair| &repair.mistakes).filter(|kind| !kinds.contains(kind));
        for kind in kinds.iter().chain(after_repair).copied() {
            let fix = match kind {
                MistakeKind::OriginDuplicate | MistakeKind::OriginAnyMixed => Some(Fix::Remove),
                MistakeKind::CredentialsAnyOrigin if has_others(origins, context) => Some(Fix::Remove),
                _ => right.cloned().map(Fix::Write),
            };
            mistakes.push(at(kind, fix).with_detail(suffix.clone()));
        }
    }
}

/// The text that a wrong entry probably means.
struct Repair {
    text: String,
    /// The mistakes that it still has.
    mistakes: Vec<MistakeKind>,
}

fn repair_of(
    config: &Config,
    context: &CheckContext<'_>,
    origin: &str,
    kinds: &[MistakeKind],
) -> Option<Repair> {
    // The text before the `\` of a regular expression is not the origin that is meant.
    let is_repairable = !kinds.contains(&MistakeKind::OriginRegex);
    let text = repair::repair(origin).filter(|text| text != origin && is_repairable)?;
    Some(Repair { mistakes: mistakes_of(config, context, &text), text })
}

/// Returns the repaired text of an entry, if it is a pattern.
fn repaired(origin: &str) -> Option<String> {
    repair::repair(origin).filter(|text| parse_pattern(text.as_bytes()).is_ok())
}

/// Returns all mistakes in one entry, except repetitions.
fn mistakes_of(config: &Config, context: &CheckContext<'_>, origin: &str) -> Vec<MistakeKind> {
    if origin == "*" {
        return mistakes_of_wildcard(config, context);
    }
    match parse_pattern(origin.as_bytes()) {
        Ok(parts) => mistakes_of_parts(config, &parts),
        Err(MistakeKind::OriginNull) => mistakes_of_null(config, origin),
        Err(MistakeKind::WildcardPartialLabel) if public_suffix::is_listed(&suffix_of(origin)) => {
            vec![MistakeKind::WildcardPartialPublicSuffix]
        }
        Err(kind) => vec![kind],
    }
}

fn mistakes_of_wildcard(config: &Config, context: &CheckContext<'_>) -> Vec<MistakeKind> {
    if config.credentials {
        vec![MistakeKind::CredentialsAnyOrigin]
    } else if has_others(config.origins.as_deref().unwrap_or_default(), context) {
        vec![MistakeKind::OriginAnyMixed]
    } else {
        Vec::new()
    }
}

fn has_others(origins: &[String], context: &CheckContext<'_>) -> bool {
    context.has_more_origins() || origins.iter().any(|origin| origin != "*")
}

fn mistakes_of_null(config: &Config, origin: &str) -> Vec<MistakeKind> {
    match origin {
        _ if config.credentials => vec![MistakeKind::CredentialsNull],
        "null" if Danger::NullOrigin.is_allowed_by(config) => Vec::new(),
        _ => vec![MistakeKind::OriginNull],
    }
}

fn mistakes_of_parts(config: &Config, parts: &PatternParts<'_>) -> Vec<MistakeKind> {
    let mut kinds = Vec::new();
    let has_labels = is_http(parts.scheme) || parts.subdomains;
    if has_labels && !idna::is_stable(&lossy(parts.host)) {
        kinds.push(MistakeKind::HostPunycode);
    }
    if is_public_suffix_wildcard(parts) && !Danger::PublicSuffixWildcards.is_allowed_by(config) {
        let is_listed = public_suffix::is_listed(&lossy(parts.host));
        kinds.push(if is_listed {
            MistakeKind::WildcardPublicSuffix
        } else {
            MistakeKind::WildcardUnlistedSuffix
        });
    }
    if config.credentials && parts.is_insecure() && !Danger::InsecureOrigins.is_allowed_by(config) {
        kinds.push(MistakeKind::CredentialsInsecureOrigin);
    }
    kinds
}

fn is_public_suffix_wildcard(parts: &PatternParts<'_>) -> bool {
    parts.subdomains && public_suffix::is_public(&lossy(parts.host))
}

/// Reports whether an entry would be a mistake without `danger`, or could be one after it is repaired, with these `credentials`.
pub(crate) fn needs(config: &Config, credentials: bool, danger: Danger) -> bool {
    config.origins.iter().flatten().filter(|origin| *origin != "*").any(|origin| {
        let repaired = repaired(origin);
        let origin = repaired.as_ref().unwrap_or(origin);
        match (danger, parse_pattern(origin.as_bytes())) {
            (Danger::NullOrigin, parsed) => parsed == Err(MistakeKind::OriginNull),
            (_, Err(MistakeKind::OriginNull)) => false,
            (_, Err(_)) => true,
            (Danger::PublicSuffixWildcards, Ok(parts)) => is_public_suffix_wildcard(&parts),
            (Danger::InsecureOrigins, Ok(parts)) => credentials && parts.is_insecure(),
        }
    })
}

/// Returns the domain that messages about public suffixes name: the host of a pattern without `*.`, or the part after a
/// label that contains `*`.
fn suffix_of(origin: &str) -> String {
    match parse_pattern(origin.as_bytes()) {
        Ok(parts) => lossy(without_final_dot(parts.host)),
        Err(MistakeKind::WildcardPartialLabel) => {
            let host = origin.split_once("://").and_then(|(_, rest)| rest.split(':').next());
            let base = host.and_then(|host| host.split_once('.')).map_or("", |(_, base)| base);
            base.trim_end_matches('.').to_ascii_lowercase()
        }
        Err(_) => String::new(),
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
