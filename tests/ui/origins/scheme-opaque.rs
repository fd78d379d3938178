use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "about:blank",
    "blob:https://app.example.com/6f1a",
    "data:text/html,hello",
    "javascript:alert(1)",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
