//! The application on actix-web.

use std::sync::LazyLock;

use actix_http::Request;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{HttpServiceFactory, Service, ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpRequest, HttpResponse, delete, get, guard, post, put, web};
use cors_actix::{Cors, Origin, Policy, SkipPreflight, cors, policy};
use cors_tests::in_process::block_on;

use crate::{Application, hostile, rows};

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

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
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

/// Fails with an error that repeats text of the request.
fn fails(_: &Origin<'_>, request: &HttpRequest) -> Result<bool, String> {
    let said = request.headers().get("x-said").map(|said| String::from_utf8_lossy(said.as_bytes()));
    Err(hostile::error(said.as_deref()))
}

#[cors(origins = predicate(fails))]
#[get("/fails")]
async fn failing() -> HttpResponse {
    HttpResponse::Ok().finish()
}

async fn fails_late(origin: &Origin<'_>, request: &HttpRequest) -> Result<bool, String> {
    fails(origin, request)
}

#[cors(origins = async_predicate(fails_late))]
#[get("/fails-late")]
async fn failing_late() -> HttpResponse {
    HttpResponse::Ok().finish()
}

static ANY: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins(["*"]).build().unwrap());

#[cors(policy = ANY, enforce = "all_methods")]
#[get("/in-vain")]
async fn in_vain() -> HttpResponse {
    HttpResponse::Ok().finish()
}

/// Builds an application that does not start.
pub(crate) fn enforced_in_vain() {
    drop(block_on(init_service(App::new().service(in_vain))));
}

/// Sets headers on every response. On responses without a route, the default policy replaces them.
pub(crate) fn with_headers_everywhere() -> impl Application {
    let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
    let headers = from_fn(async |request, next: Next<BoxBody>| {
        let mut response: ServiceResponse<BoxBody> = next.call(request).await?;
        for name in hostile::NAMES {
            response.headers_mut().append(HeaderName::from_static(name), HeaderValue::from_static("x"));
        }
        Ok::<_, Error>(response)
    });
    let app = App::new().service(services()).service((failing, failing_late));
    InProcess(block_on(init_service(app.wrap(headers).wrap(Cors::new(default)))))
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
    let versioned = web::scope("/versioned").guard(guard::Header("x-version", "2")).service(users);
    let refuses = from_fn(async |request: ServiceRequest, _: Next<BoxBody>| {
        Ok(request.into_response(HttpResponse::Unauthorized().finish()))
    });
    let closed = web::scope("/closed").service(users).wrap(refuses);
    InProcess(block_on(init_service(App::new().service(services()).service(versioned).service(closed))))
}

pub(crate) fn with_default() -> impl Application {
    let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
    let app = App::new().service(services()).route("/rest", web::put().to(HttpResponse::Ok));
    InProcess(block_on(init_service(app.wrap(Cors::new(default)))))
}

pub(crate) fn behind_authentication() -> impl Application {
    // Accepts everything, because only the fate of preflights matters.
    let authentication = from_fn(async |request, next: Next<BoxBody>| next.call(request).await);
    let app = App::new().service(services()).route("/rest", web::put().to(HttpResponse::Ok));
    InProcess(block_on(init_service(app.wrap(SkipPreflight::new(authentication)))))
}

/// Returns an application whose routes no other application here has.
pub(crate) fn once() -> impl Application {
    InProcess(block_on(init_service(App::new().service(registered))))
}

/// A handler at the path of its scope, so that its own path is empty.
pub(crate) fn empty_path() -> impl Application {
    InProcess(block_on(init_service(App::new().service(web::scope("/scope").service(at_the_scope)))))
}

struct InProcess<S>(S);

impl<S, B> Application for InProcess<S>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) {
        let mut request = TestRequest::with_uri(path).method(method.parse().unwrap());
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            request = request.append_header((name, HeaderValue::from_bytes(value.as_bytes()).unwrap()));
        }
        // An error is a response, too.
        let _ = block_on(self.0.call(request.to_request()));
    }

    /// The parser of actix-web refuses everything but ASCII.
    fn in_url(&self, text: &str) -> String {
        text.chars().filter(char::is_ascii).collect()
    }
}
