//! References for the tests of `cors-core`, for those of the adapters and for `fuzz`: a second implementation of the
//! rules, and the test vectors in `data/`.
//!
//! The crate is separate from `cors-tests`, because the tests of `cors-core` and `fuzz` need no framework.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

pub mod corpus;
pub mod decide;
pub mod grammar;
pub mod kinds;
pub mod reference;
pub mod vary;

use cors_core::__private::{Repr, StaticPolicy};
use cors_core::Policy;

/// Returns the policy that a macro makes of these parts.
pub const fn policy_of(parts: StaticPolicy) -> Policy {
    Policy { __repr: Repr::Static(parts) }
}
