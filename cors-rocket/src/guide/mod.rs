#![doc = crate::guide::links!()]
#![doc = include_str!("../../guide/README.md")]

/// Defines the links of the pages for rustdoc, as `__guide_links!` of cors-core, with those that only this guide has.
macro_rules! links {
    () => {
        concat!(
            cors_core::__guide_links!(),
            "\
[authentication]: crate::guide::authentication
[`Cors::fairing`]: crate::Cors::fairing
[from_rocket_cors]: crate::guide::from_rocket_cors
[modules]: crate::guide::modules
[neighbours]: crate::guide::neighbours
[pitfalls]: crate#pitfalls
[reference]: macro@crate::cors
[responses]: macro@crate::cors#responses
[testing]: https://docs.rs/cors-rocket/latest/cors_rocket/testing/
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
cors_core::__guide!(links, "guide": authentication, from_rocket_cors, neighbours);
#[doc(inline)]
pub use cors_core::guide::{log, wishes};
