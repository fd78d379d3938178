use cors_actix::cors;

const APP: &str = "http://app.example";

#[cors(origins = [APP])]
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
