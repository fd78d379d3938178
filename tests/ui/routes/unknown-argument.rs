use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"])]
#[get("/list", nmae = "list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
