use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://xn--bcher-kva.example", "https://xn--53h.example", "https://*.xn--bcher-kva.example"])]
#[get("/list")]
async fn list() -> &'static str {
    ""
}

fn main() {
    let _ = list;
}
