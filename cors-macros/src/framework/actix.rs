//! actix-web.

use quote::ToTokens as _;
use syn::LitStr;

use crate::emit::actix::expand;
use crate::framework::Framework;
use crate::item::handler::{Handler, HandlerRoute};
use crate::item::placement;
use crate::item::placement::Misplaced;
use crate::item::route_syntax::{RouteSyntax, ends_in};

pub(crate) static ACTIX: Framework = Framework {
    adapter: "cors_actix",
    syntax: RouteSyntax {
        crate_name: "actix_web",
        one_method: &[
            "get", "post", "put", "delete", "patch", "head", "options", "query", "connect", "trace",
        ],
        any_method: &["route"],
        joining: &["routes"],
        // `method = "GET"`
        named_method: |argument| {
            argument.text.as_ref().filter(|_| argument.key.as_deref() == Some("method")).map(LitStr::value)
        },
        begins_with_method: |_| false,
        head_follows_get: false,
    },
    above: placement::ABOVE_A_ROUTE,
    no_function: placement::NO_FUNCTION,
    no_module: None,
    misplaced,
    body_kind: |handler, _| handler.takes_json(|_| true).then(|| "JSON".to_owned()),
    emit: expand,
};

fn misplaced(handler: &Handler, routes: &[HandlerRoute]) -> Option<Misplaced> {
    if !routes.is_empty() {
        return documented_inside(handler);
    }
    let name = &handler.sig.ident;
    let by_hand = format!(
        "for `web::get().to({name})` write `.wrap(Cors::new(…))` on its resource, scope or application"
    );
    Some(placement::without_route(handler, &by_hand))
}

/// Refuses `#[utoipa::path]` below `#[cors]`: its items would be inside of the service, together with the function. The attribute
/// is recognised by its path as written, since `#[path]` alone is the compiler's.
fn documented_inside(handler: &Handler) -> Option<Misplaced> {
    let attribute = handler.attrs.iter().find(|attribute| ends_in(attribute, "utoipa", "path"))?;
    let message = format!(
        "`#[utoipa::path]` is below `#[cors]` on `{}`, which moves the function to where `OpenApi` does not \
         find it; put it above `#[cors(…)]`",
        handler.sig.ident
    );
    Some((attribute.path().to_token_stream(), message))
}
