use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://admin:secret@app.example.com"])]
#[get("/")]
async fn userinfo() -> &'static str {
    "userinfo"
}

#[cors(origins = ["https://@app.example.com"])]
#[get("/")]
async fn userinfo_empty() -> &'static str {
    "userinfo_empty"
}

fn main() {}
