use actix_web::options;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["OPTIONS"])]
#[options("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
