//! The server of the page.

use actix_web::http::header::ContentType;
use actix_web::{HttpRequest, HttpResponse, Responder, error, get, post, web};
use serde::{Deserialize, Serialize};

use crate::cases::{CASES, Case};
use crate::explain::{Explanation, Run};
use crate::guide::GUIDE;
use crate::own::Form;
use crate::recorder::{Exchange, Recorder};

/// The API, as the page's server knows it.
pub(crate) struct Site {
    /// The origin of the API.
    pub(crate) api: String,
    pub(crate) recorder: web::Data<Recorder>,
}

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(index).service(style).service(script).service(own_script).service(setup).service(outcome);
    config.service(guide).service(own);
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

#[get("/own.js")]
async fn own_script() -> impl Responder {
    HttpResponse::Ok().content_type("text/javascript; charset=utf-8").body(include_str!("own.js"))
}

/// Returns the guide that the console's sentences lead to.
#[get("/it_still_fails")]
async fn guide() -> impl Responder {
    HttpResponse::Ok().content_type(ContentType::html()).body(GUIDE.page.as_str())
}

/// Judges a policy and a request of the reader's own.
#[post("/own")]
async fn own(form: web::Json<Form>) -> impl Responder {
    web::Json(form.answer())
}

#[derive(Serialize)]
struct Setup<'s> {
    api: &'s str,
    cases: &'static [Case<'static>],
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
    let advice = case.missing_policy(&page);
    let run = Run { case, page: &page, api: &site.api, log: &log, since: asked.since, advice };
    let preflights = log.iter().filter(|exchange| exchange.preflight_for.is_some()).count();
    Ok(web::Json(Outcome {
        explanation: run.explain(),
        preflights,
        requests: log.len() - preflights,
        exchanges: log.into_iter().filter(|exchange| exchange.number > asked.since).collect(),
        last: site.recorder.last(),
    }))
}
