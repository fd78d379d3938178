//! The application on actix-web.

use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use actix_http::Request;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{HttpServiceFactory, Service, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpRequest, HttpResponse, delete, get, post, put, web};
use cors_actix::{Cors, Origin, Policy, SkipPreflight, cors, policy};

use crate::rows::Row;
use crate::{Application, rows};

static GET_ONLY: LazyLock<Policy> = LazyLock::new(rows::get_only);

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-a"])]
#[put("/users")]
async fn users() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = GET_ONLY)]
#[get("/left-out")]
async fn left_in() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = GET_ONLY)]
#[delete("/left-out")]
async fn left_out() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(same_origin)]
#[get("/own")]
async fn own() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[post("/enforced")]
async fn enforced() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn panics(_: &Origin<'_>, _: &HttpRequest) -> bool {
    std::panic::resume_unwind(Box::new("quietly"))
}

#[cors(origins = predicate(panics))]
#[get("/panics")]
async fn panicking() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/own-headers")]
async fn own_headers() -> HttpResponse {
    HttpResponse::Ok().insert_header(("access-control-allow-origin", "*")).finish()
}

#[cors(origins = "*")]
#[get("/once")]
async fn registered() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("")]
async fn at_the_scope() -> HttpResponse {
    HttpResponse::Ok().insert_header(("access-control-allow-origin", "*")).finish()
}

fn services() -> impl HttpServiceFactory {
    (users, left_in, left_out, own, enforced, panicking, own_headers)
}

pub(crate) fn annotated() -> impl Application {
    InProcess(block_on(init_service(App::new().service(services()))))
}

pub(crate) fn with_default() -> impl Application {
    let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
    let app = App::new().service(services()).route("/rest", web::put().to(HttpResponse::Ok));
    InProcess(block_on(init_service(app.wrap(Cors::new(default)))))
}

pub(crate) fn behind_authentication() -> impl Application {
    // What lets all pass: only what becomes of preflights matters.
    let authentication = from_fn(async |request, next: Next<BoxBody>| next.call(request).await);
    let app = App::new().service(services()).route("/rest", web::put().to(HttpResponse::Ok));
    InProcess(block_on(init_service(app.wrap(SkipPreflight::new(authentication)))))
}

/// An application whose routes no other one here has.
pub(crate) fn once() -> impl Application {
    InProcess(block_on(init_service(App::new().service(registered))))
}

/// A handler at the path of its scope, so that its own is empty.
pub(crate) fn empty_path() -> impl Application {
    InProcess(block_on(init_service(App::new().service(web::scope("/scope").service(at_the_scope)))))
}

struct InProcess<S>(S);

impl<S, B> Application for InProcess<S>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    fn send(&self, row: &Row) {
        let mut request = TestRequest::with_uri(row.path).method(row.method.parse().unwrap());
        for (name, value) in [("host", "api.example.com")].iter().chain(row.headers) {
            let name: HeaderName = name.parse().unwrap();
            request = request.append_header((name, HeaderValue::from_bytes(value.as_bytes()).unwrap()));
        }
        // An error is a response, too.
        let _ = block_on(self.0.call(request.to_request()));
    }
}

/// Nothing here waits for anything.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}
