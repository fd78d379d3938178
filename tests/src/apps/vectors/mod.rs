//! A route for each policy of the test vectors in `data/`, on each framework. The handlers come from `macro_rules!`.

mod policies;

/// Returns the path of a list of origins of `origins.json`, by the order in which the lists first appear.
pub fn list_path(index: usize) -> String {
    format!("/list/{index}")
}

/// Returns the path of a row of `advisories.json`.
pub fn advisory_path(id: &str) -> String {
    format!("/{}", id.to_lowercase())
}

/// The handlers on actix-web.
pub mod actix {
    macro_rules! routes {
        ($(($name:ident, $method:ident, $path:tt, $args:tt),)*) => {
            $(routes!{@one $name, $method, $path, $args})*

            /// Adds every route.
            pub fn configure(app: &mut actix_web::web::ServiceConfig) {
                $(app.service($name);)*
            }
        };
        (@one $name:ident, $method:ident, $path:tt, ($($args:tt)*)) => {
            #[cors_actix::cors($($args)*)]
            #[actix_web::$method($path)]
            async fn $name() -> actix_web::HttpResponse {
                crate::counters::ran("vector");
                actix_web::HttpResponse::Ok().finish()
            }
        };
    }

    super::policies::policies!(routes);
}

/// The handlers on Rocket.
pub mod rocket {
    macro_rules! routes {
        ($(($name:ident, $method:ident, $path:tt, $args:tt),)*) => {
            $(routes!{@one $name, $method, $path, $args})*

            /// Builds a Rocket with every route.
            pub fn build() -> rocket::Rocket<rocket::Build> {
                rocket::custom(crate::server::config())
                    .attach(cors_rocket::Cors::fairing())
                    .mount("/", rocket::routes![$($name::handler),*])
            }
        };
        (@one $name:ident, $method:ident, $path:tt, ($($args:tt)*)) => {
            // Rocket needs the function's name and the route attribute from one place.
            mod $name {
                #[cors_rocket::cors($($args)*)]
                #[rocket::$method($path)]
                pub(super) fn handler() {
                    crate::counters::ran("vector");
                }
            }
        };
    }

    super::policies::policies!(routes);
}

/// The handlers on axum.
pub mod axum {
    macro_rules! routes {
        ($(($name:ident, $method:ident, $path:tt, $args:tt),)*) => {
            $(routes!{@one $name, $args})*

            /// Builds the application with every route.
            pub fn build() -> cors_axum::Cors {
                cors_axum::Cors::new(axum::Router::new()$(.route($path, axum::routing::$method($name)))*)
            }
        };
        (@one $name:ident, ($($args:tt)*)) => {
            #[cors_axum::cors($($args)*)]
            async fn $name() {
                crate::counters::ran("vector");
            }
        };
    }

    super::policies::policies!(routes);
}
