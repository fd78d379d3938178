use actix_web::route;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["PURGE"])]
#[route("/list", method = "PURGE")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"])]
#[route("/show", method = "PROPFIND")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
