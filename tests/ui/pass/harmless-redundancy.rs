use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], expose_headers = ["content-type", "cache-control", "Access-Control-Allow-Origin", "location"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], methods = ["GET"], credentials = false)]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
