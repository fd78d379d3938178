use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = ["Set-Cookie", "set-cookie2"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
