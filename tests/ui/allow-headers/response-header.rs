use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = [
    "Access-Control-Allow-Origin",
    "access-control-max-age",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
