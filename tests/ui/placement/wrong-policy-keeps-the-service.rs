use actix_web::{App, get};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com/"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {
    let _app = App::new().service(list);
}
