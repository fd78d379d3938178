//! Attributes through the compiler: those that compile, the messages of the others, and the meaning of the expansions.
//! Wrong attributes in files are in `ui`.

mod actix_routes_unchanged;
mod axum;
#[allow(dead_code, reason = "`editor` uses the rest")]
#[path = "../../fixtures/mod.rs"]
mod fixtures;
mod hygiene;
mod inheritance;
mod lints;
mod policies_compile;
mod policy_macro;
mod token_soup;
mod ways_to_write;

// A link of the fixture starts at the root of its crate.
use hygiene::shapes;
