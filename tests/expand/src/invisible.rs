//! Variables of a macro, written as `$(…)`.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Replaces each `$(…)` by an invisible group, as variables of a macro have.
pub fn invisible(tokens: TokenStream) -> TokenStream {
    let mut trees: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        let TokenTree::Group(group) = tree else {
            trees.push(tree);
            continue;
        };
        let is_variable = group.delimiter() == Delimiter::Parenthesis
            && matches!(trees.last(), Some(TokenTree::Punct(last)) if last.as_char() == '$');
        if is_variable {
            trees.pop();
        }
        let delimiter = if is_variable { Delimiter::None } else { group.delimiter() };
        trees.push(Group::new(delimiter, invisible(group.stream())).into());
    }
    trees.into_iter().collect()
}
