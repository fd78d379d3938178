//! Applications that the benches compare: one handler each, with equivalent policies.

#![allow(dead_code, reason = "each bench needs a part of it")]

pub(crate) mod actix;
pub(crate) mod axum_web;
pub(crate) mod policies;
pub(crate) mod rocket_web;
