use actix_web::routes;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[routes]
#[trace("/list")]
#[connect("/tunnel")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
