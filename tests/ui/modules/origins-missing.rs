use cors_actix::cors;

#[cors(max_age = 60)]
mod api {
    use actix_web::{HttpResponse, get};

    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
