use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://localhost:*", "http://app.localhost:3000", "http://*.localhost"], credentials = true)]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

#[cors(origins = ["http://127.0.0.1:*", "http://127.8.9.10", "http://[::1]:*"], credentials = true)]
#[get("/show")]
async fn show() -> &'static str {
    ""
}

fn main() {
    let _ = list;
    let _ = show;
}
