use cors_actix::cors;

const APP: &str = "https://app.example/";

#[cors(origins = ["https://a.example/", APP])]
mod api {
    #[actix_web::get("/")]
    async fn list() -> &'static str {
        ""
    }
}

fn main() {}
