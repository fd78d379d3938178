use actix_web::query;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["QUERY"])]
#[query("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
