use cors_actix::cors;

#[cors(origin = "https://a.example")]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(max_age = "1w")]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
