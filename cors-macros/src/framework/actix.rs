//! actix-web.

use crate::emit::actix::expand;
use crate::framework::{Framework, Routing};
use crate::item::handler::{Handler, HandlerRoute, json_body};
use crate::item::placement;
use crate::item::route_syntax::RouteSyntax;

pub(crate) static ACTIX: Framework = Framework {
    adapter: "cors_actix",
    routing: Routing::Attributes(RouteSyntax {
        crate_name: "actix_web",
        one_method: &[
            "get", "post", "put", "delete", "patch", "head", "options", "query", "connect", "trace",
        ],
        joining: Some("routes"),
        // `method = "GET"`
        named_method: |argument| argument.text.clone().filter(|_| argument.key.as_deref() == Some("method")),
        begins_with_method: |_| false,
    }),
    head_follows_get: false,
    target: placement::ROUTE_ATTRIBUTE,
    on_other_item: placement::ON_OTHER_ITEM,
    refusal,
    body_kind: json_body,
    emit: expand,
};

fn refusal(handler: &Handler, routes: &[HandlerRoute]) -> Option<syn::Error> {
    if !routes.is_empty() {
        return placement::documented_inside(handler);
    }
    let name = &handler.sig.ident;
    let by_hand = format!(
        "for `web::get().to({name})` write `.wrap(Cors::new(…))` on its resource, scope or application"
    );
    Some(placement::without_route(handler, &by_hand))
}
