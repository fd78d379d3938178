use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["CONNECT"])]
#[get("/")]
async fn forbidden_connect() -> &'static str {
    "forbidden_connect"
}

#[cors(origins = ["https://app.example.com"], methods = ["TRACK"])]
#[get("/")]
async fn forbidden_track() -> &'static str {
    "forbidden_track"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "trace"])]
#[get("/")]
async fn forbidden_trace() -> &'static str {
    "forbidden_trace"
}

fn main() {}
