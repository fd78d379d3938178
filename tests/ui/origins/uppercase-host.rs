use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "https://App.Example.com",
    "chrome-extension://ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP",
    "tauri://LocalHost",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
