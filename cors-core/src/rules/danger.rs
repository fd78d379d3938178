//! The key `dangerously_allow`.

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::policy::Danger;
use crate::rules::context::{CheckContext, MoreOrigins};
use crate::rules::origins;
use crate::syntax::nearest::nearest;

pub(crate) fn check_dangers(config: &Config, context: &CheckContext<'_>, mistakes: &mut Vec<Mistake>) {
    for (index, word) in config.dangerously_allow.iter().enumerate() {
        let earlier = config.dangerously_allow.iter().take(index).any(|earlier| earlier == word);
        let (kind, fix) = match Danger::parse(word) {
            None => {
                let known = nearest(word, Danger::ALL.map(Danger::as_str)).and_then(Danger::parse);
                let useful = known.filter(|known| {
                    !known.is_allowed_by(config) && origins::needs(config, config.credentials, *known)
                });
                (MistakeKind::DangerUnknown, useful.map(|known| Fix::Write(known.as_str().to_owned())))
            }
            Some(_) if earlier => (MistakeKind::DangerDuplicate, Some(Fix::Remove)),
            Some(danger) if may_be_needed(config, context, danger) => continue,
            Some(_) => (MistakeKind::DangerIdle, Some(Fix::Remove)),
        };
        mistakes.push(Mistake::at(Key::DangerouslyAllow, index, word, kind, fix));
    }
}

/// Reports whether an origin needs `danger`, or one that is not known here may need it. Dangers are for the origins beside them,
/// but the credentials of a partial policy may be set elsewhere.
///
/// Exact origins need no danger of patterns. A predicate in place of the list needs no danger.
fn may_be_needed(config: &Config, context: &CheckContext<'_>, danger: Danger) -> bool {
    if config.origins.is_none() {
        return context.is_partial && !context.has_more_origins();
    }
    match context.more_origins {
        MoreOrigins::Unread => true,
        MoreOrigins::Exact if context.is_partial || danger != Danger::PublicSuffixWildcards => true,
        _ => origins::needs(config, config.credentials || context.is_partial, danger),
    }
}

impl Danger {
    pub(crate) fn is_allowed_by(self, config: &Config) -> bool {
        config.dangerously_allow.iter().any(|word| word == self.as_str())
    }
}
