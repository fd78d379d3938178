use cors_actix::cors;

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

fn main() {}
