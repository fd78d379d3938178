use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = ["x total", "etag, location"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
