use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/users/{id")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = show;
}
