use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"] ["https://admin.example.com", "https://b.example.com"])]
#[get("/")]
async fn origins() -> &'static str {
    "origins"
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-tenant"] ["x-trace"] ["x-user"])]
#[get("/")]
async fn headers() -> &'static str {
    "headers"
}

#[cors(origins = "https://app.example.com" | "https://admin.example.com")]
#[get("/")]
async fn alternatives() -> &'static str {
    "alternatives"
}

#[cors(origins = ["https://app.example.com" + "https://admin.example.com"])]
#[get("/")]
async fn elements() -> &'static str {
    "elements"
}

#[cors(origins = ["https://app.example.com"; "https://admin.example.com"])]
#[get("/")]
async fn semicolon() -> &'static str {
    "semicolon"
}

fn main() {}
