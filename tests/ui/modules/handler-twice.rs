use cors_actix::cors;

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

fn main() {}
