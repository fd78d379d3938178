//! The checks for keys that exclude each other, and for keys that this macro does not take.

use cors_core::Key;

use crate::errors::Errors;
use crate::parse::args::{Args, MacroKind, NamedPolicy};

impl Args {
    /// Reports keys that exclude each other, and keys that this macro does not take. A key that is removed gives no further errors.
    pub(crate) fn check_exclusive(&mut self, errors: &mut Errors) {
        // First, since the advice for `enforce` beside `same_origin` is for routes.
        self.check_keys_of_macro(errors);
        self.drop_keys_beside_same_origin(errors);
    }

    /// Removes and reports keys beside `same_origin`, where they could allow nothing.
    fn drop_keys_beside_same_origin(&mut self, errors: &mut Errors) {
        if self.is_same_origin() {
            for (key, entry) in std::mem::take(&mut self.entries) {
                errors.push_at(&entry.report_at, beside_same_origin(key));
            }
        }
    }

    /// Reports arguments that only the other macro takes.
    fn check_keys_of_macro(&mut self, errors: &mut Errors) {
        match (self.macro_kind, self.named_policy()) {
            (MacroKind::Policy, _) => self.check_keys_of_policy_macro(errors),
            (MacroKind::Attribute, Some(NamedPolicy { path, written, is_base: true })) => {
                let message = format!(
                    "`..` belongs in `policy!(..{written}, …)`, which makes another policy; write `policy = {written}`"
                );
                errors.push_at(path, message);
            }
            (MacroKind::Attribute, Some(named)) => self.check_keys_beside_policy(named, errors),
            (MacroKind::Attribute, None) => {}
        }
    }

    fn check_keys_of_policy_macro(&mut self, errors: &mut Errors) {
        if let Some(NamedPolicy { path, written, is_base: false }) = self.named_policy() {
            let message =
                format!("in `policy!` the policy to start from comes first, after `..`; write `..{written}`");
            errors.push_at(path, message);
        }
        if let Some(entry) = self.entries.remove(&Key::Enforce) {
            let message = "`enforce` is for routes; write it in their `#[cors(…)]` and remove it here";
            errors.push_at(&entry.report_at, message);
        }
    }

    /// Reports keys beside a named policy. Keys are not merged with those of the policy.
    fn check_keys_beside_policy(&self, named: &NamedPolicy, errors: &mut Errors) {
        let policy = &named.written;
        for (key, entry) in self.entries.iter().filter(|(key, _)| key.is_of_policy()) {
            let key = key.as_str();
            let message = match named.names_same_origin() {
                true => format!("`{policy}` allows no other origin, so `{key}` has no effect; remove it"),
                false => format!(
                    "`{policy}` already sets `{key}`, and keys are not merged; name a policy such as \
                     `policy!(..{policy}, {key} = …)`, or remove it"
                ),
            };
            errors.push_at(&entry.report_at, message);
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
