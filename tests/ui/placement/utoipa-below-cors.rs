use actix_web::get;
use cors_actix::cors;

#[derive(utoipa::OpenApi)]
#[openapi(paths(list))]
struct Documentation;

#[cors(origins = ["https://app.example.com"])]
#[utoipa::path(get, path = "/", responses((status = 200)))]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {
    actix_web::App::new().service(list);
}
