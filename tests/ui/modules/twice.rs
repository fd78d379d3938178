use cors_actix::cors;

mod twice {
    use super::*;

    #[cors(origins = "https://a.example")]
    #[cors(max_age = 60)]
    mod api {
        use actix_web::{HttpResponse, get};

        #[get("/")]
        async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }
}

mod handler_twice {
    use super::*;

    #[cors(origins = "https://a.example")]
    mod api {
        use actix_web::{HttpResponse, get};
        use cors_actix::cors;

        #[cors(max_age = 60)]
        #[cors(credentials = true)]
        #[get("/")]
        async fn list() -> HttpResponse {
            HttpResponse::Ok().finish()
        }
    }
}

fn main() {}
