//! The application on actix-web.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::PayloadConfig;
use actix_web::{App, Error, HttpResponse, error, route, web};
use cors_actix::{Cors, cors};

use crate::server::Served;

/// Builds the whole application, inside the default policy.
pub fn app() -> App<impl Served> {
    App::new()
        .app_data(PayloadConfig::new(500))
        .service(part)
        .service(web::resource("/default/resource").route(web::put().to(HttpResponse::Ok)))
        .service(
            web::scope("/default/locked").wrap(from_fn(refuse)).route("/a", web::get().to(HttpResponse::Ok)),
        )
        .configure(annotated::configure)
        .configure(default::configure)
        .configure(same_origin::configure)
        .wrap(Cors::new(super::DEFAULT))
}

/// A handler whose method `PUT` is for its own origin.
#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
#[route("/annotated/part", method = "GET", method = "PUT")]
async fn part() -> HttpResponse {
    HttpResponse::Ok().finish()
}

async fn fail(_: ServiceRequest, _: Next<impl MessageBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    Err(error::ErrorUnauthorized("no"))
}

async fn refuse(
    request: ServiceRequest,
    _: Next<impl MessageBody>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    Ok(request.into_response(HttpResponse::Unauthorized().finish()))
}

macro_rules! module {
    ($kind:ident, $prefix:literal $(, $cors:meta)?) => {
        mod $kind {
            use actix_web::http::{StatusCode, header};
            use actix_web::middleware::from_fn;
            use actix_web::web::{ServiceConfig, scope};
            use actix_web::{HttpResponse, get, head, post};
            use rocket::futures::stream;

            pub(super) fn configure(app: &mut ServiceConfig) {
                let routes = scope($prefix).service(status).service(err).service(ok).service(failing);
                let routes = routes.service(text).service(panics).service(redirect).service(streaming);
                app.service(routes.service(bodiless));
            }

            $(#[$cors])?
            #[get("/status/{status}")]
            async fn status(status: actix_web::web::Path<u16>) -> HttpResponse {
                HttpResponse::new(StatusCode::from_u16(*status).expect("a status"))
            }

            $(#[$cors])?
            #[get("/auth-err", wrap = "from_fn(super::fail)")]
            async fn err() -> HttpResponse {
                HttpResponse::Ok().finish()
            }

            $(#[$cors])?
            #[get("/auth-ok", wrap = "from_fn(super::refuse)")]
            async fn ok() -> HttpResponse {
                HttpResponse::Ok().finish()
            }

            $(#[$cors])?
            #[get("/failing")]
            async fn failing() -> Result<HttpResponse, actix_web::Error> {
                Err(actix_web::error::ErrorInternalServerError("no"))
            }

            $(#[$cors])?
            #[post("/text")]
            async fn text(text: String) -> String {
                text
            }

            $(#[$cors])?
            #[get("/panic")]
            async fn panics() -> HttpResponse {
                panic!("on purpose")
            }

            $(#[$cors])?
            #[get("/redirect")]
            async fn redirect() -> HttpResponse {
                HttpResponse::Found().insert_header((header::LOCATION, "/")).finish()
            }

            $(#[$cors])?
            #[get("/stream")]
            async fn streaming() -> HttpResponse {
                let parts = ["a", "b", "c"].map(|part| Ok::<_, actix_web::Error>(part.into()));
                HttpResponse::Ok().streaming(stream::iter(parts))
            }

            $(#[$cors])?
            #[head("/head")]
            async fn bodiless() -> HttpResponse {
                HttpResponse::Ok().finish()
            }
        }
    };
}

module!(annotated, "/annotated", cors_actix::cors(origins = ["https://app.example.com"]));
module!(default, "/default");
module!(same_origin, "/same-origin", cors_actix::cors(same_origin));
