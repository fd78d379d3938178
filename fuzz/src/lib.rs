//! What must hold for any bytes; each module is a target, and panics where it does not. CONTRIBUTING.md has the commands.

#![forbid(unsafe_code)]

pub mod decision;
mod lines;
pub mod matcher;
pub mod pattern;
pub mod tokens;
pub mod vary;

#[path = "../../tests/tests/token_soup/kept.rs"]
mod kept;
#[path = "../../tests/tests/token_soup/macros.rs"]
mod macros;

// They name each other from the root of their crate.
use macros::*;
