//! The whole pipeline: arguments, and what modules around add → path of the adapter → handler and its routes → checked
//! policy → tokens.

mod actix;
mod rocket;

use cors_core::__private::{Enforce, RouteFacts, Scope};
use cors_core::Key;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{Attribute, ItemMacro};

use crate::args::{self, Args, Named, Place};
use crate::errors::Errors;
use crate::groups::text;
use crate::handler::{Framework, Handler, Route, last_segment};
use crate::module::{self, Attributed, Module};
use crate::{check, inherit, krate, policy};

/// Expands the attribute. The item is always in the output, whatever is wrong, so that editors keep working, and a
/// wrong policy becomes one that allows nothing, so that one mistake does not lead to others.
pub(crate) fn expand(framework: Framework, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (around, written) = inherit::split(args);
    let mut own = args::parse(written.clone(), Place::Attribute, &mut errors);
    own.modules = inherit::modules(around.clone());
    own.check_same_origin_around(&mut errors);
    let args = own.with_inherited();
    let krate = krate::path(framework, &args, &mut errors);

    if let Ok(mut module) = syn::parse2::<Module>(item.clone()) {
        drop_repeated(&mut module.attrs, &module.ident, &mut errors);
        own.check_dangers_without_origins(&module.ident, &mut errors);
        let attributed = Attributed { framework, krate, around, written, own: &own };
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
    let facts = RouteFacts { methods: &methods, head_follows_get, body: body.as_deref() };
    check::check(&own, Scope { route: Some(facts), ..Scope::default() }, &mut errors);

    let is_right = errors.is_empty() && !own.is_in_wrong_module();
    let target = Target { krate, args: &args, is_right, facts };
    let expansion = match framework {
        Framework::Actix => actix::expand(&target, handler, &routes, &mut errors),
        Framework::Rocket => rocket::expand(&target, handler, &routes),
    };
    echo(expansion, errors)
}

/// Expands `policy!`, to an expression of type `Policy`.
pub(crate) fn policy(framework: Framework, args: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = args::parse(args, Place::Policy, &mut errors);
    let krate = krate::path(framework, &args, &mut errors);
    check::check(&args, Scope::default(), &mut errors);
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

/// What both frameworks' expansions start from.
struct Target<'a> {
    krate: TokenStream,
    args: &'a Args,
    /// Whether nothing was wrong.
    is_right: bool,
    facts: RouteFacts<'a>,
}

impl Target<'_> {
    /// The policy of the route, as an item; of one that is named, where it comes from.
    fn policy(&self) -> TokenStream {
        let krate = &self.krate;
        if let Some(Named { path, .. }) = self.named() {
            return self.source(path);
        }
        let policy =
            if self.is_right { policy::policy(krate, self.args) } else { policy::nothing(krate, self.args) };
        quote!(static __CORS_POLICY: #krate::__private::Policy = #policy;)
    }

    /// The policy that the attribute names.
    fn named(&self) -> Option<&Named> {
        self.args.policy.as_ref().filter(|_| self.is_right)
    }

    /// The only place that has the path, so that one that is wrong gives one error.
    fn source(&self, path: &syn::Path) -> TokenStream {
        let krate = &self.krate;
        let methods = self.methods(self.facts.methods);
        let RouteFacts { head_follows_get, body, .. } = self.facts;
        let (needs_content_type, is_enforced) = (body.is_some(), self.args.enforce.is_some());
        let route = quote!(#krate::__private::RouteBeside {
            methods: #methods,
            head_follows_get: #head_follows_get,
            needs_content_type: #needs_content_type,
            is_enforced: #is_enforced,
            framework: #krate::__private::FRAMEWORK,
        });
        let policy = policy::reference(path);
        // On a module it stands for several routes.
        let place = self.args.whole_from.is_none().then_some(path);
        let source = policy::judged(&place, &policy::kind(krate, path), "source", quote!(#policy, #route));
        quote!(static __CORS_SOURCE: #krate::__private::Source = #source;)
    }

    /// The expression of type `Endpoint` for a route with these methods.
    fn endpoint(&self, methods: &[&str]) -> TokenStream {
        let krate = &self.krate;
        let head_follows_get = self.facts.head_follows_get;
        let left = self.methods(methods);
        let endpoint = match self.named() {
            Some(_) => quote!(#krate::__private::Endpoint::named(__CORS_SOURCE, #left, #head_follows_get)),
            None => quote!(#krate::__private::Endpoint::from_checked(&__CORS_POLICY, #left)),
        };
        let leaves_out = self.args.lists.contains_key(&Key::Methods).then(|| methods.join(", "));
        let endpoint = match leaves_out {
            Some(all) => quote!(#endpoint.on_route(#all)),
            None => endpoint,
        };
        match self.args.enforce.as_ref().and_then(|word| Enforce::parse(&word.value())) {
            Some(Enforce::UnsafeMethods) => {
                quote!(#endpoint.enforcing(#krate::__private::Enforce::UnsafeMethods))
            }
            Some(Enforce::AllMethods) => {
                quote!(#endpoint.enforcing(#krate::__private::Enforce::AllMethods))
            }
            None => endpoint,
        }
    }

    /// The methods that a route with `methods` serves to other origins, as one string.
    fn methods(&self, methods: &[&str]) -> TokenStream {
        if !self.is_right {
            return quote!("");
        }
        policy::methods(&self.krate, self.args, &RouteFacts { methods, ..self.facts })
    }
}

/// The methods of all routes of a handler, each once.
fn served<'a>(routes: impl IntoIterator<Item = &'a Route>) -> Vec<&'a str> {
    let mut methods: Vec<&str> = Vec::new();
    for method in routes.into_iter().flat_map(|route| &route.methods) {
        if !methods.contains(&method.as_str()) {
            methods.push(method);
        }
    }
    methods
}

/// A second `#[cors]` would expand as well, inside of what the first makes.
fn drop_repeated(attrs: &mut Vec<Attribute>, name: &Ident, errors: &mut Errors) {
    attrs.retain(|attribute| {
        let is_cors = last_segment(attribute).is_some_and(|last| last == "cors");
        if is_cors {
            errors.push_at(attribute.path(), format!("`#[cors]` stands on `{name}` twice; remove one"));
        }
        !is_cors
    });
}

/// Why a function is no route, and where to point.
fn misplaced(framework: Framework, handler: &Handler, routes: &[Route]) -> Option<(TokenStream, String)> {
    let name = &handler.sig.ident;
    let is_catcher =
        || handler.attrs.iter().any(|attribute| last_segment(attribute).is_some_and(|last| last == "catch"));
    if let Some(receiver) = handler.sig.receiver() {
        let message =
            format!("`{name}` is a method, and routes are free functions; put `#[cors(…)]` on a function");
        Some((receiver.to_token_stream(), message))
    } else if !routes.is_empty() {
        documented_inside(framework, handler)
    } else if is_catcher() {
        let message =
            format!("`{name}` is a catcher, whose responses carry the policy of the route; remove `#[cors]`");
        Some((name.to_token_stream(), message))
    } else {
        let by_hand = match framework {
            Framework::Actix => format!(
                "for `web::get().to({name})` write `.wrap(Cors::new(…))` on its resource, scope or application"
            ),
            Framework::Rocket => {
                "for a `Route` that is made by hand write `Cors::fairing().default_policy(…)`".to_owned()
            }
        };
        let message = format!(
            "no route attribute below `#[cors]` on `{name}`: put `#[cors(…)]` above `#[get(…)]`, and let a macro that writes \
             `#[get(…)]` write both; {by_hand}"
        );
        Some((name.to_token_stream(), message))
    }
}

/// What `#[utoipa::path]` makes stands beside its function, which actix-web's services have inside. It is known by its path as
/// written: `#[path]` alone is the compiler's own.
fn documented_inside(framework: Framework, handler: &Handler) -> Option<(TokenStream, String)> {
    let is_utoipa = |attribute: &&Attribute| {
        let mut segments = attribute.path().segments.iter().rev();
        segments.next().is_some_and(|last| last.ident == "path")
            && segments.next().is_some_and(|krate| krate.ident == "utoipa")
    };
    let attribute = handler.attrs.iter().filter(|_| framework == Framework::Actix).find(is_utoipa)?;
    let message = format!(
        "`#[utoipa::path]` stands below `#[cors]` on `{}`, whose service has the function inside, where `OpenApi` does \
         not find it; put it above `#[cors(…)]`",
        handler.sig.ident
    );
    Some((attribute.path().to_token_stream(), message))
}
