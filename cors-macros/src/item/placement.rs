//! The places where `#[cors]` can stand.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::Attribute;

use crate::errors::Errors;
use crate::item::framework::{Framework, last_segment};
use crate::item::handler::{Handler, HandlerRoute};

/// A second `#[cors]` would expand as well, inside of what the first makes.
pub(crate) fn drop_repeated(attrs: &mut Vec<Attribute>, name: &Ident, errors: &mut Errors) {
    attrs.retain(|attribute| {
        let is_cors = last_segment(attribute).is_some_and(|last| last == "cors");
        if is_cors {
            errors.push_at(attribute.path(), format!("`#[cors]` is on `{name}` twice; remove one"));
        }
        !is_cors
    });
}

/// Why a function is no route, and where to point.
pub(crate) fn misplaced(
    framework: Framework,
    handler: &Handler,
    routes: &[HandlerRoute],
) -> Option<(TokenStream, String)> {
    let name = &handler.sig.ident;
    let is_catcher =
        || handler.attrs.iter().any(|attribute| last_segment(attribute).is_some_and(|last| last == "catch"));
    if let Some(receiver) = handler.sig.receiver() {
        let message = format!(
            "`{name}` is a method, and only free functions can be routes; put `#[cors(…)]` on a function"
        );
        Some((receiver.to_token_stream(), message))
    } else if !routes.is_empty() {
        documented_inside(framework, handler)
    } else if is_catcher() {
        let message =
            format!("`{name}` is a catcher, and its responses get the policy of the route; remove `#[cors]`");
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
        "`#[utoipa::path]` is below `#[cors]` on `{}`, which moves the function to where `OpenApi` does not \
         find it; put it above `#[cors(…)]`",
        handler.sig.ident
    );
    Some((attribute.path().to_token_stream(), message))
}
