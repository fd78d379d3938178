//! The links between pages of the guide.

/// Defines the links of a page for rustdoc. The page ends with definitions of its own, which lead from file to file in the
/// repository. If a link is defined twice, the first definition counts, so this one stands above the page.
#[doc(hidden)]
#[macro_export]
macro_rules! __guide_links {
    () => {
        "\
[bearer_token]: crate::guide::recipes::bearer_token
[cdn]: crate::guide::recipes::cdn
[`Config`]: crate::Config
[constants]: crate::guide::constants
[cookie_session]: crate::guide::recipes::cookie_session
[core]: https://docs.rs/cors-attr-core/latest/cors_core/guide/
[default_policies]: crate::guide::default_policies
[enforce#behind-a-proxy]: crate::guide::enforce#behind-a-proxy
[enforce#the-names-of-the-server]: crate::guide::enforce#the-names-of-the-server
[enforce]: crate::guide::enforce
[graphql]: crate::guide::recipes::graphql
[how_cors_works]: https://docs.rs/cors-browser/latest/cors_browser/guide/how_cors_works/
[it_still_fails#the-server-is-on-the-users-local-network]: crate::guide::it_still_fails#the-server-is-on-the-users-local-network
[it_still_fails]: crate::guide::it_still_fails
[log]: crate::guide::log
[many_handlers]: crate::guide::recipes::many_handlers
[mobile_web_views]: crate::guide::recipes::mobile_web_views
[named_policies]: crate::guide::named_policies
[`Policy::PUBLIC`]: crate::Policy::PUBLIC
[`Policy::SAME_ORIGIN`]: crate::Policy::SAME_ORIGIN
[`Policy`]: crate::Policy
[`PolicyError`]: crate::PolicyError
[predicates#compare-whole-names]: crate::guide::predicates#compare-whole-names
[predicates]: crate::guide::predicates
[previews]: crate::guide::recipes::previews
[public_api]: crate::guide::recipes::public_api
[reload]: crate::guide::reload
[rules]: #rules
[run_time_policies#from-the-environment]: crate::guide::run_time_policies#from-the-environment
[run_time_policies]: crate::guide::run_time_policies
[spa]: crate::guide::recipes::spa
[tenants]: crate::guide::recipes::tenants
[uploads]: crate::guide::recipes::uploads
[websocket]: crate::guide::recipes::websocket
[wishes]: crate::guide::wishes
"
    };
}
