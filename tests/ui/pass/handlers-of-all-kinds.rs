use actix_web::{HttpRequest, HttpResponse, Responder, get, web};
use cors_actix::cors;

/// With documentation.
#[cors(origins = ["https://app.example.com"])]
#[get("/users/{id}", name = "user")]
pub async fn user(id: web::Path<u64>, request: HttpRequest) -> impl Responder {
    format!("{id} {}", request.path())
}

#[cors(origins = ["https://app.example.com"])]
#[get("/type")]
pub(crate) async fn r#type() -> actix_web::Result<HttpResponse> {
    Ok(HttpResponse::Ok().finish())
}

#[cfg(any())]
#[cors(origins = ["https://app.example.com/"])]
#[get("/never")]
async fn never() -> NotThere {}

#[cors(origins = ["https://app.example.com"])]
#[cfg(any())]
#[get("/never")]
async fn never() -> NotThere {}

fn main() {
    let _ = (user, r#type);
}
