use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = [], expose_headers = [], dangerously_allow = [])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
