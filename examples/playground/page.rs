//! The server of the page.

use actix_web::http::header::ContentType;
use actix_web::{HttpRequest, HttpResponse, Responder, error, get, web};
use serde::{Deserialize, Serialize};

use crate::cases::{CASES, Case};
use crate::explain::{Explanation, Run};
use crate::recorder::{Exchange, Recorder};

/// The API, as the page's server knows it.
pub(crate) struct Site {
    /// The origin of the API.
    pub(crate) api: String,
    pub(crate) recorder: web::Data<Recorder>,
}

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(index).service(style).service(script).service(setup).service(outcome);
}

#[get("/")]
async fn index() -> impl Responder {
    HttpResponse::Ok().content_type(ContentType::html()).body(include_str!("page.html"))
}

#[get("/style.css")]
async fn style() -> impl Responder {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(include_str!("style.css"))
}

#[get("/script.js")]
async fn script() -> impl Responder {
    HttpResponse::Ok().content_type("text/javascript; charset=utf-8").body(include_str!("script.js"))
}

#[derive(Serialize)]
struct Setup<'s> {
    api: &'s str,
    cases: &'static [Case],
    last: u64,
}

/// Returns the data with which the script starts.
#[get("/setup")]
async fn setup(site: web::Data<Site>) -> impl Responder {
    HttpResponse::Ok().json(Setup { api: &site.api, cases: CASES, last: site.recorder.last() })
}

#[derive(Deserialize)]
struct Asked {
    case: String,
    /// The last exchange before the button was pressed.
    since: u64,
}

#[derive(Serialize)]
struct Outcome {
    exchanges: Vec<Exchange>,
    explanation: Explanation,
    preflights: usize,
    requests: usize,
    last: u64,
}

/// Returns the exchanges of a case, and the explanation of the browser's behaviour.
#[get("/outcome")]
async fn outcome(
    request: HttpRequest,
    asked: web::Query<Asked>,
    site: web::Data<Site>,
) -> actix_web::Result<impl Responder> {
    let case = CASES.iter().find(|case| case.id == asked.case);
    let case = case.ok_or_else(|| error::ErrorNotFound("no such case"))?;
    let page = format!("http://{}", request.connection_info().host());
    let log = site.recorder.of(case.method, case.path);
    let run = Run { case, page: &page, api: &site.api, log: &log, since: asked.since };
    let preflights = log.iter().filter(|exchange| exchange.preflight_for.is_some()).count();
    Ok(web::Json(Outcome {
        explanation: run.explain(),
        preflights,
        requests: log.len() - preflights,
        exchanges: log.into_iter().filter(|exchange| exchange.number > asked.since).collect(),
        last: site.recorder.last(),
    }))
}
