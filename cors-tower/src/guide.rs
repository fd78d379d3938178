//! Guide: the migration from tower-http's `CorsLayer`, and what is common to all services. Examples with `#[cors]` are for the
//! adapters of frameworks. [How CORS works](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/) explains the
//! protocol from the beginning.
//!
//! 1. [Migration](from_tower_http) from tower-http's `CorsLayer`
//! 2. [Policies with a name](named_policies) and [constants], made [at run time](run_time_policies) and [reloaded](reload)
//! 3. [Predicates](predicates): functions that allow origins
//! 4. [Default policies](default_policies), of which a layer is one, and [`enforce`], which needs routes
//! 5. [Recipes](recipes) for common tasks
//! 6. [It still fails](it_still_fails): messages of browsers, and faults between page and server;
//!    [the log](log): why a page is blocked, and what would allow it
//! 7. [Wishes, and what to do instead](wishes): options of other libraries, from regular expressions to `permissive`

#[doc(inline)]
pub use cors_core::guide::{
    constants, default_policies, enforce, it_still_fails, log, named_policies, predicates, recipes, reload,
    run_time_policies, wishes,
};

#[doc = cors_core::__guide_links!()]
#[doc = include_str!("../guide/from_tower_http.md")]
pub mod from_tower_http {}
