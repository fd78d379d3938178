use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = "https://app.example.com",
    methods = "GET",
    allow_headers = "x-token",
    expose_headers = "etag"
)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
