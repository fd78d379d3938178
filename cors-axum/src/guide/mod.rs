#![doc = crate::guide::links!()]
#![doc = include_str!("../../guide/README.md")]

/// Defines the links of the pages for rustdoc, as `__guide_links!` of cors-core, with those that only this guide has.
macro_rules! links {
    () => {
        concat!(
            cors_core::__guide_links!(),
            "\
[authentication]: crate::guide::authentication
[`Cors::check`]: crate::Cors::check
[`cors_axum::any`]: crate::any()
[cors-tower]: https://docs.rs/cors-tower
[from_tower_http]: crate::guide::from_tower_http
[from_tower_http#options-of-corslayer]: crate::guide::from_tower_http#options-of-corslayer
[neighbours]: crate::guide::neighbours
[reference]: macro@crate::cors
[responses]: macro@crate::cors#responses
[testing]: https://docs.rs/cors-axum/latest/cors_axum/testing/
"
        )
    };
}
use links;

cors_core::__guide!(
    links, cors_core::guide, "guide":
    constants, default_policies, enforce, it_still_fails, named_policies, predicates, reload, run_time_policies
);
cors_core::__guide!(links, recipes);
cors_core::__guide!(links, "guide": authentication, neighbours);
#[doc(inline)]
pub use cors_core::guide::{log, wishes};
#[doc = links!()]
#[doc = include_str!("../../guide/from_tower_http.md")]
#[doc(inline)]
pub use cors_tower::guide::from_tower_http;
