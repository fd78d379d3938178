//! Handlers without `#[cors]`, and annotated ones beside them.

use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, delete, get, options, put};
use cors_actix::cors;

use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(bare).service(bare_delete).service(bare_me).service(person).service(my_team).service(team);
    app.service(private).service(public).service(first_bare).service(second);
}

#[get("/bare")]
async fn bare() -> HttpResponse {
    ran("bare");
    HttpResponse::Ok().finish()
}

#[delete("/zero")]
async fn bare_delete() -> HttpResponse {
    ran("bare-delete");
    HttpResponse::Ok().finish()
}

#[put("/people/me")]
async fn bare_me() -> HttpResponse {
    ran("bare-me");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/people/{id}")]
async fn person(_id: Path<String>) -> HttpResponse {
    ran("person");
    HttpResponse::Ok().finish()
}

#[cors(same_origin)]
#[put("/teams/mine")]
async fn my_team() -> HttpResponse {
    ran("my-team");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/teams/{id}")]
async fn team(_id: Path<String>) -> HttpResponse {
    ran("team");
    HttpResponse::Ok().finish()
}

#[get("/private")]
async fn private() -> HttpResponse {
    ran("private");
    HttpResponse::Ok().finish()
}

#[cors(origins = "*")]
#[get("/public/{tail:.*}")]
async fn public(_tail: Path<String>) -> HttpResponse {
    ran("public");
    HttpResponse::Ok().finish()
}

#[options("/first-options/bare")]
async fn first_bare() -> HttpResponse {
    ran("bare-options");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[options("/first-options/bare")]
async fn second() -> HttpResponse {
    ran("second");
    HttpResponse::Ok().finish()
}
