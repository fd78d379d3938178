//! What must hold for any bytes; each module is a target, and panics where it does not. CONTRIBUTING.md has the commands.

#![forbid(unsafe_code)]

pub mod decision;
mod lines;
pub mod matcher;
pub mod pattern;
pub mod tokens;
pub mod vary;
