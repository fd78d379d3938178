use cors_actix::cors;

#[cors(enforce = "all_methods")]
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
