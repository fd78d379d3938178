use actix_web::get;
use cors_actix::cors;

#[cors(origins = [r"https://app.example.com", r#"https://admin.example.com"#, "https://\u{61}.example.com"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = (["https://app.example.com"]), credentials = (true), max_age = (0x258))]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
