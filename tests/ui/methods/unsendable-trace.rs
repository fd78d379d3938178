use actix_web::trace;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[trace("/list")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
