//! Keys that exclude each other, and those that belong elsewhere.

use cors_core::Key;
use proc_macro2::Ident;

use crate::errors::Errors;
use crate::parse::args::{Args, MacroKind, NamedPolicy};

impl Args {
    /// A route for its own origin allows nothing, so there is nothing to say about it.
    pub(crate) fn check_same_origin(&self, errors: &mut Errors) {
        if !self.same_origin {
            return;
        }
        for (key, place) in &self.places {
            errors.push_at(place, beside_same_origin(*key));
        }
        if let Some(NamedPolicy { path, .. }) = &self.policy {
            errors.push_at(
                path,
                "`same_origin` is a whole policy, and another one is named; remove one of them",
            );
        }
    }

    /// As [`Self::check_same_origin`], where an enclosing module says it.
    pub(crate) fn check_enclosing_same_origin(&self, errors: &mut Errors) {
        let args = self.with_inherited();
        if let (true, Some(module), Some(place)) =
            (args.same_origin, &args.inherited_from, self.places.get(&Key::Methods))
        {
            let message = format!(
                "`same_origin` of `mod {module}` allows no other origin, so `methods` has no effect; remove it"
            );
            errors.push_at(place, message);
        }
    }

    /// Reports dangers on a module that has no origins, neither of its own nor from the enclosing modules.
    pub(crate) fn check_dangers_without_origins(&self, module: &Ident, errors: &mut Errors) {
        let is_known = !self.unreadable.contains(&Key::Origins) && !self.is_in_wrong_module();
        let is_whole = self.policy.is_some() || self.same_origin;
        let has_origins = self.with_inherited().places.contains_key(&Key::Origins);
        if let (true, false, false, Some(place)) =
            (is_known, is_whole, has_origins, self.places.get(&Key::DangerouslyAllow))
        {
            let message = format!(
                "`dangerously_allow` is for the origins beside it, and `mod {module}` has none; \
                 add `origins = […]`, or write it beside the origins of a handler"
            );
            errors.push_at(place, message);
        }
    }

    /// What an attribute can say and a policy cannot, and the other way round.
    pub(crate) fn check_place(&self, errors: &mut Errors) {
        match (self.place, &self.policy) {
            (MacroKind::Policy, named) => self.check_policy(named.as_ref(), errors),
            (MacroKind::Attribute, Some(NamedPolicy { path, written, is_base: true })) => {
                let message = format!(
                    "`..` belongs in `policy!(..{written}, …)`, which makes another policy; write `policy = {written}`"
                );
                errors.push_at(path, message);
            }
            (MacroKind::Attribute, Some(named)) => self.check_beside(named, errors),
            (MacroKind::Attribute, None) => {}
        }
    }

    fn check_policy(&self, named: Option<&NamedPolicy>, errors: &mut Errors) {
        if let Some(NamedPolicy { path, written, is_base: false }) = named {
            let message =
                format!("in `policy!` the policy to start from comes first, after `..`; write `..{written}`");
            errors.push_at(path, message);
        }
        if let Some(place) = self.places.get(&Key::Enforce) {
            let message = "`enforce` is for routes; write it in their `#[cors(…)]` and remove it here";
            errors.push_at(place, message);
        }
    }

    /// Nothing is merged: a policy that differs is another one.
    fn check_beside(&self, NamedPolicy { written: policy, .. }: &NamedPolicy, errors: &mut Errors) {
        for (key, place) in &self.places {
            if matches!(key, Key::Methods | Key::Enforce) {
                continue;
            }
            let key = key.as_str();
            let message = format!(
                "`{policy}` already sets `{key}`, and keys are not merged; name a policy such as \
                 `policy!(..{policy}, {key} = …)`, or remove it"
            );
            errors.push_at(place, message);
        }
    }
}

fn beside_same_origin(key: Key) -> String {
    match key {
        Key::Enforce => {
            "`same_origin` takes no other key; to refuse other origins' requests on the server as well, \
             write `policy = Policy::SAME_ORIGIN` in its place"
                .to_owned()
        }
        key => {
            format!("`same_origin` allows no other origin, so `{}` has no effect; remove it", key.as_str())
        }
    }
}
