use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://BÜCHER.example:443"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
