use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/list", guard = "|context| true")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
