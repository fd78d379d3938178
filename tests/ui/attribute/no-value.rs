use actix_web::get;
use cors_actix::cors;

#[cors(origins)]
#[get("/")]
async fn no_value() -> &'static str {
    "no_value"
}

#[cors(origins =)]
#[get("/")]
async fn no_value_after_equals() -> &'static str {
    "no_value_after_equals"
}

#[cors(origins = ["https://app.example.com"], credentials)]
#[get("/")]
async fn no_value_credentials() -> &'static str {
    "no_value_credentials"
}

#[cors(origins("https://app.example.com"))]
#[get("/")]
async fn call_style() -> &'static str {
    "call_style"
}

#[cors(origins: ["https://app.example.com"])]
#[get("/")]
async fn colon() -> &'static str {
    "colon"
}

#[cors(origins["https://app.example.com"])]
#[get("/")]
async fn brackets() -> &'static str {
    "brackets"
}

#[cors(same_origin = true)]
#[get("/")]
async fn same_origin_value() -> &'static str {
    "same_origin_value"
}

fn main() {}
