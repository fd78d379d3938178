use actix_web::HttpRequest;
use actix_web::get;
use cors_actix::{Origin, cors};

fn is_known(_: &Origin<'_>, _: &HttpRequest) -> bool {
    true
}

#[cors(origins = predicate(#[cfg(debug_assertions)] is_known))]
#[get("/function")]
async fn function() -> &'static str {
    ""
}

#[cors(origins = predicate(is_known, #[cfg(debug_assertions)] vary = ["x-tenant"]))]
#[get("/vary")]
async fn vary() -> &'static str {
    ""
}

#[cors(origins = predicate(is_known, vary = [#[cfg(debug_assertions)] "x-tenant"]))]
#[get("/element")]
async fn element() -> &'static str {
    ""
}

fn main() {}
