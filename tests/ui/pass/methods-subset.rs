use actix_web::route;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["PUT"])]
#[route("/list", method = "GET", method = "PUT", method = "PATCH")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "HEAD"])]
#[route("/show", method = "GET", method = "HEAD")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
