use actix_web::{Either, post, web};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = ["Content-Type"])]
#[post("/create")]
async fn create(_body: web::Json<String>) -> &'static str {
    ""
}

#[cors(origins = "*", allow_headers = "*")]
#[post("/any")]
async fn any(_body: web::Json<String>) -> &'static str {
    ""
}

// What also takes other bodies does not need the header.
#[cors(origins = ["https://app.example.com"])]
#[post("/optional")]
async fn optional(_body: Option<web::Json<String>>) -> &'static str {
    ""
}

#[cors(origins = ["https://app.example.com"])]
#[post("/either")]
async fn either(_body: Either<web::Json<String>, web::Form<String>>) -> &'static str {
    ""
}

// For its own origin only, so no preflight is ever allowed.
#[cors(same_origin)]
#[post("/own")]
async fn own(_body: web::Json<String>) -> &'static str {
    ""
}

fn main() {
    let _ = (create, any, optional, either, own);
}
