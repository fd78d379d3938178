use actix_web::{post, web};
use cors_actix::cors;

// The value counts, so that the name is the only mistake.
#[cors(origins = ["https://app.example.com"], allowed_headers = ["*"])]
#[post("/any")]
async fn any(names: web::Json<String>) -> String {
    names.into_inner()
}

#[cors(allowed_origins = ["https://app.example.com"], alow_headers = "content-type")]
#[post("/near")]
async fn near(names: web::Json<String>) -> String {
    names.into_inner()
}

// Here the value is no list, and there is nothing to say about what is not in it.
#[cors(origins = ["https://app.example.com"], allow_any_header = true)]
#[post("/switch")]
async fn switch(names: web::Json<String>) -> String {
    names.into_inner()
}

#[cors(origins = ["https://app.example.com"], request_headers)]
#[post("/alone")]
async fn alone(names: web::Json<String>) -> String {
    names.into_inner()
}

fn main() {}
