//! Statements of the README and the migration guides about actix-cors, rocket_cors and tower-http.

use std::panic::catch_unwind;

use actix_web::rt::System;
use actix_web::test::init_service;
use actix_web::{App, HttpResponse, web};
use cors_tests::table::{APP, EVIL, cross, preflight};
use cors_tests::wire::{Request, Response};
use cors_tests::{in_process, server};
use rocket::local::blocking::Client;
use rocket::response::{self, Responder};
use rocket::{get, routes};
use rocket_cors::{AllowedHeaders, AllowedOrigins, CorsOptions};

const CREDENTIALS: &str = "access-control-allow-credentials: true";
/// The origin in a header of the handler itself.
const OWN: &str = "https://own.example";

fn with_header(request: Request, name: &str) -> Request {
    request.header("Access-Control-Request-Headers", name)
}

fn has(response: &Response, line: &str) -> bool {
    response.cors_lines().iter().any(|it| it == line)
}

/// Returns the status, and whether the response allows an origin.
fn told(response: &Response, origin: &str) -> (u16, bool) {
    (response.status, has(response, &format!("access-control-allow-origin: {origin}")))
}

mod actix {
    use super::*;

    fn app(cors: impl Fn() -> actix_cors::Cors + 'static) -> impl Fn(&Request) -> Response {
        let system = System::new();
        let stray = || async {
            let mut response = HttpResponse::Ok();
            response.append_header(("vary", "accept")).append_header(("vary", "cookie"));
            response.append_header(("access-control-allow-origin", OWN));
            response.append_header(("access-control-allow-methods", "TRACE")).finish()
        };
        let routes = App::new().route("/plain", web::get().to(HttpResponse::Ok));
        let app = system.block_on(init_service(routes.route("/stray", web::get().to(stray)).wrap(cors())));
        move |request| system.block_on(in_process::actix(&app, request))
    }

    fn listed() -> actix_cors::Cors {
        let cors = actix_cors::Cors::default().allowed_origin(APP).allowed_methods(["GET", "PUT"]);
        cors.allowed_header("content-type").supports_credentials()
    }

    #[test]
    fn preflights() {
        let answer = app(listed);
        assert_eq!(told(&answer(&preflight("GET", "/plain", APP)), APP), (200, true));
        let refused = answer(&preflight("GET", "/plain", EVIL));
        assert_eq!((refused.status, refused.body.is_empty()), (400, false));
        assert_eq!(answer(&with_header(preflight("GET", "/plain", APP), "x-other")).status, 400);
        assert_eq!(told(&answer(&preflight("PUT", "/nowhere", APP)), APP), (200, true));
    }

    #[test]
    fn responses() {
        let answer = app(listed);
        let stray = answer(&cross("GET", "/stray", APP));
        assert_eq!(told(&stray, APP), (200, true), "the handler's own origin is replaced");
        assert!(has(&stray, "access-control-allow-methods: TRACE"), "its other headers stay");
        assert_eq!(told(&answer(&cross("GET", "/stray", EVIL)), OWN), (200, true));
        let vary: Vec<_> = stray.values("vary").collect();
        assert!(vary.len() == 1 && !vary[0].ends_with(b"cookie"), "a second line is lost: {stray:?}");
        let refused = answer(&cross("GET", "/plain", EVIL));
        assert!(!refused.cors_lines().iter().any(|line| line.starts_with("access-control-allow-origin")));
        assert!(has(&refused, CREDENTIALS));
        for malformed in ["not an origin", "https://", "null", "https://app.example.com/"] {
            let response = answer(&cross("GET", "/plain", malformed));
            assert_eq!(told(&response, malformed), (200, false), "{malformed}");
        }
    }

    #[test]
    fn any_origin_with_credentials() {
        let any = || actix_cors::Cors::default().allow_any_origin().supports_credentials();
        for cors in [any, actix_cors::Cors::permissive] {
            let response = app(cors)(&cross("GET", "/plain", EVIL));
            assert_eq!((told(&response, EVIL), has(&response, CREDENTIALS)), ((200, true), true));
        }
        let slash = || actix_cors::Cors::default().allowed_origin("https://app.example.com/");
        assert_eq!(told(&app(slash)(&cross("GET", "/plain", APP)), APP), (200, false), "it never matches");
    }
}

mod rocket_web {
    use super::*;

    #[get("/plain")]
    fn plain() {}

    #[get("/stray")]
    fn stray() -> Stray {
        Stray
    }

    struct Stray;

    impl<'r> Responder<'r, 'static> for Stray {
        fn respond_to(self, _: &'r rocket::Request<'_>) -> response::Result<'static> {
            let mut response = rocket::Response::new();
            response.set_raw_header("Access-Control-Allow-Methods", "TRACE");
            Ok(response)
        }
    }

    fn app(options: CorsOptions) -> impl Fn(&Request) -> Response {
        let rocket = rocket::custom(server::config()).attach(options.to_cors().unwrap());
        let client = Client::untracked(rocket.mount("/", routes![plain, stray])).unwrap();
        move |request| in_process::rocket(&client, request)
    }

    fn listed() -> CorsOptions {
        CorsOptions {
            allowed_origins: AllowedOrigins::some_exact(&[APP]),
            allowed_headers: AllowedHeaders::some(&["content-type"]),
            allow_credentials: true,
            ..CorsOptions::default()
        }
    }

    #[test]
    fn preflights() {
        let answer = app(listed());
        assert_eq!(told(&answer(&preflight("GET", "/plain", APP)), APP), (204, true));
        assert_eq!(answer(&preflight("GET", "/plain", EVIL)).status, 403);
        assert_eq!(answer(&with_header(preflight("GET", "/plain", APP), "x-other")).status, 403);
        assert_eq!(told(&answer(&preflight("PUT", "/nowhere", APP)), APP), (204, true));
    }

    #[test]
    fn responses() {
        let answer = app(listed());
        let allowed = answer(&cross("GET", "/stray", APP));
        assert_eq!(told(&allowed, APP), (200, true));
        let own = "access-control-allow-methods: TRACE";
        assert!(!has(&allowed, own), "a handler's own headers are replaced");
        assert!(has(&answer(&Request::new("GET", "/stray")), own), "but for requests without `Origin`");
        assert_eq!(allowed.values("vary").count(), 0, "never for a list");
        assert_eq!(answer(&cross("GET", "/plain", EVIL)).status, 403);
        assert_eq!(answer(&cross("GET", "/plain", "not an origin")).status, 500);
    }

    #[test]
    fn any_origin_with_credentials() {
        let any = CorsOptions { allowed_origins: AllowedOrigins::all(), ..listed() };
        let response = app(any)(&cross("GET", "/plain", EVIL));
        assert_eq!((told(&response, EVIL), has(&response, CREDENTIALS)), ((200, true), true));
        assert_eq!(response.values("vary").collect::<Vec<_>>(), [b"Origin"], "where any is sent back");
    }
}

mod tower_web {
    use std::convert::Infallible;
    use std::future::{Ready, poll_fn, ready};
    use std::task::{Context, Poll};

    use http::{HeaderValue, Method};
    use tower_http::cors::{AllowOrigin, Any, Cors};
    use tower_service::Service;

    use super::*;

    struct Handler;

    impl Service<http::Request<Vec<u8>>> for Handler {
        type Response = http::Response<&'static str>;
        type Error = Infallible;
        type Future = Ready<Result<Self::Response, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: http::Request<Vec<u8>>) -> Self::Future {
            let mut response = http::Response::new("");
            response.headers_mut().insert("vary", HeaderValue::from_static("origin"));
            response.headers_mut().insert("access-control-allow-origin", HeaderValue::from_static(OWN));
            ready(Ok(response))
        }
    }

    fn answer(mut cors: Cors<Handler>, request: &Request) -> Response {
        let response = System::new().block_on(async move {
            poll_fn(|context| cors.poll_ready(context)).await?;
            cors.call(request.to_http()).await
        });
        let response = response.unwrap();
        Response::new(response.status().as_u16(), response.headers())
    }

    fn listed() -> Cors<Handler> {
        let cors = Cors::new(Handler).allow_methods([Method::GET]).allow_credentials(true);
        cors.allow_origin(AllowOrigin::list([HeaderValue::from_static(APP)]))
    }

    #[test]
    fn responses() {
        assert_eq!(told(&answer(listed(), &preflight("PUT", "/nowhere", APP)), APP), (200, true));
        let refused = answer(listed(), &cross("GET", "/", EVIL));
        assert_eq!((told(&refused, EVIL), has(&refused, CREDENTIALS)), ((200, false), true));
        assert_eq!(refused.values("vary").collect::<Vec<_>>(), [b"origin", b"origin"], "one more line");
        assert_eq!(told(&refused, OWN), (200, true), "the origin of the service stays");
        assert_eq!(told(&answer(listed(), &cross("GET", "/", APP)), OWN), (200, false), "and is replaced");
        assert_eq!(
            told(&answer(listed(), &cross("GET", "/", "not an origin")), "not an origin"),
            (200, false)
        );
    }

    #[test]
    fn any_origin_with_credentials() {
        let mirrored = listed().allow_origin(AllowOrigin::mirror_request());
        let response = answer(mirrored, &cross("GET", "/", EVIL));
        assert_eq!((told(&response, EVIL), has(&response, CREDENTIALS)), ((200, true), true));
        let star = || drop(answer(listed().allow_origin(Any), &cross("GET", "/", EVIL)));
        assert!(catch_unwind(star).is_err(), "`*` with credentials panics");
        let listed_star = || drop(AllowOrigin::list([HeaderValue::from_static("*")]));
        assert!(catch_unwind(listed_star).is_err(), "`*` in a list panics");
    }

    #[test]
    fn one_origin_is_named_to_every_other_one() {
        let one = listed().allow_origin(HeaderValue::from_static(APP));
        let response = answer(one, &cross("GET", "/", EVIL));
        assert_eq!(told(&response, APP), (200, true));
        assert_eq!(response.values("vary").count(), 1, "that of the service");
    }
}
