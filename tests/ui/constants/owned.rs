use actix_web::get;
use cors_actix::cors;

// A literal is meant.
#[cors(origins = [
    "https://a.example".to_owned(),
    String::from("https://b.example"),
    &"https://c.example",
    "https://d.example".into(),
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
