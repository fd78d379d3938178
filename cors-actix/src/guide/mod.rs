#![doc = crate::guide::links!()]
#![doc = include_str!("../../guide/README.md")]

/// Defines the links of the pages for rustdoc, as `__guide_links!` of cors-core, with those that only this guide has.
macro_rules! links {
    () => {
        concat!(
            cors_core::__guide_links!(),
            "\
[authentication]: crate::guide::authentication
[from_actix_cors]: crate::guide::from_actix_cors
[modules]: crate::guide::modules
[neighbours]: crate::guide::neighbours
[pitfalls]: crate#pitfalls
[`SkipPreflight`]: crate::SkipPreflight
[reference]: macro@crate::cors
[responses]: macro@crate::cors#responses
[testing]: https://docs.rs/cors-actix/latest/cors_actix/testing/
"
        )
    };
}
use links;

cors_core::__guide!(
    links, cors_core::guide, "guide":
    constants, default_policies, enforce, it_still_fails, modules, named_policies, predicates, reload, run_time_policies
);
cors_core::__guide!(links, recipes);
cors_core::__guide!(links, "guide": authentication, from_actix_cors, neighbours);
#[doc(inline)]
pub use cors_core::guide::{log, wishes};
