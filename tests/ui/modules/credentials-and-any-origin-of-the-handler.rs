use cors_actix::cors;

#[cors(credentials = true)]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(origins = "*")]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
