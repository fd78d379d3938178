use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://*.example.com", "https://example.com"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://*.example.co.uk", "https://acme.github.io", "https://*.city.kawasaki.jp"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
