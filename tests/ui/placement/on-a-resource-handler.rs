use actix_web::{App, web};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list() -> &'static str {
    "list"
}

fn main() {
    let _app = App::new().route("/", web::get().to(list));
}
