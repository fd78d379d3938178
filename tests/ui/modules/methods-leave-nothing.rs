use cors_actix::cors;

#[cors(origins = "https://a.example", methods = ["PUT", "DELETE"])]
mod api {
    use actix_web::{HttpResponse, get};

    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cfg_attr(all(), get("/conditional"))]
    async fn conditional() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cfg_attr(not(any()), get("/other"))]
    async fn other() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
