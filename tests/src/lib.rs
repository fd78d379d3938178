//! Shared parts of the tests of the adapters: the applications, the table of cases, and a client that sends raw
//! bytes.

pub mod apps;
pub mod chromium;
pub mod counters;
pub mod example;
pub mod framework;
pub mod in_process;
pub mod neighbour;
pub mod policies;
pub mod server;
pub mod spans;
pub mod table;
pub mod wire;

/// The code in the README, as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The first example on the page of each attribute.
#[cfg(doctest)]
#[doc = include_str!("../../cors-macros/src/examples/actix.md")]
#[doc = include_str!("../../cors-macros/src/examples/axum.md")]
#[doc = include_str!("../../cors-macros/src/examples/rocket.md")]
struct Attributes;

/// The code in the wishes of the guide, as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../cors-core/guide/wishes.md")]
struct Wishes;
