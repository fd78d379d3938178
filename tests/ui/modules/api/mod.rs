#[actix_web::get("/")]
async fn list() -> &'static str {
    ""
}
