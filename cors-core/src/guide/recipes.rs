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

__guide!(
    __guide_links, "guide/recipes":
    spa, cookie_session, bearer_token, public_api, uploads, graphql, websocket, tenants, previews, mobile_web_views, cdn, many_handlers
);
