use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://*.example.com", "https://app.example.com"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["http://localhost:*", "http://localhost:3000"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
