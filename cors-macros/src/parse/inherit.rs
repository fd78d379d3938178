//! What the enclosing modules a handler give to it: key by key, nothing is merged, the nearest wins.

use std::collections::BTreeMap;

use cors_core::Key;
use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Ident, Token, braced, parenthesized};

use crate::errors::Errors;
use crate::parse::args;
use crate::parse::args::{Args, EnclosingModule, MacroKind};
use crate::parse::path::move_inwards;

/// Takes what the enclosing modules have written, `__inherit(api { … } v1 { … })`, from what is the item's own.
pub(crate) fn split(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let parsed = |input: ParseStream<'_>| {
        let name: Ident = input.parse()?;
        if name != "__inherit" {
            return Err(input.error(""));
        }
        let enclosing;
        parenthesized!(enclosing in input);
        input.parse::<Option<Token![,]>>()?;
        Ok((enclosing.parse()?, input.parse()?))
    };
    parsed.parse2(tokens.clone()).unwrap_or((TokenStream::new(), tokens))
}

/// The modules enclosing, from the outermost to the innermost. `!` stands before the name of one with a mistake.
pub(crate) fn modules(enclosing: TokenStream) -> Vec<EnclosingModule> {
    let mut modules = Vec::new();
    let parsed = |input: ParseStream<'_>| {
        while !input.is_empty() {
            let is_wrong = input.parse::<Option<Token![!]>>()?.is_some();
            let name = input.parse::<Ident>()?.to_string();
            let content;
            braced!(content in input);
            let mut args = args::parse(content.parse()?, MacroKind::Attribute, &mut Errors::default());
            args.from = args.places.keys().map(|key| (*key, name.clone())).collect();
            args.inherited_from = (args.same_origin || args.policy.is_some()).then_some(name);
            modules.push(EnclosingModule { args, is_wrong });
        }
        Ok(())
    };
    // Only the macro itself writes this.
    let _: syn::Result<()> = parsed.parse2(enclosing);
    for (levels, module) in (1..).zip(modules.iter_mut().rev()) {
        module.args.move_inwards(levels);
    }
    modules
}

impl Args {
    /// These arguments, and what they leave to the enclosing modules.
    pub(crate) fn with_inherited(&self) -> Self {
        let mut args = self.clone().over(&self.enclosing());
        // A route for its own origin has no methods for others, and a bound that bounds nothing is none.
        let is_any =
            |key: &Key| args.lists.get(key).is_some_and(|list| list.iter().any(|one| one.text == "*"));
        if args.from.contains_key(&Key::Methods) && (args.same_origin || is_any(&Key::Methods)) {
            args = args.without(Key::Methods);
        }
        args
    }

    /// What the enclosing modules give together.
    pub(crate) fn enclosing(&self) -> Self {
        self.modules.iter().fold(Self::default(), |enclosing, module| module.args.clone().over(&enclosing))
    }

    /// Whether an enclosing module has a mistake, so that what it gives is not known.
    pub(crate) fn is_in_wrong_module(&self) -> bool {
        self.modules.iter().any(|module| module.is_wrong)
    }

    /// The same without one key.
    pub(crate) fn without(&self, key: Key) -> Self {
        let mut args = self.clone();
        args.take(key, &Self::default());
        args
    }

    /// `policy`, `same_origin` and the keys of a policy are one group: each of the three replaces the others.
    fn over(mut self, enclosing: &Self) -> Self {
        let is_whole = self.policy.is_some() || self.same_origin;
        if !is_whole && !self.places.keys().any(|key| is_of_policy(*key)) {
            self.policy.clone_from(&enclosing.policy);
            self.same_origin = enclosing.same_origin;
            self.inherited_from.clone_from(&enclosing.inherited_from);
        }
        let has_origins = self.places.contains_key(&Key::Origins);
        for key in enclosing.places.keys() {
            // A danger is allowed for the origins that it stands beside.
            let is_of_other_origins = has_origins && *key == Key::DangerouslyAllow;
            let is_replaced = (is_whole && is_of_policy(*key)) || is_of_other_origins;
            if !is_replaced && !self.places.contains_key(key) {
                self.take(*key, enclosing);
            }
        }
        self.krate = self.krate.or_else(|| enclosing.krate.clone());
        self
    }

    /// Takes `key` from other arguments, in which it may be missing.
    fn take(&mut self, key: Key, other: &Self) {
        take(&mut self.places, &other.places, key);
        take(&mut self.lists, &other.lists, key);
        take(&mut self.from, &other.from, key);
        match key {
            Key::Origins => {
                self.constants.clone_from(&other.constants);
                self.predicate.clone_from(&other.predicate);
            }
            Key::Credentials => self.credentials = other.credentials,
            Key::MaxAge => self.max_age.clone_from(&other.max_age),
            Key::Enforce => self.enforce.clone_from(&other.enforce),
            _ => {}
        }
    }

    /// Paths mean what they mean where they are written, `levels` modules further out.
    fn move_inwards(&mut self, levels: usize) {
        if let Some(named) = &mut self.policy {
            move_inwards(&mut named.path, levels);
        }
        for constant in &mut self.constants {
            if let Expr::Path(constant) = &mut constant.value {
                move_inwards(&mut constant.path, levels);
            }
        }
        if let Some(predicate) = &mut self.predicate {
            move_inwards(&mut predicate.path, levels);
        }
    }
}

/// Whether the key is one of a policy, and not of the route.
fn is_of_policy(key: Key) -> bool {
    !matches!(key, Key::Methods | Key::Enforce)
}

fn take<T: Clone>(map: &mut BTreeMap<Key, T>, other: &BTreeMap<Key, T>, key: Key) {
    match other.get(&key) {
        Some(value) => drop(map.insert(key, value.clone())),
        None => drop(map.remove(&key)),
    }
}
