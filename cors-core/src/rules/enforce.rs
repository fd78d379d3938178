//! The key `enforce`.

use crate::config::Config;
use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::policy::Enforce;
use crate::rules::context::{CheckContext, RouteContext};
use crate::syntax::list::quoted;
use crate::syntax::nearest::nearest;
use crate::syntax::token::is_safe;

pub(crate) fn check_enforce(config: &Config, context: &CheckContext<'_>, mistakes: &mut Vec<Mistake>) {
    let (Some(word), route) = (context.enforce, context.route.as_ref()) else { return };
    let (kind, fix) = match Enforce::parse(word) {
        None => {
            let known = nearest(word, Enforce::ALL.map(Enforce::as_str)).and_then(Enforce::parse);
            let known = known.filter(|known| known.idle(config, route).is_none());
            (MistakeKind::EnforceUnknown, known.map(|known| Fix::Write(known.as_str().to_owned())))
        }
        Some(known) => match known.idle(config, route) {
            Some(kind) => (kind, None),
            None => return,
        },
    };
    let served = route.and_then(|route| route.methods).unwrap_or_default();
    let mistake = Mistake::of_key(Key::Enforce, kind).with_value(word).with_detail(quoted(served, '`'));
    mistakes.push(mistake.with_fix(fix));
}

impl Enforce {
    /// Returns why nothing would ever be refused, if so.
    fn idle(self, config: &Config, route: Option<&RouteContext<'_>>) -> Option<MistakeKind> {
        let serves_safe_methods = |route: &RouteContext<'_>| {
            let is_safe = |methods: &[&str]| methods.iter().all(|method| is_safe(method.as_bytes()));
            route.methods.is_some_and(|methods| !methods.is_empty() && is_safe(methods))
        };
        if config.origins.iter().flatten().any(|origin| origin == "*") {
            return Some(MistakeKind::EnforceAnyOrigin);
        }
        (self == Self::UnsafeMethods && route.is_some_and(serves_safe_methods))
            .then_some(MistakeKind::EnforceSafeMethods)
    }
}
