use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "https://a.example\u{200b}",
    "https://b\u{ad}.example",
    "https://c.example\u{202e}",
    "\u{feff}https://d.example",
    "https://e\u{ad}\u{fc}.example/",
    "https://f~\u{200b}.example",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
