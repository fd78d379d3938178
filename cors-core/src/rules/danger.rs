//! The key `dangerously_allow`.

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::policy::Danger;
use crate::rules::context::CheckContext;
use crate::rules::origins;
use crate::syntax::nearest::nearest;

pub(crate) fn check_dangers(config: &Config, context: &CheckContext<'_>, mistakes: &mut Vec<Mistake>) {
    for (index, word) in config.dangerously_allow.iter().enumerate() {
        let earlier = config.dangerously_allow.iter().take(index).any(|earlier| earlier == word);
        let (kind, fix) = match Danger::parse(word) {
            None => {
                let known = nearest(word, Danger::ALL.map(Danger::as_str)).and_then(Danger::parse);
                let useful =
                    known.filter(|known| !known.is_allowed_by(config) && origins::needs(config, *known));
                (MistakeKind::DangerUnknown, useful.map(|known| Fix::Write(known.as_str().to_owned())))
            }
            Some(_) if earlier => (MistakeKind::DangerDuplicate, Some(Fix::Remove)),
            Some(danger) if may_be_needed_by_others(config, context, danger) => continue,
            Some(danger) if !origins::needs(config, danger) => (MistakeKind::DangerIdle, Some(Fix::Remove)),
            Some(_) => continue,
        };
        mistakes.push(Mistake::at(Key::DangerouslyAllow, index, word, kind, fix));
    }
}

/// Reports whether an origin that is not known here may need `danger`. Unknown origins beside a list are constants.
/// They are exact origins, so they need no danger of patterns.
fn may_be_needed_by_others(config: &Config, context: &CheckContext<'_>, danger: Danger) -> bool {
    let is_of_patterns = danger == Danger::PublicSuffixWildcards && config.origins.is_some();
    context.is_partial || (context.has_more_origins && !is_of_patterns)
}

impl Danger {
    pub(crate) fn is_allowed_by(self, config: &Config) -> bool {
        config.dangerously_allow.iter().any(|word| word == self.as_str())
    }
}
