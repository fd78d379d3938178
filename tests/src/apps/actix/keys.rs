//! Handlers for peculiarities of single keys.

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get, head, patch, put, route, scope};
use cors_actix::cors;

use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(conditions).service(emptied).service(dangers).service(insecure);
    app.service(patched).service(head_alone).service(custom).service(scoped);
}

#[cors(origins = [
    "https://app.example.com",
    #[cfg(all())]
    "https://admin.example.com",
    #[cfg(any())]
    "https://evil.example",
])]
#[get("/cfg")]
async fn conditions() -> HttpResponse {
    ran("cfg");
    HttpResponse::Ok().finish()
}

#[cors(origins = [#[cfg(any())] "https://evil.example"])]
#[put("/cfg")]
async fn emptied() -> HttpResponse {
    ran("cfg-empty");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["null", "https://*.github.io"], dangerously_allow = ["null_origin", "public_suffix_wildcards"])]
#[get("/dangers")]
async fn dangers() -> HttpResponse {
    ran("dangers");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["http://plain.example.com"], credentials = true, dangerously_allow = ["insecure_origins"])]
#[put("/dangers")]
async fn insecure() -> HttpResponse {
    ran("insecure");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[patch("/patch")]
async fn patched() -> HttpResponse {
    ran("patch");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[head("/head-alone")]
async fn head_alone() -> HttpResponse {
    ran("head-alone");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[route("/custom", method = "LINK", method = "GET")]
async fn custom() -> HttpResponse {
    ran("custom");
    HttpResponse::Ok().finish()
}

#[scope("/scoped")]
mod scoped_module {
    use super::{HttpResponse, cors, ran};
    use actix_web::put;

    #[cors(origins = ["https://app.example.com"])]
    #[put("/item")]
    pub(super) async fn item() -> HttpResponse {
        ran("scoped");
        HttpResponse::Ok().finish()
    }
}

use scoped_module::item as scoped;
