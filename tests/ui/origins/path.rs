use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com/login"])]
#[get("/")]
async fn path() -> &'static str {
    "path"
}

#[cors(origins = ["https://app.example.com/*"])]
#[get("/")]
async fn path_wildcard() -> &'static str {
    "path_wildcard"
}

#[cors(origins = ["https://app.example.com\\login"])]
#[get("/")]
async fn backslash() -> &'static str {
    "backslash"
}

fn main() {}
