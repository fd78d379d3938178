use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = [
    "access-control-allow-headers",
    "Access-Control-Allow-Methods",
    "etag",
    "access-control-max-age",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
