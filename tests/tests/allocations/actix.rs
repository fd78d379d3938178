//! Allocations on actix-web: none beyond those of a bare route.

use std::hint::black_box;
use std::sync::LazyLock;

use actix_web::dev::{Service, ServiceResponse};
use actix_web::guard::fn_guard;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpRequest, HttpResponse, Resource, get, http::Method, put, web};
use cors_actix::{Cors, Origin, ReloadablePolicy, cors};
use cors_core::Policy;
use cors_tests::in_process::block_on;

use super::{APP, EVIL, LIST, allocations};

/// Returns a bare route. The framework's own method guards store their method in a vector, which allocates; ours does
/// not.
fn bare(path: &str) -> Resource {
    guarded(path).to(|| async { HttpResponse::Ok().finish() })
}

fn costly() -> Resource {
    let header = || ("x-owned", String::from("owned"));
    guarded("/costly").to(move || async move { HttpResponse::Ok().insert_header(header()).finish() })
}

fn guarded(path: &str) -> Resource {
    web::resource(path).guard(fn_guard(|context| context.head().method == Method::GET))
}

#[cors(
    origins = ["https://app.example.com", "https://*.preview.example.com"],
    expose_headers = ["etag"],
    credentials = true,
)]
#[get("/list")]
async fn list() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = "*", expose_headers = ["etag"])]
#[get("/any")]
async fn any() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"], max_age = "10m")]
#[put("/put")]
async fn write() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = LIST)]
#[get("/named")]
async fn named() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = LIST)]
#[put("/named-put")]
async fn named_write() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = LIST, enforce = "all_methods")]
#[get("/enforced")]
async fn enforced() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = LIST)]
#[get("/segment/{id}")]
async fn with_segment() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://00.example.com", "https://01.example.com", "https://02.example.com", "https://03.example.com", "https://04.example.com", "https://05.example.com", "https://06.example.com", "https://07.example.com", "https://08.example.com", "https://09.example.com", "https://10.example.com", "https://11.example.com", "https://12.example.com", "https://13.example.com", "https://14.example.com", "https://15.example.com", "https://16.example.com", "https://17.example.com", "https://18.example.com", "https://19.example.com"])]
#[get("/many")]
async fn many() -> HttpResponse {
    HttpResponse::Ok().finish()
}

static BUILT: LazyLock<Policy> = LazyLock::new(|| {
    let policy = Policy::builder().origins([APP]).expose_headers(["etag"]).max_age("10m");
    policy.build().unwrap()
});

#[cors(policy = BUILT)]
#[get("/built")]
async fn made_at_run_time() -> HttpResponse {
    HttpResponse::Ok().finish()
}

/// Returns the plainest route that responds like a preflight response.
fn bare_options() -> Resource {
    web::resource("/bare-options").to(|| async { HttpResponse::NoContent().finish() })
}

#[test]
fn the_attribute_on_actix_allocates_nothing() {
    let app = App::new()
        .service(bare("/bare"))
        .service(costly())
        .service(list)
        .service(any)
        .service(write)
        .service(named)
        .service(named_write)
        .service(enforced)
        .service(bare_options());
    let app = block_on(init_service(app));
    let framework = count(&app, Method::GET, "/bare", &[]);
    assert!(framework > 0, "the framework boxes futures");
    assert!(count(&app, Method::GET, "/costly", &[]) > framework, "one header more of one's own is counted");
    for path in ["/list", "/any", "/named"] {
        assert_eq!(count(&app, Method::GET, path, &[]), framework, "{path}, not CORS");
        for origin in [APP, "https://a.preview.example.com", "https://evil.example", "null", "["] {
            let with_origin = count(&app, Method::GET, "/bare", &[("origin", origin)]);
            assert_eq!(
                count(&app, Method::GET, path, &[("origin", origin)]),
                with_origin,
                "{path}, {origin}"
            );
        }
    }
    for (path, origin) in [("/put", APP), ("/put", EVIL), ("/named-put", APP), ("/named-put", EVIL)] {
        let headers = [("origin", origin), ("access-control-request-method", "PUT")];
        let plain = count(&app, Method::OPTIONS, "/bare-options", &headers);
        let preflight = count(&app, Method::OPTIONS, path, &headers);
        assert!(preflight <= plain, "preflight of {origin}, {path}: {preflight}, and {plain} without us");
    }
}

/// Routing matches a path only once. A match of a dynamic segment allocates.
#[test]
fn a_dynamic_segment_allocates_as_without_us() {
    let bare = block_on(init_service(App::new().service(bare("/bare/{id}"))));
    let ours = block_on(init_service(App::new().service(with_segment)));
    for headers in [&[][..], &[("origin", APP)], &[("origin", EVIL)]] {
        let framework = count(&bare, Method::GET, "/bare/7", headers);
        assert_eq!(count(&ours, Method::GET, "/segment/7", headers), framework, "{headers:?}");
    }
}

fn returned() -> &'static Policy {
    &BUILT
}

#[cors(policy = returned)]
#[get("/returned")]
async fn of_a_function() -> HttpResponse {
    HttpResponse::Ok().finish()
}

static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);

#[cors(policy = LIVE)]
#[get("/reloadable")]
async fn reloadable() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[test]
fn a_policy_that_is_known_at_run_time_allocates_nothing_either() {
    let app = App::new()
        .service(bare("/bare"))
        .service(made_at_run_time)
        .service(of_a_function)
        .service(reloadable);
    let app = block_on(init_service(app));
    for headers in [&[][..], &[("origin", APP)], &[("origin", EVIL)]] {
        let framework = count(&app, Method::GET, "/bare", headers);
        for path in ["/built", "/returned", "/reloadable"] {
            assert_eq!(count(&app, Method::GET, path, headers), framework, "{path}, {headers:?}");
        }
    }
}

/// Any number of origins, in turn.
#[test]
fn a_long_literal_list_allocates_nothing_either() {
    let app = block_on(init_service(App::new().service(bare("/bare")).service(many)));
    for _ in 0..2 {
        for number in 0..20 {
            let origin = format!("https://{number:02}.example.com");
            let headers = [("origin", &*origin)];
            let framework = count(&app, Method::GET, "/bare", &headers);
            assert_eq!(count(&app, Method::GET, "/many", &headers), framework, "{origin}");
        }
    }
}

#[test]
fn a_request_that_is_let_pass_allocates_nothing() {
    let app = block_on(init_service(App::new().service(bare("/bare")).service(enforced)));
    let host = ("host", "api.example");
    for headers in [
        &[host][..],
        &[host, ("origin", APP)],
        &[host, ("origin", APP), ("sec-fetch-site", "cross-site")],
        &[host, ("origin", "https://api.example")],
        &[host, ("origin", "null"), ("sec-fetch-site", "same-origin")],
    ] {
        let framework = count(&app, Method::GET, "/bare", headers);
        assert_eq!(count(&app, Method::GET, "/enforced", headers), framework, "{headers:?}");
    }
}

fn is_app(origin: &Origin<'_>, _: &HttpRequest) -> bool {
    origin.as_str() == APP
}

async fn is_app_later(origin: &Origin<'_>, _: &HttpRequest) -> bool {
    origin.as_str() == APP
}

#[cors(origins = predicate(is_app))]
#[get("/judged")]
async fn judged() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(origins = async_predicate(is_app_later))]
#[get("/judged-later")]
async fn judged_later() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[test]
fn an_async_predicate_and_a_default_policy_allocate() {
    let app = App::new().service(bare("/bare")).service(judged).service(judged_later);
    let app = block_on(init_service(app));
    let default = block_on(init_service(App::new().service(bare("/bare")).wrap(Cors::new(&LIST))));
    for origin in [APP, EVIL] {
        let headers = [("origin", origin)];
        let framework = count(&app, Method::GET, "/bare", &headers);
        assert_eq!(count(&app, Method::GET, "/judged", &headers), framework, "{origin}");
        assert!(count(&app, Method::GET, "/judged-later", &headers) > framework, "{origin}");
        let claimed = count(&default, Method::GET, "/bare", &headers);
        assert_eq!(claimed, framework + 2, "{origin}: the claim, and the map of extensions that it is in");
    }
}

/// Counts the allocations of one request, after the framework's pools are filled.
fn count<S, B>(app: &S, method: Method, path: &str, headers: &[(&str, &str)]) -> u64
where
    S: Service<actix_http::Request, Response = ServiceResponse<B>, Error = Error>,
{
    let call = || {
        let mut request = TestRequest::with_uri(path).method(method.clone());
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            // The first clone of an unshared value allocates a reference count. A server's values are slices of its
            // read buffer, which is shared already.
            let value = HeaderValue::from_str(value).unwrap();
            drop(black_box(value.clone()));
            request = request.insert_header((name, value));
        }
        let request = request.to_request();
        let mut response = None;
        let count = allocations(|| response = Some(block_on(app.call(request)).unwrap()));
        drop(response);
        count
    };
    for _ in 0..3 {
        call();
    }
    call()
}
