//! The items that `#[cors]` can be on.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Attribute;

use crate::errors::Errors;
use crate::item::handler::Handler;
use crate::item::route_syntax::{ends_in, is_named};
use crate::token_trees::is_punct;

/// Removes and reports a second `#[cors]`, which would be expanded inside of the output of the first.
pub(crate) fn drop_repeated(attrs: &mut Vec<Attribute>, name: &Ident, errors: &mut Errors) {
    attrs.retain(|attribute| {
        let is_cors = is_named(attribute, "cors");
        if is_cors {
            errors.push_at(attribute.path(), format!("`#[cors]` is on `{name}` twice; remove one"));
        }
        !is_cors
    });
}

/// Refuses methods and associated functions, which are routes on no framework. Without `self` and `Self` an associated function
/// looks like a free one, and the compiler refuses what is made of it.
pub(crate) fn on_a_method(handler: &Handler) -> Option<syn::Error> {
    let name = &handler.sig.ident;
    if let Some(receiver) = handler.sig.receiver() {
        let message = format!(
            "`{name}` is a method, and only free functions can be routes; put `#[cors(…)]` on a function"
        );
        return Some(syn::Error::new_spanned(receiver, message));
    }
    if handler.body.clone().into_iter().next().is_some_and(|tree| is_punct(&tree, ';')) {
        let message = format!(
            "`{name}` has no body, and only free functions can be routes; put `#[cors(…)]` on a function"
        );
        return Some(syn::Error::new_spanned(name, message));
    }
    let report_at = self_type(handler.sig.to_token_stream()).or_else(|| self_type(handler.body.clone()))?;
    let message = format!(
        "`{name}` is an associated function, and only free functions can be routes; put `#[cors(…)]` on a function outside of the \
         `impl`"
    );
    Some(syn::Error::new_spanned(report_at, message))
}

/// Returns the first `Self` in `tokens`, unless it may be that of another item or a word of a macro or an attribute.
fn self_type(tokens: TokenStream) -> Option<Ident> {
    let mut is_skipped = false;
    for tree in tokens {
        match &tree {
            TokenTree::Ident(word) if word == "Self" => return Some(word.clone()),
            TokenTree::Ident(word) if ITEMS_WITH_SELF.iter().any(|item| word == item) => return None,
            TokenTree::Group(group) if !is_skipped => {
                if let Some(found) = self_type(group.stream()) {
                    return Some(found);
                }
            }
            _ => {}
        }
        // The name of `macro_rules! name { … }` is between the sign and its tokens.
        is_skipped = ['!', '#'].iter().any(|sign| is_punct(&tree, *sign))
            || (is_skipped && matches!(tree, TokenTree::Ident(_)));
    }
    None
}

const ITEMS_WITH_SELF: [&str; 5] = ["impl", "trait", "struct", "enum", "union"];

/// Refuses a function without a route attribute. `by_hand` is the advice for routes that are made by hand.
pub(crate) fn without_route(handler: &Handler, by_hand: &str) -> syn::Error {
    let name = &handler.sig.ident;
    let is_catcher = handler.attrs.iter().any(|attribute| is_named(attribute, "catch"));
    let message = if is_catcher {
        format!("`{name}` is a catcher, and its responses get the policy of the route; remove `#[cors]`")
    } else {
        format!(
            "no route attribute is below `#[cors]` on `{name}`; if there is one above, such as {ROUTE_ATTRIBUTE}, put `#[cors(…)]` \
             above it; a macro that writes it has to write both; {by_hand}"
        )
    };
    syn::Error::new_spanned(name, message)
}

/// Refuses `#[utoipa::path]` below `#[cors]`: its items would be inside of the expansion, together with the function. The attribute
/// is recognised by its path as written, since `#[path]` alone is the compiler's.
pub(crate) fn documented_inside(handler: &Handler) -> Option<syn::Error> {
    let attribute = handler.attrs.iter().find(|attribute| ends_in(attribute, "utoipa", "path"))?;
    let message = format!(
        "`#[utoipa::path]` is below `#[cors]` on `{}`, which moves the function to where `OpenApi` does not \
         find it; put it above `#[cors(…)]`",
        handler.sig.ident
    );
    Some(syn::Error::new_spanned(attribute.path(), message))
}

/// The attribute below `#[cors]` on frameworks with route attributes.
pub(crate) const ROUTE_ATTRIBUTE: &str = "`#[get(…)]`";

/// The message for items that cannot have a route attribute.
pub(crate) const ON_OTHER_ITEM: &str = "`#[cors(…)]` belongs above the route attribute of a function, as in \
     `#[cors(…)] #[get(\"/\")] async fn …`; put it there";
