use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["GET", "OPTIONS"])]
#[get("/")]
async fn options() -> &'static str {
    "options"
}

#[cors(origins = ["https://app.example.com"], methods = ["OPTIONS"])]
#[get("/")]
async fn options_alone() -> &'static str {
    "options_alone"
}

fn main() {}
