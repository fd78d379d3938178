use cors_actix::cors;

const APP: &str = "https://app.example/";

#[cors(origins = [APP])]
mod api {
    use actix_web::{HttpResponse, get};

    #[get("/")]
    async fn list() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}


fn main() {}
