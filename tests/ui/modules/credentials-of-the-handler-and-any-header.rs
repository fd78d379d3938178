use cors_actix::cors;

#[cors(origins = "https://a.example", allow_headers = ["*", "authorization"])]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(credentials = true)]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
