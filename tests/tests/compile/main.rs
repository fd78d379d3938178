//! What the macros make of attributes: which of them compile, what is said of the others, and what the expansions mean.
//! The wrong attributes that are files stand in `ui`.

mod as_bare;
mod axum;
mod doors;
#[path = "../../fixtures/mod.rs"]
mod fixtures;
mod hygiene;
mod inheritance;
mod lints;
mod policies_compile;
mod policy_macro;
mod token_soup;

// A link of the fixture begins at the root of its crate.
use hygiene::shapes;
