use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["file:///srv/index.html", "file://", "file://app.example.com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
