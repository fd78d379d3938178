use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = ["Access-Control-Allow-Methods"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
