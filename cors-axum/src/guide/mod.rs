//! Guide: CORS from the beginning, the rules of each feature, and recipes for common tasks.
//!
//! 1. [How CORS works](https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/): the protocol from the beginning
//! 2. [Policies with a name](named_policies) and [constants]: one policy for many handlers
//! 3. [Run-time policies](run_time_policies) and [reloading](reload)
//! 4. [Predicates](predicates): functions that allow origins
//! 5. [`enforce`]: requests that the server itself refuses
//! 6. [Default policies](default_policies): for handlers, files and error pages without a policy
//! 7. [Authentication](authentication): layers, which do not run for preflights
//! 8. [Neighbours](neighbours): the order of attributes, layers, and services of other crates
//! 9. [Recipes](recipes): [single-page application](recipes::spa), [cookies](recipes::cookie_session),
//!    [bearer token](recipes::bearer_token), [public API](recipes::public_api), [uploads](recipes::uploads),
//!    [GraphQL](recipes::graphql), [WebSocket](recipes::websocket), [tenants](recipes::tenants),
//!    [preview deployments](recipes::previews), [web views](recipes::mobile_web_views), [CDN](recipes::cdn),
//!    [many handlers](recipes::many_handlers)
//! 10. [It still fails](it_still_fails): messages of browsers, and faults between page and server
//! 11. [Wishes, and what to do instead](wishes): options of other libraries, from regular expressions to `permissive`
//! 12. [Migration](from_tower_http) from tower-http's `CorsLayer`

cors_core::__guide!(
    cors_core::guide, "guide":
    constants, default_policies, enforce, it_still_fails, named_policies, predicates, reload, run_time_policies
);
#[doc(inline)]
pub use cors_core::guide::wishes;
#[doc = include_str!("../../guide/from_tower_http.md")]
#[doc(inline)]
pub use cors_tower::guide::from_tower_http;
#[cfg(feature = "testing")]
#[doc(inline)]
pub use cors_tower::guide::how_cors_works;

#[doc = include_str!("../../guide/authentication.md")]
#[doc = "\n\n---\n\n[← Default policies](../default_policies/index.html) · [Guide](../index.html) · [Neighbours →](../neighbours/index.html)"]
pub mod authentication {}
#[doc = include_str!("../../guide/neighbours.md")]
#[doc = "\n\n---\n\n[← Authentication](../authentication/index.html) · [Guide](../index.html) · [Recipes →](../recipes/index.html)"]
pub mod neighbours {}
pub mod recipes {
    //! Recipes for common tasks.

    cors_core::__guide!(
        cors_core::guide::recipes, "guide/recipes":
        bearer_token, cdn, cookie_session, graphql, many_handlers, mobile_web_views, previews, public_api, spa, tenants, uploads, websocket
    );
}
