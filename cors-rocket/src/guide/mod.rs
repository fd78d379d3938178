//! The guide: CORS as far as policies need it, and policies for the usual cases. It contains no items.
//!
#![cfg_attr(
    feature = "testing",
    doc = "1. [How CORS works](how_cors_works): the protocol from the beginning"
)]
#![cfg_attr(
    not(feature = "testing"),
    doc = "1. `how_cors_works`: the protocol from the beginning (with the feature `testing`)"
)]
//! 2. [Policies with a name](named_policies), [constants], [modules]: one policy for many routes
//! 3. [Policies that come at run time](run_time_policies), and [reloading](reload) them
//! 4. [Predicates](predicates): functions that decide origins
//! 5. [`enforce`]: requests that the server refuses before the handler runs
//! 6. [Default policies](default_policies): for every response without a policy of its own
//! 7. [Authentication](authentication): guards, which do not run for preflights
//! 8. [Neighbours](neighbours): the order of attributes, fairings, and routes of other crates
//! 9. [Recipes](recipes) for the usual tasks
//! 10. [It still fails](it_still_fails): browsers' messages, and the obstacles between page and server that are not
//! CORS
//! 11. [Migration](from_rocket_cors) from rocket_cors

// Each page starts with examples for this framework. The common part from cors-core follows.
#[cfg(feature = "testing")]
#[doc(inline)]
pub use cors_browser::guide::how_cors_works;
#[doc = include_str!("../../guide/constants.md")]
#[doc(inline)]
pub use cors_core::guide::constants;
#[doc = include_str!("../../guide/default_policies.md")]
#[doc(inline)]
pub use cors_core::guide::default_policies;
#[doc = include_str!("../../guide/enforce.md")]
#[doc(inline)]
pub use cors_core::guide::enforce;
#[doc = include_str!("../../guide/it_still_fails.md")]
#[doc(inline)]
pub use cors_core::guide::it_still_fails;
#[doc = include_str!("../../guide/modules.md")]
#[doc(inline)]
pub use cors_core::guide::modules;
#[doc = include_str!("../../guide/named_policies.md")]
#[doc(inline)]
pub use cors_core::guide::named_policies;
#[doc = include_str!("../../guide/predicates.md")]
#[doc(inline)]
pub use cors_core::guide::predicates;
#[doc = include_str!("../../guide/reload.md")]
#[doc(inline)]
pub use cors_core::guide::reload;
#[doc = include_str!("../../guide/run_time_policies.md")]
#[doc(inline)]
pub use cors_core::guide::run_time_policies;

#[doc = include_str!("../../guide/authentication.md")]
pub mod authentication {}
#[doc = include_str!("../../guide/from_rocket_cors.md")]
pub mod from_rocket_cors {}
#[doc = include_str!("../../guide/neighbours.md")]
pub mod neighbours {}
pub mod recipes;
