//! The checks of keys beside those of the enclosing modules.

use cors_core::__macros::{CheckContext, quoted, served_to_others};
use cors_core::Key;
use proc_macro2::{Ident, Span};

use crate::errors::Errors;
use crate::parse::args::{NamedPolicy, WholePolicy, WholeSource};
use crate::parse::inherit::Nested;

impl Nested {
    /// Reports `methods` where an enclosing module has `same_origin`.
    pub(super) fn check_methods_below_same_origin(&self, errors: &mut Errors) {
        if let Some(WholePolicy { source: WholeSource::SameOrigin, inherited_from: Some(module) }) =
            &self.merged.whole
            && let Some(report_at) = self.own.report_at(Key::Methods)
        {
            let message = format!(
                "`same_origin` of `mod {module}` allows no other origin, so `methods` has no effect; remove it"
            );
            errors.push_at(report_at, message);
        }
    }

    /// Reports dangers on a module without origins, its own or inherited.
    pub(crate) fn check_dangers_without_origins(&self, module: &Ident, errors: &mut Errors) {
        let Self { own, merged, .. } = self;
        let is_known = !own.is_unreadable(Key::Origins) && !self.is_in_wrong_module;
        let has_origins = own.whole.is_some() || merged.has(Key::Origins);
        if let (true, false, Some(report_at)) = (is_known, has_origins, own.report_at(Key::DangerouslyAllow))
        {
            let message = format!(
                "`dangerously_allow` is for the origins beside it, and `mod {module}` has none; \
                 add `origins = […]`, or write it beside the origins of a handler"
            );
            errors.push_at(report_at, message);
        }
    }

    /// Reports the `methods` of a module if they allow no method of the route. The route need not serve all of them. A route that has
    /// the policy `Policy::SAME_ORIGIN` need not serve any: no other origin uses them.
    pub(super) fn check_methods_of_module(&self, context: CheckContext<'_>, errors: &mut Errors) {
        let Self { own, merged, .. } = self;
        let (Some(module), Some(route)) = (merged.inherited_from(Key::Methods), context.route) else {
            return;
        };
        if own.named_policy().is_some_and(NamedPolicy::names_same_origin) {
            return;
        }
        let bound = merged.texts(Key::Methods).unwrap_or_default();
        let all: Vec<&str> = served_to_others(&route, None).into_iter().map(|(method, _)| method).collect();
        if !all.is_empty() && served_to_others(&route, Some(&bound)).is_empty() {
            let served = quoted(&all, '`');
            let message = format!(
                "this route serves {served}, and `methods` of `mod {module}` allows none of them; add `methods = {all:?}`"
            );
            errors.push(Span::call_site(), message);
        }
    }
}
