use cors_actix::cors;

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

fn main() {}
