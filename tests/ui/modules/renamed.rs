use actix_web::web::ServiceConfig;
use cors_actix::cors;

mod renamed_route {
    use super::*;

    #[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
    mod api {
        use actix_web::get as fetch;

        #[fetch("/list")]
        pub async fn list() -> &'static str {
            ""
        }
    }

    pub(super) fn main() {
        let _ = api::list;
    }
}

mod renamed_in_a_function {
    use super::*;

    #[cors(same_origin)]
    mod api {
        pub fn configure(app: &mut super::ServiceConfig) {
            use actix_web::post as send;

            #[doc = "Documented."]
            #[send("/list")]
            async fn create() -> &'static str {
                ""
            }
            app.service(create);
        }
    }

    pub(super) fn main() {
        let _ = api::configure;
    }
}

mod renamed_in_a_group {
    use super::*;

    #[cors(same_origin)]
    mod api {
        use actix_web::{
            HttpResponse, {get as fetch, post, routes as many},
        };

        #[fetch("/list")]
        pub async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }

        #[many]
        #[get("/first")]
        #[get("/second")]
        pub async fn several() -> HttpResponse {
            HttpResponse::Ok().finish()
        }

        #[post("/list")]
        pub async fn create() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }

    pub(super) fn main() {
        let _ = (api::list, api::several, api::create);
    }
}

mod renamed_outside_of_the_inner_module {
    use super::*;

    #[cors(same_origin)]
    mod api {
        mod prelude {
            pub use actix_web::get as fetch;
        }

        pub mod v1 {
            use super::prelude;

            #[prelude::fetch("/list")]
            pub async fn list() -> &'static str {
                ""
            }
        }
    }

    pub(super) fn main() {
        let _ = api::v1::list;
    }
}

fn main() {
    renamed_route::main();
    renamed_in_a_function::main();
    renamed_in_a_group::main();
    renamed_outside_of_the_inner_module::main();
}
