//! Rocket.

use cors_core::__macros::includes_safelisted_media_type;
use proc_macro2::TokenTree;

use crate::emit::rocket::expand;
use crate::framework::{Framework, Routing};
use crate::item::arguments::{Argument, arguments};
use crate::item::handler::{Handler, HandlerRoute};
use crate::item::placement;
use crate::item::route_syntax::RouteSyntax;
use crate::token_trees::{is_of_path, is_punct};

pub(crate) static ROCKET: Framework = Framework {
    adapter: "cors_rocket",
    routing: Routing::Attributes(RouteSyntax {
        crate_name: "rocket",
        one_method: &["get", "post", "put", "delete", "patch", "head", "options"],
        joining: None,
        named_method,
        begins_with_method,
    }),
    head_follows_get: true,
    target: placement::ROUTE_ATTRIBUTE,
    on_other_item: placement::ON_OTHER_ITEM,
    refusal: |handler, routes| {
        routes.is_empty().then(|| {
            let by_hand = "for a `Route` that is made by hand write `Cors::fairing().default_policy(…)`";
            placement::without_route(handler, by_hand)
        })
    },
    body_kind: |handler, routes| routes.iter().find_map(|route| body_kind(handler, route)),
    emit: expand,
};

/// Returns the method of a bare word, `GET` of `GET` and of `Method::Get`.
fn named_method(argument: &Argument) -> Option<String> {
    let word = argument.word.as_ref().filter(|_| argument.key.is_none())?;
    word.rsplit("::").next().map(|method| method.trim().to_uppercase())
}

/// Reports whether arguments begin like those of `#[route(GET, uri = "/")]`.
fn begins_with_method(arguments: &[TokenTree]) -> bool {
    let Some(comma) = arguments.iter().position(|tree| is_punct(tree, ',')) else { return false };
    let (method, rest) = arguments.split_at(comma);
    let is_uri =
        |tree: &TokenTree| is_punct(tree, '$') || matches!(tree, TokenTree::Ident(key) if key == "uri");
    !method.is_empty() && method.iter().all(is_of_path) && rest.iter().any(is_uri)
}

fn body_kind(handler: &Handler, route: &HandlerRoute) -> Option<String> {
    let arguments = arguments(handler.attrs.get(route.index)?);
    let value = |key: &str| {
        let argument = arguments.iter().find(|argument| argument.key.as_deref() == Some(key))?;
        argument.text.clone()
    };
    // For other methods `format` is about the response, and is compared with `Accept`.
    let format = value("format").filter(|_| has_payload(route));
    match format.as_deref() {
        Some("json" | "application/json") => return Some("JSON".to_owned()),
        Some(format) if !is_safelisted_format(format) => return Some(format!("`{format}`")),
        _ => {}
    }
    let data = value("data")?;
    let parameter = data.trim_start_matches('<').trim_end_matches('>');
    handler.takes_json(|name| name == parameter).then(|| "JSON".to_owned())
}

/// Reports whether Rocket compares `format` with `Content-Type`, which it then demands of requests without a body, too
/// (`Method::supports_payload` of Rocket).
fn has_payload(route: &HandlerRoute) -> bool {
    route.methods.iter().any(|method| ["POST", "PUT", "PATCH", "DELETE"].contains(&method.as_str()))
}

/// Reports whether a format, in full or in Rocket's short form, includes a media type that needs no preflight.
fn is_safelisted_format(format: &str) -> bool {
    let essence = format.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "form" | "multipart" | "plain" | "text" | "any" => true,
        essence => includes_safelisted_media_type(essence),
    }
}
