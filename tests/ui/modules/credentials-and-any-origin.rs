use cors_actix::cors;

mod credentials_and_any_origin_of_the_handler {
    use super::*;

    #[cors(credentials = true)]
    mod api {
        use actix_web::{HttpResponse, get};
        use cors_actix::cors;

        #[cors(origins = "*")]
        #[get("/")]
        async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }
}

mod credentials_of_the_handler_and_any_origin {
    use super::*;

    #[cors(origins = "*")]
    mod api {
        use actix_web::{HttpResponse, get};
        use cors_actix::cors;

        #[cors(credentials = true)]
        #[get("/")]
        async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }
}

mod nested {
    use super::*;

    #[cors(credentials = true)]
    mod api {
        #[cors_actix::cors(origins = "*")]
        mod v1 {
            #[actix_web::get("/inner")]
            async fn list() -> &'static str {
                ""
            }
        }
    }
}

fn main() {}
