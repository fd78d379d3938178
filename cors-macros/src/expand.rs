//! The whole pipeline: arguments, and what modules enclosing add → path of the adapter → handler and its routes → checked
//! policy → tokens.

use cors_core::__private::{CheckContext, RouteContext};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ItemMacro;

use crate::emit::route::{RouteEmitter, served};
use crate::emit::{actix, policy, rocket};
use crate::errors::Errors;
use crate::item::framework::Framework;
use crate::item::handler::Handler;
use crate::item::placement::{drop_repeated, misplaced};
use crate::module::{Module, ModuleAttribute};
use crate::parse::args::MacroKind;
use crate::parse::path::text;
use crate::parse::{grammar, inherit};
use crate::{check, crate_path, module};

/// Expands the attribute. The item is always in the output, whatever is wrong, so that editors keep working, and a
/// wrong policy becomes one that allows nothing, so that one mistake does not lead to others.
pub(crate) fn expand(framework: Framework, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (enclosing, written) = inherit::split(args);
    let mut own = grammar::parse(written.clone(), MacroKind::Attribute, &mut errors);
    own.modules = inherit::modules(enclosing.clone());
    own.check_enclosing_same_origin(&mut errors);
    let args = own.with_inherited();
    let krate = crate_path::path(framework, &args, &mut errors);

    if let Ok(mut module) = syn::parse2::<Module>(item.clone()) {
        drop_repeated(&mut module.attrs, &module.ident, &mut errors);
        own.check_dangers_without_origins(&module.ident, &mut errors);
        let attributed = ModuleAttribute { framework, krate, enclosing, written, own: &own };
        return echo(module::expand(&attributed, module, &mut errors), errors);
    }
    let Ok(mut handler) = syn::parse2::<Handler>(item.clone()) else {
        match syn::parse2::<ItemMacro>(item.clone()) {
            Ok(call) => errors.push_at(&call.mac.path, on_a_macro(&call)),
            Err(_) => errors.push(Span::call_site(), MISPLACED),
        }
        return echo(item, errors);
    };
    drop_repeated(&mut handler.attrs, &handler.sig.ident, &mut errors);
    let routes = handler.routes(framework);
    if let Some((place, message)) = misplaced(framework, &handler, &routes) {
        errors.push_at(&place, message);
        return echo(handler.into_token_stream(), errors);
    }

    let methods = served(&routes);
    let body = handler.body_kind(framework, &routes);
    let head_follows_get = framework == Framework::Rocket;
    let context = RouteContext { methods: &methods, head_follows_get, body: body.as_deref() };
    check::check(&own, CheckContext { route: Some(context), ..CheckContext::default() }, &mut errors);

    let is_right = errors.is_empty() && !own.is_in_wrong_module();
    let target = RouteEmitter { krate, args: &args, is_right, context };
    let expansion = match framework {
        Framework::Actix => actix::expand(&target, handler, &routes, &mut errors),
        Framework::Rocket => rocket::expand(&target, handler, &routes),
    };
    echo(expansion, errors)
}

/// Expands `policy!`, to an expression of type `Policy`.
pub(crate) fn policy(framework: Framework, args: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = grammar::parse(args, MacroKind::Policy, &mut errors);
    let krate = crate_path::path(framework, &args, &mut errors);
    check::check(&args, CheckContext::default(), &mut errors);
    let policy =
        if errors.is_empty() { policy::constant(&krate, &args) } else { policy::nothing(&krate, &args) };
    let errors = errors.into_tokens();
    quote!({ #errors #policy })
}

const MISPLACED: &str = "`#[cors(…)]` stands above the route attribute of a function, as in \
     `#[cors(…)] #[get(\"/\")] async fn …`; put it there";

/// Returns the message for a macro, whose route does not exist yet when the attribute is expanded.
fn on_a_macro(ItemMacro { ident, mac, .. }: &ItemMacro) -> String {
    let name = ident.as_ref().map_or_else(|| text(&mac.path), Ident::to_string);
    format!(
        "`#[cors(…)]` does not see the route that `{name}!` makes; let the macro write `#[cors(…)]` above `#[get(…)]`"
    )
}

fn echo(item: TokenStream, errors: Errors) -> TokenStream {
    let errors = errors.into_tokens();
    quote!(#item #errors)
}
