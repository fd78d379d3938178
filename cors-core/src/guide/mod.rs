//! Guide: CORS from the beginning, the rules of each feature, and recipes for common tasks.
//!
//! 1. `how_cors_works`: the protocol from the beginning (in `cors-browser`, and in the adapters with the feature `testing`)
//! 2. [Policies with a name](named_policies), [constants], [modules]: one policy for many routes
//! 3. [Run-time policies](run_time_policies) and [reloading](reload)
//! 4. [Predicates](predicates): functions that allow origins
//! 5. [`enforce`]: requests that the server itself refuses
//! 6. [Default policies](default_policies): for routes, files and error pages without a policy
//! 7. [Recipes](recipes) for common tasks
//! 8. [It still fails](it_still_fails): messages of browsers, and faults between page and server
//! 9. [Wishes, and what to do instead](wishes): options of other libraries, from regular expressions to `permissive`
//!
//! These pages apply to every framework. `cors_actix::guide`, `cors_axum::guide` and `cors_rocket::guide` have the same
//! pages, with examples for their framework.

#[doc = include_str!("../../guide/constants.md")]
pub mod constants {}
#[doc = include_str!("../../guide/default_policies.md")]
pub mod default_policies {}
#[doc = include_str!("../../guide/enforce.md")]
pub mod enforce {}
#[doc = include_str!("../../guide/it_still_fails.md")]
pub mod it_still_fails {}
#[doc = include_str!("../../guide/modules.md")]
pub mod modules {}
#[doc = include_str!("../../guide/named_policies.md")]
pub mod named_policies {}
#[doc = include_str!("../../guide/predicates.md")]
pub mod predicates {}
pub mod recipes;
#[doc = include_str!("../../guide/reload.md")]
pub mod reload {}
#[doc = include_str!("../../guide/run_time_policies.md")]
pub mod run_time_policies {}
// Its examples use an adapter, so they are doctests of `cors-tests`.
#[cfg_attr(not(doctest), doc = include_str!("../../guide/wishes.md"))]
pub mod wishes {}
