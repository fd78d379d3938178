use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com:8443", "https://app.example.com:80", "http://app.example.com:443"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com:65535", "https://app.example.com:1"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(origins = ["http://localhost:*", "https://*.example.com:*"])]
#[get("/update")]
async fn update() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = update;
}
