use cors_actix::cors;

mod enforce_and_any_origin_of_the_handler {
    use super::*;

    #[cors(enforce = "all_methods")]
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

mod enforce_of_the_handler_and_any_origin {
    use super::*;

    #[cors(origins = "*")]
    mod api {
        use actix_web::{HttpResponse, get};
        use cors_actix::cors;

        #[cors(enforce = "all_methods")]
        #[get("/")]
        async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }
}

fn main() {}
