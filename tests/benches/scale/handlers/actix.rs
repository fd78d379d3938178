//! actix-web: the handlers in scopes.

use std::any::Any;

use actix_web::test::init_service;
use actix_web::web::{ServiceConfig, scope};
use actix_web::{App, rt::System};

use super::{Framework, tens};

pub(super) const FRAMEWORK: Framework = Framework {
    name: "actix-web",
    bare: |places| made(&bare::TENS, places),
    annotated: |places| made(&annotated::TENS, places),
};

type Ten = fn(&mut ServiceConfig);

macro_rules! module {
    ($attribute:meta: $($name:ident $path:literal)*) => {
        use actix_web::get;
        use actix_web::web::ServiceConfig;
        #[allow(unused_imports, reason = "bare handlers have no policy")]
        use cors_actix::cors;

        $(#[$attribute]
        #[get($path)]
        async fn $name() -> &'static str {
            "ok"
        })*
        pub(in super::super) fn ten(config: &mut ServiceConfig) {
            config$(.service($name))*;
        }
    };
}
tens!(module);

fn made(tens: &'static [Ten], places: usize) -> Box<dyn Any> {
    let app = App::new().configure(|config| {
        for place in 0..places {
            for (module, ten) in tens.iter().enumerate() {
                config.service(scope(&format!("/{place}/{module}")).configure(ten));
            }
        }
    });
    Box::new(System::new().block_on(init_service(app)))
}
