use cors_actix::cors;

#[cors(same_origin)]
mod api {
    use actix_web::{HttpResponse, get};
    use cors_actix::cors;

    #[cors(methods = ["GET"])]
    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

fn main() {}
