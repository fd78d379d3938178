use actix_web::get;
use cors_actix::cors;

// Mistakes of the grammar do not hide those of the policy.
#[cors(
    origin = ["https://app.example.com"],
    allow_headers = ["Host"],
    allow_headers = ["content-type"],
    credentials = "yes",
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
