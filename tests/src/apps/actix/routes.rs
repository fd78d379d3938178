//! Policies of every kind, on handlers that answer 200.

use actix_web::web::{Path, ServiceConfig, scope};
use actix_web::{HttpResponse, delete, get, options, post, put, route, web};
use cors_actix::cors;

use super::guards::Guard;
use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(list).service(items).service(full).service(plain).service(plain_put).service(zero);
    app.service(subdomains).service(sub_put).service(ports);
    app.service(any).service(any_put).service(any_header);
    app.service(head).service(own).service(own_put);
    app.service(own_options_put).service(own_options).service(options_put).service(bare_options);
    app.service(scope("/pair").service(pair::put).service(pair::delete).service(pair::post));
    app.service(scope("/riap").service(pair::post).service(pair::delete).service(pair::put));
    app.service(me).service(me_post).service(user).service(delete_user).service(files);
    app.service(
        scope("/api").service(web::scope("/v1").service(v1::item)).service(scope("/v2").service(v2::item)),
    );
    app.service(scope("/tenants/{tenant}").service(v1::item));
}

#[cors(
    origins = ["https://app.example.com", "https://admin.example.com", "http://localhost:3000"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
)]
#[get("/list")]
async fn list(_guard: Guard) -> HttpResponse {
    ran("list");
    HttpResponse::Ok().body("list")
}

#[cors(origins = ["https://app.example.com"])]
#[post("/items")]
async fn items(_body: String) -> HttpResponse {
    ran("items");
    HttpResponse::Ok().finish()
}

#[cors(
    origins = ["https://app.example.com", "https://admin.example.com"],
    methods = ["PUT"],
    allow_headers = ["content-type", "x-a"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
    max_age = "10m",
)]
#[put("/full")]
async fn full(_guard: Guard) -> HttpResponse {
    ran("full");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/plain")]
async fn plain() -> HttpResponse {
    ran("plain");
    HttpResponse::Ok().body("plain")
}

#[cors(origins = "https://app.example.com")]
#[put("/plain-put")]
async fn plain_put() -> HttpResponse {
    ran("plain-put");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], max_age = 0)]
#[put("/zero")]
async fn zero() -> HttpResponse {
    ran("zero");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://*.example.com"])]
#[get("/subdomains")]
async fn subdomains() -> HttpResponse {
    ran("subdomains");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://*.example.com"])]
#[put("/sub")]
async fn sub_put() -> HttpResponse {
    ran("sub");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["http://localhost:*"])]
#[get("/ports")]
async fn ports() -> HttpResponse {
    ran("ports");
    HttpResponse::Ok().finish()
}

#[cors(origins = "*", expose_headers = ["etag"])]
#[get("/any")]
async fn any() -> HttpResponse {
    ran("any");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["*"], allow_headers = ["content-type"], expose_headers = ["etag"])]
#[put("/any")]
async fn any_put() -> HttpResponse {
    ran("any-put");
    HttpResponse::Ok().finish()
}

#[cors(origins = "*", allow_headers = ["*", "authorization"], expose_headers = "*", max_age = "1d")]
#[post("/any-header")]
async fn any_header() -> HttpResponse {
    ran("any-header");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[route("/head", method = "GET", method = "HEAD")]
async fn head() -> HttpResponse {
    ran("head");
    HttpResponse::Ok().body("head")
}

#[cors(same_origin)]
#[get("/own")]
async fn own() -> HttpResponse {
    ran("own");
    HttpResponse::Ok().finish()
}

#[cors(same_origin)]
#[put("/own")]
async fn own_put() -> HttpResponse {
    ran("own-put");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/options")]
async fn options_put() -> HttpResponse {
    ran("options-put");
    HttpResponse::Ok().finish()
}

#[options("/options")]
async fn bare_options() -> HttpResponse {
    ran("bare-options");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/own-options")]
async fn own_options_put() -> HttpResponse {
    ran("own-options-put");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[options("/own-options")]
async fn own_options() -> HttpResponse {
    ran("own-options");
    HttpResponse::Ok().finish()
}

/// Three policies on one path.
mod pair {
    use super::{HttpResponse, cors, ran};

    #[cors(origins = ["https://admin.example.com"], allow_headers = ["x-put"])]
    #[actix_web::put("")]
    pub(super) async fn put() -> HttpResponse {
        ran("put");
        HttpResponse::Ok().finish()
    }

    #[cors(origins = ["https://app.example.com"])]
    #[actix_web::delete("")]
    pub(super) async fn delete() -> HttpResponse {
        ran("delete");
        HttpResponse::Ok().finish()
    }

    #[cors(origins = "*")]
    #[actix_web::post("")]
    pub(super) async fn post() -> HttpResponse {
        ran("post");
        HttpResponse::Ok().finish()
    }
}

#[cors(origins = ["https://app.example.com"])]
#[put("/users/me")]
async fn me() -> HttpResponse {
    ran("me");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[post("/users/me")]
async fn me_post() -> HttpResponse {
    ran("me-post");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://admin.example.com"])]
#[put("/users/{id}")]
async fn user(_id: Path<String>) -> HttpResponse {
    ran("user");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://admin.example.com"])]
#[delete("/users/{id}")]
async fn delete_user(_id: Path<String>) -> HttpResponse {
    ran("delete-user");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/files/{path:.*}")]
async fn files(_path: Path<String>) -> HttpResponse {
    ran("files");
    HttpResponse::Ok().finish()
}

mod v1 {
    use super::{HttpResponse, cors, ran};

    #[cors(origins = ["https://app.example.com"])]
    #[actix_web::put("/item")]
    pub(super) async fn item() -> HttpResponse {
        ran("item");
        HttpResponse::Ok().finish()
    }
}

mod v2 {
    use super::{HttpResponse, cors, ran};

    #[cors(origins = ["https://admin.example.com"])]
    #[actix_web::put("/item")]
    pub(super) async fn item() -> HttpResponse {
        ran("item");
        HttpResponse::Ok().finish()
    }
}
