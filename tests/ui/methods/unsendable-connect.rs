use actix_web::connect;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[connect("/list")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
