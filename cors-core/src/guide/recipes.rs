//! Recipes for common tasks. The [guide](https://docs.rs/cors-attr-core/latest/cors_core/guide/) says what each one needs.

__guide!(
    __guide_links, "guide/recipes":
    spa, cookie_session, bearer_token, public_api, uploads, graphql, websocket, tenants, previews, mobile_web_views, cdn, many_handlers
);
