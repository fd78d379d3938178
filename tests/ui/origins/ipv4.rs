use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://0x7f000001", "http://127.1:3000", "http://127.0.0.256"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["http://0177.0.0.1"])]
#[get("/")]
async fn ipv4_octal() -> &'static str {
    "ipv4_octal"
}

fn main() {}
