use actix_web::get;
use cors_actix::cors;

struct Handlers;

impl Handlers {
    #[cors(origins = ["https://app.example.com"])]
    #[get("/")]
    async fn list(&self) -> &'static str {
        "list"
    }
}

fn main() {}
