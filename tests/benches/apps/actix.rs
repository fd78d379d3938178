//! actix-web applications: the bare handler, with `#[cors]`, and behind actix-cors.

use actix_cors::Cors;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, Responder, options, put};
use cors_actix::cors;

use super::policies::{self, Setting};

/// The body of every handler.
fn handle() -> impl Responder {
    "ok"
}

/// Registers the handler alone.
pub(crate) fn bare(setting: Setting) -> impl FnOnce(&mut ServiceConfig) {
    #[put("/")]
    async fn handler() -> impl Responder {
        handle()
    }
    #[put("/users/{id}")]
    async fn with_segment() -> impl Responder {
        handle()
    }
    move |config| {
        if setting == Setting::Segment {
            config.service(with_segment);
        } else {
            config.service(handler);
        }
    }
}

/// Registers a route that responds like a preflight response.
pub(crate) fn bare_options(setting: Setting) -> impl FnOnce(&mut ServiceConfig) {
    #[options("/")]
    async fn handler() -> HttpResponse {
        HttpResponse::NoContent().finish()
    }
    #[options("/users/{id}")]
    async fn with_segment() -> HttpResponse {
        HttpResponse::NoContent().finish()
    }
    move |config| {
        if setting == Setting::Segment {
            config.service(with_segment);
        } else {
            config.service(handler);
        }
    }
}

macro_rules! annotated {
    ($($setting:ident $policy:ident $path:literal)*) => {
        /// Registers the handler with the policy of a setting.
        pub(crate) fn annotated(setting: Setting) -> impl FnOnce(&mut ServiceConfig) {
            move |config| match setting {
                $(Setting::$setting => {
                    #[cors(policy = policies::$policy)]
                    #[put($path)]
                    async fn handler() -> impl Responder {
                        handle()
                    }
                    config.service(handler);
                })*
                // See `default_policy`.
                Setting::Default => bare(setting)(config),
            }
        }
    };
}

annotated! {
    Few FEW "/"
    Segment FEW "/users/{id}"
    One ONE "/"
    Wildcard WILDCARD "/"
    Built1 BUILT_1 "/"
    Built10 BUILT_10 "/"
    Built1000 BUILT_1_000 "/"
    Built10000 BUILT_10_000 "/"
}

/// Returns the default policy, which wraps the bare handler in place of an attribute.
pub(crate) fn default_policy() -> cors_actix::Cors {
    cors_actix::Cors::new(&policies::DEFAULT)
}

/// Returns the middleware that wraps the bare handler.
pub(crate) fn peer(setting: Setting) -> Cors {
    let cors = Cors::default()
        .allowed_methods([policies::METHOD])
        .allowed_headers(policies::ALLOW_HEADERS)
        .expose_headers(policies::EXPOSE_HEADERS)
        .supports_credentials()
        .max_age(policies::MAX_AGE as usize);
    if setting.is_wildcard() {
        return cors.allowed_origin_fn(|origin, _| policies::is_preview(origin.as_bytes()));
    }
    setting.origins().iter().fold(cors, |cors, origin| cors.allowed_origin(origin))
}
