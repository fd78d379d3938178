//! The whole pipeline: arguments, with those of the enclosing modules → path of the adapter → handler and its routes → checked
//! policy → tokens.

use cors_core::__macros::{CheckContext, RouteContext};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ItemMacro;

use crate::check::check_policy;
use crate::crate_path::{PrivatePath, adapter_path};
use crate::emit::route::RouteEmitter;
use crate::emit::{editor, policy};
use crate::errors::Errors;
use crate::framework::{Framework, Routing};
use crate::item::handler;
use crate::item::handler::{Handler, methods_of};
use crate::item::placement::{drop_repeated, on_a_method};
use crate::module;
use crate::module::{Invocation, Module};
use crate::parse::args::MacroKind;
use crate::parse::inherit::Nested;
use crate::parse::path::path_text;
use crate::parse::{grammar, inherit};

/// Expands the attribute.
///
/// The item is always in the output, so that editors keep working in the presence of mistakes. A wrong policy becomes one that
/// allows nothing, so that one mistake does not lead to others.
pub(crate) fn expand(framework: &Framework, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (enclosing, written) = inherit::split(args);
    let mut own = grammar::parse(written.clone(), MacroKind::Attribute, &mut errors);
    own.check_exclusive(&mut errors);
    let nested = Nested::new(own, enclosing.clone());
    let crate_path = adapter_path(framework.adapter, nested.merged.crate_path.as_ref(), &mut errors);
    let keys = editor::keys(&PrivatePath::of(&crate_path), &written);
    let invocation = Invocation { crate_path, enclosing, written, nested: &nested };
    let item = expand_item(framework, &invocation, item, &mut errors);
    let errors = errors.into_tokens();
    // rust-analyzer completes nothing that lies beyond the end of the expansion without the key.
    quote!(#keys #item #errors)
}

/// Expands the item below an attribute.
fn expand_item(
    framework: &Framework,
    invocation: &Invocation<'_>,
    item: TokenStream,
    errors: &mut Errors,
) -> TokenStream {
    let Invocation { nested, crate_path, .. } = invocation;
    let Ok(mut handler) = syn::parse2::<Handler>(item.clone()) else {
        return expand_other(framework, invocation, item, errors);
    };
    drop_repeated(&mut handler.attrs, &handler.sig.ident, errors);
    let routes = framework.routes(&handler);
    if let Some(error) = on_a_method(&handler).or_else(|| (framework.refusal)(&handler, &routes)) {
        errors.push_error(error);
        check_policy(nested, CheckContext::default(), errors);
        return handler.into_token_stream();
    }

    let methods = methods_of(&routes);
    let body = (framework.body_kind)(&handler, &routes);
    let methods = match framework.routing {
        Routing::Attributes(_) => Some(methods.as_slice()),
        Routing::Router { .. } => None,
    };
    let context =
        RouteContext { methods, head_follows_get: framework.head_follows_get, body: body.as_deref() };
    check_policy(nested, CheckContext { route: Some(context), ..CheckContext::default() }, errors);

    let is_right = nested.is_right(errors);
    let emitter = RouteEmitter { private: PrivatePath::of(crate_path), nested, is_right, context };
    (framework.emit)(&emitter, handler, &routes, errors)
}

/// Expands an item that is no function.
fn expand_other(
    framework: &Framework,
    invocation: &Invocation<'_>,
    item: TokenStream,
    errors: &mut Errors,
) -> TokenStream {
    let nested = invocation.nested;
    let Ok(mut module) = syn::parse2::<Module>(item.clone()) else {
        report_other_item(framework, &item, errors);
        check_policy(nested, CheckContext::default(), errors);
        return item;
    };
    let syntax = match &framework.routing {
        Routing::Attributes(syntax) => syntax,
        Routing::Router { on_module } => {
            errors.push_at(&module.ident, on_module);
            check_policy(nested, CheckContext { is_partial: true, ..CheckContext::default() }, errors);
            return item;
        }
    };
    drop_repeated(&mut module.attrs, &module.ident, errors);
    module::expand(syntax, invocation, module, errors)
}

/// Expands `policy!` of an adapter, to an expression of type `Policy`.
pub(crate) fn policy(adapter: &str, written: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut args = grammar::parse(written.clone(), MacroKind::Policy, &mut errors);
    args.check_exclusive(&mut errors);
    let nested = Nested::new(args, TokenStream::new());
    let args = &nested.merged;
    let crate_path = adapter_path(adapter, args.crate_path.as_ref(), &mut errors);
    let private = PrivatePath::of(&crate_path);
    let keys = editor::keys(&private, &written);
    check_policy(&nested, CheckContext::default(), &mut errors);
    let is_right = nested.is_right(&errors);
    let (items, policy) = (policy::items(&private, args, is_right), policy::policy(&private, args, is_right));
    let errors = errors.into_tokens();
    quote!({ #keys #errors #items #policy })
}

/// Reports an item that is neither a function nor a module. A macro has its own message, since its route does not exist yet.
fn report_other_item(framework: &Framework, item: &TokenStream, errors: &mut Errors) {
    let Ok(ItemMacro { ident, mac, .. }) = syn::parse2(item.clone()) else {
        let message = if handler::begins_as_function(item) { UNREADABLE } else { framework.on_other_item };
        return errors.push(Span::call_site(), message);
    };
    let (target, path) = (framework.target, path_text(&mac.path));
    // Only `macro_rules!` has a name behind it.
    let message = match ident {
        Some(_) => format!("`#[cors(…)]` belongs on a handler; write it inside of the macro, above {target}"),
        None => format!(
            "`#[cors(…)]` does not see the route that `{path}!` makes; let the macro write `#[cors(…)]` above {target}"
        ),
    };
    errors.push_at(&mac.path, message);
}

/// The message for half-typed signatures. Without it the route would have no policy if the compiler accepts them after all.
const UNREADABLE: &str = "`#[cors]` cannot read this function; see the error of the compiler for it";
