//! Guide: CORS from the beginning, the rules of each feature, and recipes for common tasks.
//!
//! 1. [How CORS works](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/): the protocol from the beginning
//! 2. [Policies with a name](named_policies), [constants], [modules]: one policy for many routes
//! 3. [Run-time policies](run_time_policies) and [reloading](reload)
//! 4. [Predicates](predicates): functions that allow origins
//! 5. [`enforce`]: requests that the server itself refuses
//! 6. [Default policies](default_policies): for routes, files and error pages without a policy
//! 7. [Recipes](recipes): [single-page application](recipes::spa), [cookies](recipes::cookie_session),
//!    [bearer token](recipes::bearer_token), [public API](recipes::public_api), [uploads](recipes::uploads),
//!    [GraphQL](recipes::graphql), [WebSocket](recipes::websocket), [tenants](recipes::tenants),
//!    [preview deployments](recipes::previews), [web views](recipes::mobile_web_views), [CDN](recipes::cdn),
//!    [many handlers](recipes::many_handlers)
//! 8. [It still fails](it_still_fails): messages of browsers, and faults between page and server
//! 9. [Wishes, and what to do instead](wishes): options of other libraries, from regular expressions to `permissive`
//!
//! These pages apply to every framework. `cors_actix::guide`, `cors_axum::guide` and `cors_rocket::guide` have the same
//! pages, with examples for their framework.

/// Shows pages in the guide of an adapter: each begins with the examples of the adapter, and the rules for all frameworks follow.
#[doc(hidden)]
#[macro_export]
macro_rules! __guide {
    ($of:path, $folder:literal: $($page:ident),+ $(,)?) => {
        use $of as __pages;
        $(
            #[doc = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/", stringify!($page), ".md"))]
            #[doc(inline)]
            pub use __pages::$page;
        )+
    };
}

/// Makes the last line of a page. Its links are relative, so that they stay in the guide of the adapter that shows the page.
macro_rules! turn {
    ($before:literal $before_title:literal, $next:literal $next_title:literal) => {
        concat!(
            "\n\n---\n\n[← ",
            $before_title,
            "](../",
            $before,
            "/index.html) · [Guide](../index.html) · [",
            $next_title,
            " →](../",
            $next,
            "/index.html)"
        )
    };
}

#[doc = include_str!("../../guide/constants.md")]
#[doc = turn!("named_policies" "Policies with a name", "run_time_policies" "Run-time policies")]
pub mod constants {}
#[doc = include_str!("../../guide/default_policies.md")]
#[doc = turn!("enforce" "`enforce`", "recipes" "Recipes")]
pub mod default_policies {}
#[doc = include_str!("../../guide/enforce.md")]
#[doc = turn!("predicates" "Predicates", "default_policies" "Default policies")]
pub mod enforce {}
#[doc = include_str!("../../guide/it_still_fails.md")]
#[doc = turn!("recipes" "Recipes", "wishes" "Wishes")]
pub mod it_still_fails {}
#[doc = include_str!("../../guide/modules.md")]
#[doc = turn!("constants" "Constants", "run_time_policies" "Run-time policies")]
pub mod modules {}
#[doc = include_str!("../../guide/named_policies.md")]
#[doc = "\n\n---\n\n[Guide](../index.html) · [Constants →](../constants/index.html)"]
pub mod named_policies {}
#[doc = include_str!("../../guide/predicates.md")]
#[doc = turn!("reload" "Reloading", "enforce" "`enforce`")]
pub mod predicates {}
pub mod recipes;
#[doc = include_str!("../../guide/reload.md")]
#[doc = turn!("run_time_policies" "Run-time policies", "predicates" "Predicates")]
pub mod reload {}
#[doc = include_str!("../../guide/run_time_policies.md")]
#[doc = turn!("constants" "Constants", "reload" "Reloading")]
pub mod run_time_policies {}
// Its examples use an adapter, so they are doctests of `cors-tests`.
#[cfg_attr(not(doctest), doc = include_str!("../../guide/wishes.md"))]
pub mod wishes {}
