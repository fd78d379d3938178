use actix_web::put;
use cors_actix::cors;

#[cors(
    origins = #[cfg(debug_assertions)] ["http://localhost:5173"],
    methods = (#[cfg(debug_assertions)] ["PUT"]),
    credentials = #[cfg(debug_assertions)] true,
    max_age = #[cfg(debug_assertions)] 600,
    enforce = #[cfg(debug_assertions)] "all_methods",
)]
#[put("/")]
async fn values() -> &'static str {
    "values"
}

#[cors(origins = #[cfg(debug_assertions)] predicate(is_preview))]
#[put("/judged")]
async fn judged() -> &'static str {
    "judged"
}

#[cors(origins = #[cfg(debug_assertions)] "http://localhost:5173", allow_headers = [(#[cfg(unix)] ("x-a"))])]
#[put("/elements")]
async fn elements() -> &'static str {
    "elements"
}

#[cors(#[cfg(debug_assertions)] origins = "http://localhost:5173", #[cfg(unix)] credentials = false)]
#[put("/keys")]
async fn keys() -> &'static str {
    "keys"
}

fn main() {}
