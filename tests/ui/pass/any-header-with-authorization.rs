use actix_web::get;
use cors_actix::cors;

#[cors(origins = "*", allow_headers = ["*", "authorization"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = "*", allow_headers = ["Authorization", "*"])]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

#[cors(origins = "*", allow_headers = "*", expose_headers = "*")]
#[get("/update")]
async fn update() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
    let _ = update;
}
