use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://127.0.0.1:3000", "https://10.0.0.1"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
