use actix_web::get;
use cors_actix::cors;

#[cors(origins = *, allow_headers = *, expose_headers = ["set-cookie"])]
#[get("/")]
async fn values() -> &'static str {
    "values"
}

#[cors(origins = [*], methods = [GET, *], max_age = *)]
#[get("/elements")]
async fn elements() -> &'static str {
    "elements"
}

#[cors(origins = ["https://app.example.com", #[cfg(debug_assertions)] *, "https://admin.example.com/"])]
#[get("/condition")]
async fn condition() -> &'static str {
    "condition"
}

#[cors(origins = tower_http::cors::Any, allow_headers = any, expose_headers = [Any], methods = Any)]
#[get("/")]
async fn word() -> &'static str {
    "word"
}

fn main() {}
