//! The guide: CORS as far as policies need it, and policies for the usual cases. It contains no items.
//!
//! 1. `how_cors_works`: the protocol from the beginning (in `cors-browser`, and in the adapters with the feature `testing`)
//! 2. [Policies with a name](named_policies), [constants], [modules]: one policy for many routes
//! 3. [Policies that come at run time](run_time_policies), and [reloading](reload) them
//! 4. [Predicates](predicates): functions that decide origins
//! 5. [`enforce`]: requests that the server refuses before the handler runs
//! 6. [Default policies](default_policies): for every response without a policy of its own
//! 7. [Recipes](recipes) for the usual tasks
//! 8. [It still fails](it_still_fails): browsers' messages, and the obstacles between page and server that are not CORS
//!
//! The pages hold for every framework. `cors_actix::guide` and `cors_rocket::guide` have the same pages with examples
//! of their framework.

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
