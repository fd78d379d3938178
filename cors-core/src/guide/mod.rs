//! For readers, not for programs: what one has to know of CORS.

#[doc = include_str!("how_cors_works.md")]
///
/// The examples use [the model of a browser](crate::browser) that `cors_core` has for tests.
// What its examples leave out is asserted in `tests/browser/guide.rs`, the tables too.
pub mod how_cors_works {}
