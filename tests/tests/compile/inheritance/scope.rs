//! The attribute on a module with actix-web's `#[scope]`, above and below.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};

#[cors_actix::cors(origins = "https://a.example")]
#[actix_web::scope("/above")]
mod above {
    use actix_web::get;

    #[get("/list")]
    pub(super) async fn list() -> &'static str {
        "above"
    }
}

#[actix_web::scope("/below")]
#[cors_actix::cors(origins = "https://a.example")]
mod below {
    use actix_web::{get, routes};
    use cors_actix::cors;

    #[get("/list")]
    pub(super) async fn list() -> &'static str {
        "below"
    }

    #[cors(credentials = true)]
    #[routes]
    #[post("/first")]
    #[post("/second")]
    pub(super) async fn create() -> &'static str {
        ""
    }

    #[routes]
    #[get("/third")]
    pub(super) async fn third() -> &'static str {
        ""
    }
}

#[test]
fn paths_have_the_prefix_of_their_scope() {
    let inventory = cors_actix::inventory(&[&above::list, &below::list, &below::create, &below::third]);
    let lines: Vec<String> = inventory.rows().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            r#"GET /above/list: origins = ["https://a.example"]"#,
            r#"POST /below/first: origins = ["https://a.example"], credentials = true"#,
            r#"GET /below/list: origins = ["https://a.example"]"#,
            r#"POST /below/second: origins = ["https://a.example"], credentials = true"#,
            r#"GET /below/third: origins = ["https://a.example"]"#,
        ]
    );
}

#[actix_web::test]
async fn preflights_have_it_as_well() {
    let app = init_service(App::new().service(above::list).service(below::list)).await;
    for path in ["/above/list", "/below/list"] {
        let preflight = TestRequest::with_uri(path).method("OPTIONS".parse().unwrap());
        let preflight = preflight.insert_header(("origin", "https://a.example"));
        let preflight = preflight.insert_header(("access-control-request-method", "GET"));
        let response = call_service(&app, preflight.to_request()).await;
        assert_eq!(response.status(), 204, "{path}");
    }
}
