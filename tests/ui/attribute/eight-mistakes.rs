use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = ["https://app.example.com/", "HTTPS://admin.example.com"],
    methods = ["TRACE", "g t"],
    allow_headers = ["cookie", "x token"],
    expose_headers = ["set-cookie"],
    max_age = 86_401,
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
