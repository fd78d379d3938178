#![doc = crate::__guide_links!()]
#![doc = "[modules]: crate::guide::modules"]
#![doc = include_str!("../../guide/README.md")]

#[macro_use]
mod links;

/// Shows pages in the guide, below the definitions of their links. With a module, each page is followed by the page of that
/// module, with the anchor `rules`: those of an adapter have its examples, and those of cors-core the rules for every framework.
#[doc(hidden)]
#[macro_export]
macro_rules! __guide {
    ($links:ident, $folder:literal: $($page:ident),+ $(,)?) => {
        $(
            #[doc = $links!()]
            #[doc = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/", stringify!($page), ".md"))]
            pub mod $page {}
        )+
    };
    ($links:ident, recipes) => {
        pub mod recipes {
            //! Recipes for common tasks.

            $crate::__guide!(recipes: $links, $crate::guide::recipes,);
        }
    };
    (recipes: $($links_and_module:tt)+) => {
        $crate::__guide!(
            $($links_and_module)+ "guide/recipes":
            bearer_token, cdn, cookie_session, graphql, many_handlers, mobile_web_views, previews, public_api, spa, tenants, uploads,
            websocket
        );
    };
    ($links:ident, $of:path, $folder:literal: $($page:ident),+ $(,)?) => {
        use $of as __pages;
        $(
            #[doc = $links!()]
            #[doc = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/", stringify!($page), ".md"))]
            #[doc = "\n<span id=\"rules\"></span>\n"]
            #[doc(inline)]
            pub use __pages::$page;
        )+
    };
}

__guide!(
    __guide_links, "guide":
    constants, default_policies, enforce, it_still_fails, log, modules, named_policies, predicates, reload, run_time_policies
);
pub mod recipes {
    //! Recipes for common tasks. The [guide](https://docs.rs/cors-attr-core/latest/cors_core/guide/) says what each one needs.

    __guide!(recipes: __guide_links,);
}
// Its examples use an adapter, so they are doctests of `cors-tests`.
#[cfg_attr(not(doctest), doc = __guide_links!(), doc = include_str!("../../guide/wishes.md"))]
pub mod wishes {}
