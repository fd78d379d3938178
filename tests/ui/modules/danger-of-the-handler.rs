use cors_actix::cors;

#[cors(origins = "null", dangerously_allow = ["null_origin"])]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(dangerously_allow = ["insecure_origins"])]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
