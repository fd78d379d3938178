//! axum: the handlers in one router.

use axum::Router;
use cors_axum::Cors;

use super::{Framework, tens};

pub(super) const FRAMEWORK: Framework = Framework {
    name: "axum",
    // `axum::serve` adds the state in the same way.
    bare: |places| Box::new(router(&bare::TENS, places).with_state::<()>(())),
    annotated: |places| Box::new(Cors::new(router(&annotated::TENS, places))),
};

type Ten = fn(Router, &str) -> Router;

macro_rules! module {
    ($attribute:meta: $($name:ident $path:literal)*) => {
        use axum::Router;
        use axum::routing::get;
        #[allow(unused_imports, reason = "bare handlers have no policy")]
        use cors_axum::cors;

        $(#[$attribute]
        async fn $name() -> &'static str {
            "ok"
        })*
        pub(in super::super) fn ten(router: Router, prefix: &str) -> Router {
            router$(.route(&format!("{prefix}{}", $path), get($name)))*
        }
    };
}
tens!(module);

fn router(tens: &[Ten], places: usize) -> Router {
    (0..places).fold(Router::new(), |router, place| {
        let modules = tens.iter().enumerate();
        modules.fold(router, |router, (module, ten)| ten(router, &format!("/{place}/{module}")))
    })
}
