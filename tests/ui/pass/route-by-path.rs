#[cors_actix::cors(origins = ["https://app.example.com"])]
#[actix_web::get("/")]
async fn list() -> &'static str {
    ""
}

#[::cors_actix::cors(origins = ["https://app.example.com"])]
#[::actix_web::get("/")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = (list, show);
}
