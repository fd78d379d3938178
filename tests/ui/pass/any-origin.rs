use actix_web::get;
use cors_actix::cors;

#[cors(origins = "*")]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["*"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
