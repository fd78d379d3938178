//! What the benches compare: applications of one handler, with policies that mean the same.

#![allow(dead_code, reason = "each bench needs a part of it")]

pub(crate) mod actix;
pub(crate) mod policies;
pub(crate) mod rocket_web;
