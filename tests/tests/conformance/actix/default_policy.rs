//! Default policies on actix-web: which of several decides, and its effect on other policies. The headers of each
//! status are in `statuses.rs`, and Rocket's default policies in `rocket`.

use std::sync::LazyLock;

use actix_web::test::init_service;
use actix_web::{App, HttpRequest, HttpResponse, get, options, put, route, web};
use cors_actix::{Cors, Origin, Policy, ReloadablePolicy, cors, policy};
use cors_tests::counters::{ran, watch};
use cors_tests::in_process;
use cors_tests::server::Served;
use cors_tests::table::{cross, preflight};
use cors_tests::wire::Request;

const OUTER: Policy = policy!(origins = ["https://outer.example"], methods = ["PUT", "GET"], max_age = 60);
const INNER: Policy = policy!(origins = ["https://inner.example"], methods = ["PUT", "GET"]);
const INNERMOST: Policy = policy!(origins = ["https://innermost.example"], methods = "*");

/// The status, the headers that a policy may write, and the body.
type Answer = (u16, Vec<String>, String);

fn send(app: App<impl Served>, request: &Request) -> Answer {
    actix_web::rt::System::new().block_on(async {
        let answer = in_process::actix(&init_service(app).await, request).await;
        (answer.status, answer.cors_lines(), String::from_utf8_lossy(&answer.body).into_owned())
    })
}

/// Returns the value of `Access-Control-Allow-Origin`.
fn allowed((_, lines, _): &Answer) -> Option<&str> {
    lines.iter().find_map(|line| line.strip_prefix("access-control-allow-origin: "))
}

#[test]
fn of_nested_defaults_the_innermost_decides() {
    let app = || {
        let innermost = web::resource("/c").wrap(Cors::new(INNERMOST)).route(web::get().to(HttpResponse::Ok));
        let inner = web::scope("/b").service(innermost).route("/x", web::get().to(HttpResponse::Ok));
        let inner = inner.wrap(Cors::new(INNER));
        App::new().service(inner).route("/x", web::get().to(HttpResponse::Ok)).wrap(Cors::new(OUTER))
    };
    let names = ["https://outer.example", "https://inner.example", "https://innermost.example"];
    for (path, name) in [
        ("/x", names[0]),
        ("/nowhere", names[0]),
        ("/b/x", names[1]),
        ("/b/nowhere", names[1]),
        ("/b/c", names[2]),
    ] {
        for other in names {
            let expected = (other == name).then_some(other);
            assert_eq!(allowed(&send(app(), &cross("GET", path, other))), expected, "{path}");
            let answer = send(app(), &preflight("PUT", path, other));
            assert_eq!(
                (answer.0, allowed(&answer)),
                (if expected.is_some() { 204 } else { 403 }, expected),
                "{path}"
            );
        }
    }
}

#[test]
fn an_annotated_route_decides_inside_of_defaults_and_around_them() {
    #[cors(origins = ["https://app.example.com"])]
    #[get("/own", wrap = "Cors::new(INNER)")]
    async fn own() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
    let app = || App::new().service(own).wrap(Cors::new(OUTER));
    for (name, expected) in [
        ("https://app.example.com", Some("https://app.example.com")),
        ("https://inner.example", None),
        ("https://outer.example", None),
    ] {
        assert_eq!(allowed(&send(app(), &cross("GET", "/own", name))), expected);
        assert_eq!(allowed(&send(app(), &preflight("GET", "/own", name))), expected);
    }
}

#[test]
fn a_method_that_a_route_keeps_for_its_own_origin_is_nobody_elses() {
    #[cors(origins = ["https://outer.example"], methods = ["GET"])]
    #[route("/users/me", method = "GET", method = "PUT")]
    async fn me() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
    #[cors(origins = ["https://outer.example"])]
    #[put("/users/{id}")]
    async fn update() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
    #[options("/users/{id}")]
    async fn own() -> HttpResponse {
        HttpResponse::Ok().insert_header(("access-control-allow-origin", "*")).finish()
    }
    let routes = |app: &mut web::ServiceConfig| {
        app.service(me).service(update).service(own);
    };
    let name = "https://outer.example";
    let asked = preflight("PUT", "/users/me", name);
    let answer = send(App::new().configure(routes), &asked);
    assert_eq!((answer.0, allowed(&answer)), (200, Some("*")), "what the application says for itself");
    let answer = send(App::new().configure(routes).wrap(Cors::new(OUTER)), &asked);
    assert_eq!((answer.0, answer.1), (200, Vec::new()), "a default lets nobody say it");
    for (path, method) in [("/users/7", "PUT"), ("/users/me", "GET")] {
        let answer = send(App::new().configure(routes), &preflight(method, path, name));
        assert_eq!((answer.0, allowed(&answer)), (204, Some(name)), "{path}");
    }
}

#[test]
fn a_default_of_all_methods_answers_for_each_that_is_one() {
    let app = || App::new().wrap(Cors::new(INNERMOST));
    let name = "https://innermost.example";
    for method in ["GET", "PUT", "CHICKEN", "patch"] {
        let answer = send(app(), &preflight(method, "/", name));
        assert_eq!((answer.0, allowed(&answer)), (204, Some(name)), "{method}");
        assert!(answer.1.contains(&"access-control-allow-methods: *".to_owned()));
        assert_eq!(allowed(&send(app(), &cross(method, "/", name))), Some(name), "{method}");
    }
    for method in ["", "TRACE", "CONNECT", "GET, PUT", "G T"] {
        let answer = send(app(), &preflight(method, "/", name));
        assert_eq!((answer.0, allowed(&answer)), (404, None), "{method:?}");
    }
}

#[test]
fn a_default_without_methods_answers_for_the_safelisted_ones() {
    let app = || App::new().wrap(Cors::new(policy!(origins = "*")));
    for (method, status, expected) in [
        ("GET", 204, Some("*")),
        ("HEAD", 204, Some("*")),
        ("PUT", 404, None),
        ("GET, HEAD, POST", 404, None),
    ] {
        let answer = send(app(), &preflight(method, "/", "https://a.example"));
        assert_eq!((answer.0, allowed(&answer)), (status, expected), "{method}");
        if !method.contains(' ') {
            assert_eq!(allowed(&send(app(), &Request::new(method, "/"))), expected, "{method}, not CORS");
        }
    }
}

/// A handler for `OPTIONS` runs, but its headers on a preflight response are replaced.
#[test]
fn a_default_replaces_what_a_handler_answers_to_a_preflight() {
    #[options("/options")]
    async fn own() -> HttpResponse {
        ran("options");
        HttpResponse::Ok().insert_header(("access-control-allow-methods", "DELETE")).body("own")
    }
    let app = || App::new().service(own).wrap(Cors::new(OUTER));
    let (answer, names) = watch(|| send(app(), &preflight("PUT", "/options", "https://outer.example")));
    let lines = [
        "access-control-allow-methods: PUT, GET",
        "access-control-allow-origin: https://outer.example",
        "access-control-max-age: 60",
        "vary: Origin, Access-Control-Request-Method",
    ];
    assert_eq!(answer, (204, lines.map(str::to_owned).to_vec(), String::new()));
    assert_eq!(names, ["options"]);
    let (answer, names) = watch(|| send(app(), &preflight("PUT", "/options", "https://a.example")));
    let vary = vec!["vary: Origin, Access-Control-Request-Method".to_owned()];
    assert_eq!((answer, names), ((403, vary, String::new()), vec!["options"]));
    let (answer, names) = watch(|| send(app(), &cross("OPTIONS", "/options", "https://outer.example")));
    assert_eq!((answer, names), ((200, Vec::new(), "own".to_owned()), vec!["options"]));
}

#[test]
fn the_predicate_of_a_default_is_asked_once() {
    fn sync(origin: &Origin<'_>, request: &HttpRequest) -> bool {
        ran("sync");
        origin.host() == "yes.example" && request.path() == "/"
    }
    async fn waiting(origin: &Origin<'_>, request: &HttpRequest) -> bool {
        actix_web::rt::task::yield_now().await;
        sync(origin, request)
    }
    const SYNC: Policy = policy!(origins = predicate(sync), methods = ["PUT"]);
    const WAITING: Policy = policy!(origins = async_predicate(waiting), methods = ["PUT"]);
    for policy in [SYNC, WAITING] {
        let app = || App::new().wrap(Cors::new(policy.clone()));
        for (name, expected) in
            [("https://yes.example", Some("https://yes.example")), ("https://no.example", None)]
        {
            let (answer, names) = watch(|| send(app(), &cross("PUT", "/", name)));
            assert_eq!((allowed(&answer), names), (expected, vec!["sync"]), "{policy}");
            let (answer, names) = watch(|| send(app(), &preflight("PUT", "/", name)));
            assert_eq!((allowed(&answer), names), (expected, vec!["sync"]), "{policy}");
        }
        let (_, names) = watch(|| send(app(), &cross("DELETE", "/", "https://yes.example")));
        assert_eq!(names, Vec::<&str>::new(), "nobody asks for what is not allowed anyway");
    }
}

#[test]
fn a_default_can_be_built_lazy_literal_or_reloadable() {
    static BUILT: LazyLock<Policy> =
        LazyLock::new(|| Policy::builder().origins(["https://outer.example"]).build().unwrap());
    static LIVE: ReloadablePolicy = ReloadablePolicy::new(Policy::SAME_ORIGIN);
    static LITERAL: Policy = OUTER;
    let asked = |cors: Cors| {
        allowed(&send(App::new().wrap(cors), &cross("GET", "/", "https://outer.example"))).map(str::to_owned)
    };
    let name = Some("https://outer.example".to_owned());
    assert_eq!(asked(Cors::new(&BUILT)), name);
    assert_eq!(asked(Cors::new(&LITERAL)), name);
    assert_eq!(asked(Cors::new(|| &LITERAL)), name);
    assert_eq!(asked(Cors::new(BUILT.clone())), name);
    let live = Cors::new(&LIVE);
    assert_eq!(asked(live.clone()), None);
    LIVE.store(OUTER);
    assert_eq!(asked(live), name);
}
