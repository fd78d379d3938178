use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = 0)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], max_age = 86_400)]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], max_age = "24h")]
#[get("/update")]
async fn update() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], max_age = "0s")]
#[get("/remove")]
async fn remove() -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"], max_age = "1440m")]
#[get("/search")]
async fn search() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = update;
    let _ = remove;
    let _ = search;
}
