use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    "http://app.example.com",
    "http://192.168.0.10:8080",
    "http://localhost.example.com",
    "http://*.example.com",
], credentials = true)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com", "http://app.example.com"], credentials = true)]
#[get("/")]
async fn insecure_beside_secure() -> &'static str {
    "insecure_beside_secure"
}

fn main() {}
