//! Rocket applications: the bare handler, with `#[cors]`, and behind rocket_cors.

use std::collections::HashSet;

use cors_rocket::{Cors, cors};
use cors_tests::server::config;
use rocket::http::{Method, Status};
use rocket::{Build, Rocket, options, put, routes};
use rocket_cors::{AllowedHeaders, AllowedOrigins, CorsOptions};

use super::policies::{self, Setting};

/// Mounts the handler alone.
pub(crate) fn bare(setting: Setting) -> Rocket<Build> {
    let routes = if setting == Setting::Segment { routes![with_segment] } else { routes![handler] };
    rocket::custom(config()).mount("/", routes)
}

/// Mounts a route that responds like a preflight response.
pub(crate) fn bare_options(setting: Setting) -> Rocket<Build> {
    #[options("/")]
    async fn handler() -> Status {
        Status::NoContent
    }
    #[options("/users/<_>")]
    async fn with_segment() -> Status {
        Status::NoContent
    }
    let routes = if setting == Setting::Segment { routes![with_segment] } else { routes![handler] };
    rocket::custom(config()).mount("/", routes)
}

#[put("/")]
async fn handler() -> &'static str {
    "ok"
}

#[put("/users/<_>")]
async fn with_segment() -> &'static str {
    "ok"
}

macro_rules! annotated {
    ($($setting:ident $policy:ident $path:literal)*) => {
        /// Mounts the handler with the policy of a setting.
        pub(crate) fn annotated(setting: Setting) -> Rocket<Build> {
            let routes = match setting {
                $(Setting::$setting => {
                    #[cors(policy = policies::$policy)]
                    #[put($path)]
                    async fn handler() -> &'static str {
                        "ok"
                    }
                    routes![handler]
                })*
                Setting::Default => {
                    return bare(setting).attach(Cors::fairing().default_policy(&policies::DEFAULT));
                }
            };
            rocket::custom(config()).attach(Cors::fairing()).mount("/", routes)
        }
    };
}

annotated! {
    Few FEW "/"
    Segment FEW "/users/<_>"
    One ONE "/"
    Wildcard WILDCARD "/"
    Built1 BUILT_1 "/"
    Built10 BUILT_10 "/"
    Built1000 BUILT_1_000 "/"
    Built10000 BUILT_10_000 "/"
}

/// Mounts the bare handler behind a fairing.
pub(crate) fn peer(setting: Setting) -> Rocket<Build> {
    let allowed_origins = if setting.is_wildcard() {
        AllowedOrigins::some_regex(&[policies::PREVIEWS_REGEX])
    } else {
        AllowedOrigins::some_exact(&setting.origins())
    };
    let options = CorsOptions {
        allowed_origins,
        allowed_methods: HashSet::from([Method::Put.into()]),
        allowed_headers: AllowedHeaders::some(&policies::ALLOW_HEADERS),
        expose_headers: policies::EXPOSE_HEADERS.map(str::to_owned).into(),
        allow_credentials: true,
        max_age: Some(policies::MAX_AGE as usize),
        ..CorsOptions::default()
    };
    bare(setting).attach(options.to_cors().unwrap())
}
