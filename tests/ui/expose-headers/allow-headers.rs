use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = ["access-control-allow-headers"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
