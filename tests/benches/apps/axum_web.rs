//! axum applications: the bare handler, with `#[cors]`, and behind the layers of cors-tower and tower-http.

use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::routing::{options, put};
use cors_axum::{Cors, cors};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::policies::{self, Setting};

async fn handler() -> &'static str {
    "ok"
}

async fn with_segment() -> &'static str {
    "ok"
}

/// Routes to the handler alone.
pub(crate) fn bare(setting: Setting) -> Router {
    match setting {
        Setting::Segment => Router::new().route("/users/{id}", put(with_segment)),
        _ => Router::new().route("/", put(handler)),
    }
}

/// Routes to a handler that responds like a preflight response.
pub(crate) fn bare_options(setting: Setting) -> Router {
    let path = if setting == Setting::Segment { "/users/{id}" } else { "/" };
    Router::new().route(path, options(async || StatusCode::NO_CONTENT))
}

macro_rules! annotated {
    ($($setting:ident $policy:ident $path:literal)*) => {
        /// Routes to the handler with the policy of a setting.
        pub(crate) fn annotated(setting: Setting) -> Cors {
            match setting {
                $(Setting::$setting => {
                    #[cors(policy = policies::$policy)]
                    async fn handler() -> &'static str {
                        "ok"
                    }
                    Cors::new(Router::new().route($path, put(handler)))
                })*
                Setting::Default => Cors::new(bare(setting)).default_policy(&policies::DEFAULT),
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

/// Returns the layer of cors-tower with one policy.
pub(crate) fn layer(setting: Setting) -> cors_tower::Cors {
    match setting {
        Setting::Few | Setting::Segment | Setting::Default => cors_tower::Cors::new(&policies::DEFAULT),
        _ => {
            let policy = policies::builder(&setting.origins()).methods([policies::METHOD]);
            cors_tower::Cors::new(policy.build().unwrap())
        }
    }
}

/// Returns the layer of tower-http.
pub(crate) fn peer(setting: Setting) -> CorsLayer {
    let names =
        |names: &[&'static str]| names.iter().map(|name| HeaderName::from_static(name)).collect::<Vec<_>>();
    let origins = if setting.is_wildcard() {
        AllowOrigin::predicate(|origin, _| policies::is_preview(origin.as_bytes()))
    } else {
        AllowOrigin::list(setting.origins().iter().map(|origin| HeaderValue::from_str(origin).unwrap()))
    };
    CorsLayer::new()
        .allow_origin(origins)
        .allow_methods([Method::PUT])
        .allow_headers(names(&policies::ALLOW_HEADERS))
        .expose_headers(names(&policies::EXPOSE_HEADERS))
        .allow_credentials(true)
        .max_age(Duration::from_secs(policies::MAX_AGE.into()))
}
