//! Properties of arbitrary bytes; each module is a target, and panics if a property fails. CONTRIBUTING.md has the
//! commands.

#![forbid(unsafe_code)]

pub mod decision;
mod lines;
pub mod matcher;
pub mod pattern;
pub mod tokens;
pub mod vary;
