//! Recipes for common tasks.

#[doc = include_str!("../../guide/recipes/bearer_token.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::bearer_token;
#[doc = include_str!("../../guide/recipes/cdn.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::cdn;
#[doc = include_str!("../../guide/recipes/cookie_session.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::cookie_session;
#[doc = include_str!("../../guide/recipes/graphql.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::graphql;
#[doc = include_str!("../../guide/recipes/many_handlers.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::many_handlers;
#[doc = include_str!("../../guide/recipes/mobile_web_views.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::mobile_web_views;
#[doc = include_str!("../../guide/recipes/previews.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::previews;
#[doc = include_str!("../../guide/recipes/public_api.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::public_api;
#[doc = include_str!("../../guide/recipes/spa.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::spa;
#[doc = include_str!("../../guide/recipes/tenants.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::tenants;
#[doc = include_str!("../../guide/recipes/uploads.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::uploads;
#[doc = include_str!("../../guide/recipes/websocket.md")]
#[doc(inline)]
pub use cors_core::guide::recipes::websocket;
