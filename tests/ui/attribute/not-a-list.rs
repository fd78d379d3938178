use actix_web::get;
use cors_actix::cors;

#[cors(origins = true)]
#[get("/")]
async fn boolean() -> &'static str {
    "boolean"
}

#[cors(origins = {"https://app.example.com"})]
#[get("/")]
async fn braces() -> &'static str {
    "braces"
}

#[cors(origins = 7)]
#[get("/")]
async fn number() -> &'static str {
    "number"
}

#[cors(origins = &["https://app.example.com"])]
#[get("/")]
async fn reference() -> &'static str {
    "reference"
}

#[cors(origins = ("https://app.example.com", "https://admin.example.com"))]
#[get("/")]
async fn tuple() -> &'static str {
    "tuple"
}

#[cors(origins = vec!["https://app.example.com"])]
#[get("/")]
async fn vec() -> &'static str {
    "vec"
}

#[cors(origins = ["https://app.example.com"], dangerously_allow = true)]
#[get("/")]
async fn dangerously_allow_boolean() -> &'static str {
    "dangerously_allow_boolean"
}

fn main() {}
