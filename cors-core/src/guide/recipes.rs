//! Recipes for the usual tasks.
//!
//! | task | solution |
//! |---|---|
//! | [a single-page application](spa), in development and in production | another origin for each |
//! | [a login with cookies](cookie_session) | `credentials`, and cookies with the right attributes |
//! | [a bearer token](bearer_token) | `allow_headers = ["authorization"]`, and no `credentials` |
//! | [a public API](public_api) | `origins = "*"` |
//! | [an upload with progress](uploads) | a preflight response, since progress events need one |
//! | [GraphQL](graphql) | JSON, so `content-type` |
//! | [a WebSocket](websocket) | `enforce`, since CORS does not apply to WebSockets |
//! | [tenants], each at its own origin | a predicate that asks a database |
//! | [preview deployments](previews) | a pattern, or a predicate |
//! | [apps in a web view](mobile_web_views) | origins with the scheme of the app |
//! | [a CDN in front](cdn) | `*`, or a cache that honours `Vary` |
//! | [forty handlers at once](many_handlers) | a module, or a policy with a name |

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
