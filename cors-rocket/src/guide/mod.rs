//! For readers, not for programs: what one has to know of CORS, and how policies are written for the usual cases.
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
//! 4. [Predicates](predicates): origins that code decides on
//! 5. [`enforce`]: requests that the server refuses itself
//! 6. [Default policies](default_policies): for what has none of its own
//! 7. [Authentication](authentication): guards, which preflights pass
//! 8. [Neighbours](neighbours): the order of attributes, fairings, and routes of others
//! 9. [Recipes](recipes) for the usual tasks
//! 10. [It still fails](it_still_fails): what browsers' messages mean, and what else stands between page and server
//! 11. [Migration](from_rocket_cors) from rocket_cors

// Each page begins with the examples for this framework. What holds for all of them follows, from cors-core.
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
