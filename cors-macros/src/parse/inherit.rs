//! The inheritance of keys from the enclosing modules. A key is replaced as a whole, and the nearest module wins.

use cors_core::Key;
use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Ident, Path, Token, braced, parenthesized};

use crate::errors::Errors;
use crate::parse::args::{Args, EntryValue, MacroKind, WholePolicy, WholeSource};
use crate::parse::grammar;
use crate::parse::path::move_inwards;

/// Splits the arguments of an attribute into those of the enclosing modules, `__inherit(api { … } v1 { … })`, and its own.
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

/// The arguments of an attribute, and those that it inherits.
pub(crate) struct Nested {
    pub(crate) own: Args,
    /// The arguments of the enclosing modules together.
    pub(crate) enclosing: Args,
    /// The own arguments with those that they inherit.
    pub(crate) merged: Args,
    /// Set if an enclosing module has a mistake, which is reported there. Its keys are then not known.
    pub(crate) is_in_wrong_module: bool,
}

impl Nested {
    /// Makes arguments that inherit from `enclosing`, as [`split`] returns it.
    pub(crate) fn new(own: Args, enclosing: TokenStream) -> Self {
        let (modules, is_in_wrong_module) = modules(enclosing);
        let enclosing = modules.into_iter().fold(Args::default(), |outer, inner| inner.over(&outer));
        Self { merged: merge(&own, &enclosing), own, enclosing, is_in_wrong_module }
    }

    /// Reports whether there are arguments to inherit.
    pub(crate) fn inherits(&self) -> bool {
        !self.enclosing.entries.is_empty() || self.enclosing.whole.is_some()
    }

    /// Reports whether there is no mistake, neither in `errors` nor in an enclosing module.
    pub(crate) fn is_right(&self, errors: &Errors) -> bool {
        errors.is_empty() && !self.is_in_wrong_module
    }
}

/// Returns the arguments with those that they inherit.
pub(crate) fn merge(own: &Args, enclosing: &Args) -> Args {
    let mut args = own.clone().over(enclosing);
    // Inherited methods are left out where they bound nothing: beside `same_origin`, and if they are `*`.
    let methods = args.elements(Key::Methods).unwrap_or_default();
    let bounds_nothing = args.is_same_origin() || methods.iter().any(|method| method.text == "*");
    if args.inherited_from(Key::Methods).is_some() && bounds_nothing {
        args.entries.remove(&Key::Methods);
    }
    args
}

/// Reads the arguments of the enclosing modules, from the outermost to the innermost, and whether one of the modules has a mistake.
/// The name of such a module has a `!` before it.
fn modules(enclosing: TokenStream) -> (Vec<Args>, bool) {
    let (mut modules, mut is_one_wrong) = (Vec::new(), false);
    let parsed = |input: ParseStream<'_>| {
        while !input.is_empty() {
            is_one_wrong |= input.parse::<Option<Token![!]>>()?.is_some();
            let name = input.call(Ident::parse_any)?.to_string();
            let content;
            braced!(content in input);
            let mut args = grammar::parse(content.parse()?, MacroKind::Attribute, &mut Errors::default());
            for entry in args.entries.values_mut() {
                entry.inherited_from = Some(name.clone());
            }
            if let Some(whole) = &mut args.whole {
                whole.inherited_from = Some(name);
            }
            modules.push(args);
        }
        Ok(())
    };
    // These tokens are written by the macro itself, so that there are no errors.
    let _: syn::Result<()> = parsed.parse2(enclosing);
    for (levels, args) in (1..).zip(modules.iter_mut().rev()) {
        args.move_inwards(levels);
    }
    (modules, is_one_wrong)
}

impl Args {
    /// Returns the arguments without one key.
    pub(crate) fn without(&self, key: Key) -> Self {
        let mut args = self.clone();
        args.entries.remove(&key);
        args
    }

    /// Adds the enclosing arguments that these do not replace. `policy`, `same_origin` and the keys of a policy are a group: each of
    /// the three replaces the others.
    fn over(mut self, enclosing: &Self) -> Self {
        let is_whole = self.whole.is_some();
        if !is_whole && !self.entries.keys().any(|key| key.is_of_policy()) {
            self.whole.clone_from(&enclosing.whole);
        }
        let has_origins = self.has(Key::Origins);
        for (key, entry) in &enclosing.entries {
            // Dangers are allowed for the origins beside them, so they are replaced together.
            let is_of_other_origins = has_origins && *key == Key::DangerouslyAllow;
            let is_replaced = (is_whole && key.is_of_policy()) || is_of_other_origins;
            if !is_replaced {
                self.entries.entry(*key).or_insert_with(|| entry.clone());
            }
        }
        self.crate_path = self.crate_path.or_else(|| enclosing.crate_path.clone());
        self
    }

    /// Adjusts the paths to a place `levels` modules further in, so that they keep their meaning.
    pub(crate) fn move_inwards(&mut self, levels: usize) {
        self.paths().into_iter().for_each(|path| move_inwards(path, levels));
    }

    /// Reports generic arguments in the paths of a module, which would have another meaning in the modules inside. Returns
    /// whether there are none.
    pub(crate) fn check_generic_paths(&self, errors: &mut Errors) -> bool {
        let mut args = self.clone();
        let has_arguments =
            |path: &&mut Path| path.segments.iter().any(|segment| !segment.arguments.is_empty());
        let generic: Vec<_> = args.paths().into_iter().filter(has_arguments).collect();
        for path in &generic {
            let message = "a path on a module has no generic arguments, since modules inside inherit it; write the name of an \
                 item without them";
            errors.push_at(path, message);
        }
        generic.is_empty()
    }

    fn paths(&mut self) -> Vec<&mut Path> {
        let mut paths = Vec::new();
        if let Some(WholePolicy { source: WholeSource::Named(named), .. }) = &mut self.whole {
            paths.push(&mut named.path);
        }
        match self.entries.get_mut(&Key::Origins).and_then(|entry| entry.value.as_mut()) {
            Some(EntryValue::List { constants, .. }) => {
                paths.extend(constants.iter_mut().filter_map(|constant| match &mut constant.value {
                    Expr::Path(constant) => Some(&mut constant.path),
                    _ => None,
                }));
            }
            Some(EntryValue::Predicate(predicate)) => paths.push(&mut predicate.path),
            _ => {}
        }
        paths
    }
}
