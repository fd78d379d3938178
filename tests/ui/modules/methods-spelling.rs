use cors_actix::cors;

#[cors(origins = "https://a.example", methods = ["get"])]
mod api {
    use actix_web::{HttpResponse, get};

    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
