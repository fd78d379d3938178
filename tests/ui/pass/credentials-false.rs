use actix_web::get;
use cors_actix::cors;

#[cors(origins = "*", credentials = false)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
