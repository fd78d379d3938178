//! Recipes for common tasks.
//!
//! | task | what it needs |
//! |---|---|
//! | [a single-page application](spa), in development and in production | one origin for each |
//! | [a login with cookies](cookie_session) | `credentials`, and cookies that are sent across origins |
//! | [a bearer token](bearer_token) | `allow_headers = ["authorization"]`, and no `credentials` |
//! | [a public API](public_api) | `origins = "*"` |
//! | [an upload with progress](uploads) | an answered preflight |
//! | [GraphQL](graphql) | JSON, so `content-type` |
//! | [a WebSocket](websocket) | `enforce`, because CORS does not apply |
//! | [tenants], each at its own origin | a predicate that queries a database |
//! | [preview deployments](previews) | a pattern, or a predicate |
//! | [apps in a web view](mobile_web_views) | origins with other schemes than `https` |
//! | [a CDN](cdn) in front of the application | `*`, or a cache that respects `Vary` |
//! | [many handlers](many_handlers) | a policy with a name, or a module |

#[doc = include_str!("../../guide/recipes/spa.md")]
pub mod spa {}
#[doc = include_str!("../../guide/recipes/cookie_session.md")]
pub mod cookie_session {}
#[doc = include_str!("../../guide/recipes/bearer_token.md")]
pub mod bearer_token {}
#[doc = include_str!("../../guide/recipes/public_api.md")]
pub mod public_api {}
#[doc = include_str!("../../guide/recipes/uploads.md")]
pub mod uploads {}
#[doc = include_str!("../../guide/recipes/graphql.md")]
pub mod graphql {}
#[doc = include_str!("../../guide/recipes/websocket.md")]
pub mod websocket {}
#[doc = include_str!("../../guide/recipes/tenants.md")]
pub mod tenants {}
#[doc = include_str!("../../guide/recipes/previews.md")]
pub mod previews {}
#[doc = include_str!("../../guide/recipes/mobile_web_views.md")]
pub mod mobile_web_views {}
#[doc = include_str!("../../guide/recipes/cdn.md")]
pub mod cdn {}
#[doc = include_str!("../../guide/recipes/many_handlers.md")]
pub mod many_handlers {}
