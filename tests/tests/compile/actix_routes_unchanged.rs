//! On actix-web, the expansion registers a route in place of the route attribute. Apart from CORS, both routes have to
//! be equal.

use std::sync::atomic::{AtomicU8, Ordering};

use actix_web::dev::{Service, ServiceResponse};
use actix_web::guard::GuardContext;
use actix_web::http::Method;
use actix_web::middleware::DefaultHeaders;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::{self, ServiceConfig};
use actix_web::{App, Error, HttpRequest, HttpResponse, Responder};

fn is_json(context: &GuardContext<'_>) -> bool {
    context.head().headers().get("accept").is_some_and(|accept| accept == "application/json")
}

fn is_late(context: &GuardContext<'_>) -> bool {
    context.head().headers().contains_key("x-late")
}

fn first() -> DefaultHeaders {
    DefaultHeaders::new().add(("x-order", "first")).add(("x-first", "yes"))
}

fn second() -> DefaultHeaders {
    DefaultHeaders::new().add(("x-order", "second"))
}

/// Returns the data about the route that a handler can see.
fn shown(request: &HttpRequest) -> String {
    let url = |name: &str| request.url_for(name, ["7"]).map_or_else(|error| error.to_string(), Into::into);
    let (name, pattern) = (request.match_name(), request.match_pattern());
    let id = request.match_info().get("id");
    format!("{name:?} {pattern:?} {id:?} {} {}", url("user"), url("replace"))
}

/// Records the order in which middleware is created.
fn numbered(name: &'static str, made: &AtomicU8) -> DefaultHeaders {
    DefaultHeaders::new().add((name, made.fetch_add(1, Ordering::Relaxed).to_string()))
}

macro_rules! application {
    ($name:ident, $(#[$cors:meta])?) => {
        #[allow(clippy::too_many_lines, reason = "a table")]
        fn $name(config: &mut ServiceConfig) {
            use actix_web::{get, put, route, routes};

            static MADE: AtomicU8 = AtomicU8::new(0);
            $(#[$cors])?
            #[get("/counted", wrap = "numbered(\"x-inner\", &MADE)", wrap = "numbered(\"x-outer\", &MADE)")]
            async fn counted() -> impl Responder {
                ""
            }
            $(#[$cors])?
            #[get("/users/{id}", name = "user", wrap = "first()", wrap = "second()")]
            async fn show(request: HttpRequest) -> impl Responder {
                shown(&request)
            }
            $(#[$cors])?
            #[put("/users/{id}", guard = "is_json", guard = "is_late")]
            async fn replace(request: HttpRequest) -> impl Responder {
                format!("replaced {}", shown(&request))
            }
            $(#[$cors])?
            #[put("/users/{id:[0-9]+}")]
            async fn replace_all(request: HttpRequest, body: String) -> impl Responder {
                format!("all {body} {}", shown(&request))
            }
            $(#[$cors])?
            #[route("/any", method = "GET", method = "OPTIONS", method = "PURGE")]
            async fn any(request: HttpRequest) -> impl Responder {
                format!("{} {}", request.method(), shown(&request))
            }
            $(#[$cors])?
            #[routes]
            #[get("/one")]
            #[get("two/{id}", name = "two")]
            #[delete("/one", guard = "is_json")]
            async fn several(request: HttpRequest) -> impl Responder {
                format!("{} {}", request.method(), shown(&request))
            }
            $(#[$cors])?
            #[get("/failing")]
            async fn failing(_: web::Query<u8>) -> Result<HttpResponse, Error> {
                Ok(HttpResponse::Ok().finish())
            }
            config.service(counted).service(show).service(replace).service(replace_all).service(any).service(several).service(failing);
            // Its 405 lists the methods of the routes before.
            config.service(web::resource("/users/{id}").route(web::patch().to(HttpResponse::Ok)));
            config.service(web::resource("/one").route(web::patch().to(HttpResponse::Ok)));
        }
    };
}

application!(bare,);
application!(annotated, #[cors_actix::cors(origins = "*")]);

/// Returns the status, the headers except those of CORS, and the body.
async fn answer<S, B>(app: &S, request: TestRequest) -> String
where
    S: Service<actix_http::Request, Response = ServiceResponse<B>, Error = Error>,
    B: actix_web::body::MessageBody,
{
    let response = call_service(app, request.to_request()).await;
    let status = response.status();
    let lines =
        response.headers().iter().map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()));
    let mut lines: Vec<String> = lines.filter(|line| !line.starts_with("access-control-")).collect();
    lines.sort();
    let body = read_body(response).await;
    format!("{status}\n{}\n{}\n", lines.concat(), str::from_utf8(&body).unwrap())
}

/// Texts that the comparison must have met.
const SEEN: &[&str] = &[
    r#"Some("user") Some("/v1/users/{id}") Some("7") http://localhost:8080/v1/users/7"#,
    "x-order: first",
    "x-inner: 0",
    "x-outer: 1",
    "x-first: yes",
    "replaced Some(\"replace\")",
    "all body",
    "allow: GET, PUT, PUT, PATCH",
    "PURGE Some(\"any\")",
    "DELETE Some(\"several\")",
    "Some(\"two\") Some(\"/v1/two/{id}\")",
    "400 Bad Request",
    "404 Not Found",
];

#[actix_web::test]
async fn an_annotated_route_is_the_bare_one() {
    let bare = init_service(App::new().service(web::scope("/v1").configure(bare))).await;
    let annotated = init_service(App::new().service(web::scope("/v1").configure(annotated))).await;
    let mut seen = String::new();
    let methods = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "POST", "OPTIONS", "PURGE", "get"];
    let headers =
        [&[][..], &[("accept", "application/json")], &[("accept", "application/json"), ("x-late", "1")]];
    for path in [
        "/v1/users/7",
        "/v1/users/x",
        "/v1/counted",
        "/v1/any",
        "/v1/one",
        "/v1/two/3",
        "/v1/failing",
        "/v1/none",
        "/users/7",
    ] {
        for method in methods {
            for headers in headers {
                let request = || {
                    let method = Method::from_bytes(method.as_bytes()).unwrap();
                    let request = TestRequest::with_uri(path).method(method).set_payload("body");
                    headers.iter().fold(request, |request, header| request.insert_header(*header))
                };
                let expected = answer(&bare, request()).await;
                assert_eq!(answer(&annotated, request()).await, expected, "{method} {path} {headers:?}");
                seen.push_str(&expected);
            }
        }
    }
    for part in SEEN {
        assert!(seen.contains(part), "{part}: {seen}");
    }
}
