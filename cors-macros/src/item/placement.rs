//! The places where `#[cors]` can stand.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::Attribute;

use crate::errors::Errors;
use crate::item::handler::Handler;
use crate::item::route_syntax::last_segment;

/// Drops a second `#[cors]`, which would expand as well, inside of what the first makes.
pub(crate) fn drop_repeated(attrs: &mut Vec<Attribute>, name: &Ident, errors: &mut Errors) {
    attrs.retain(|attribute| {
        let is_cors = last_segment(attribute).is_some_and(|last| last == "cors");
        if is_cors {
            errors.push_at(attribute.path(), format!("`#[cors]` is on `{name}` twice; remove one"));
        }
        !is_cors
    });
}

/// Where to point, and why `#[cors]` cannot stand there.
pub(crate) type Misplaced = (TokenStream, String);

/// Refuses methods, which no framework takes for routes.
pub(crate) fn on_a_method(handler: &Handler) -> Option<Misplaced> {
    let receiver = handler.sig.receiver()?;
    let name = &handler.sig.ident;
    let message = format!(
        "`{name}` is a method, and only free functions can be routes; put `#[cors(…)]` on a function"
    );
    Some((receiver.to_token_stream(), message))
}

/// Refuses a function without a route attribute. `by_hand` says what to write about routes that are made by hand.
pub(crate) fn without_route(handler: &Handler, by_hand: &str) -> Misplaced {
    let name = &handler.sig.ident;
    let is_catcher =
        handler.attrs.iter().any(|attribute| last_segment(attribute).is_some_and(|last| last == "catch"));
    let message = if is_catcher {
        format!("`{name}` is a catcher, and its responses get the policy of the route; remove `#[cors]`")
    } else {
        format!(
            "no route attribute below `#[cors]` on `{name}`: put `#[cors(…)]` above {ABOVE_A_ROUTE}, and let a macro that \
             writes {ABOVE_A_ROUTE} write both; {by_hand}"
        )
    };
    (name.to_token_stream(), message)
}

/// What `#[cors]` stands above where routes are attributes.
pub(crate) const ABOVE_A_ROUTE: &str = "`#[get(…)]`";

/// The message for what cannot have a route attribute.
pub(crate) const NO_FUNCTION: &str = "`#[cors(…)]` belongs above the route attribute of a function, as in \
     `#[cors(…)] #[get(\"/\")] async fn …`; put it there";
