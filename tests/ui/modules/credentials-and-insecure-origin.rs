use cors_actix::cors;

mod credentials_and_insecure_origin_of_the_handler {
    use super::*;

    #[cors(credentials = true)]
    mod api {
        use actix_web::{HttpResponse, get};
        use cors_actix::cors;

        #[cors(origins = ["https://a.example", "http://b.example"])]
        #[get("/")]
        async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }
}

mod credentials_of_the_handler_and_insecure_origin {
    use super::*;

    #[cors(origins = ["http://b.example"])]
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

fn main() {}
