//! Requests that actix-web cannot see, or orders by registration: each documented pitfall, with its remedy.

use actix_web::dev::Service as _;
use actix_web::middleware::NormalizePath;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, Scope, guard, options, put, rt::System, web};
use cors_actix::{Cors, cors, policy};
use cors_tests::in_process;
use cors_tests::table::{ADMIN, APP, preflight};

use crate::check::allowed;

use super::outcome;

#[cors(origins = ["https://app.example.com"])]
#[put("/thing")]
async fn thing() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[options("/thing")]
async fn thing_options() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn unguarded() -> actix_web::Resource {
    web::resource("/thing").to(|| async { HttpResponse::Ok().finish() })
}

#[test]
fn an_unguarded_resource_has_to_come_after() {
    System::new().block_on(async {
        let before = init_service(App::new().service(unguarded()).service(thing)).await;
        assert_eq!(outcome(&before, &preflight("PUT", "/thing", APP)).await, (200, None), "the pitfall");
        let after = init_service(App::new().service(thing).service(unguarded())).await;
        assert_eq!(outcome(&after, &preflight("PUT", "/thing", APP)).await, allowed(APP), "the remedy");
    });
}

#[test]
fn an_options_handler_has_to_come_after() {
    System::new().block_on(async {
        let before = init_service(App::new().service(thing_options).service(thing)).await;
        assert_eq!(outcome(&before, &preflight("PUT", "/thing", APP)).await, (200, None), "the pitfall");
        let after = init_service(App::new().service(thing).service(thing_options)).await;
        assert_eq!(outcome(&after, &preflight("PUT", "/thing", APP)).await, allowed(APP), "the remedy");
        assert_eq!(
            outcome(&after, &preflight("GET", "/thing", APP)).await,
            (200, None),
            "nobody's preflight"
        );
    });
}

/// Unannotated handlers that are registered first keep their actual requests, and lose their preflights.
mod beside {
    use super::*;

    #[put("/users/me")]
    pub(super) async fn bare() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(same_origin)]
    #[put("/users/me")]
    pub(super) async fn stated() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[test]
fn a_default_policy_answers_for_bare_handlers_before_it_unless_they_are_same_origin() {
    let cors = || Cors::new(policy!(origins = ["https://app.example.com"], methods = ["PUT"]));
    let scope = || web::scope("/users").wrap(cors());
    let resource = || web::resource("/users/me").wrap(cors());
    System::new().block_on(async {
        let in_scope = init_service(App::new().service(beside::bare).service(scope())).await;
        assert_eq!(
            outcome(&in_scope, &preflight("PUT", "/users/me", APP)).await,
            allowed(APP),
            "the pitfall"
        );
        let in_resource = init_service(App::new().service(beside::bare).service(resource())).await;
        assert_eq!(
            outcome(&in_resource, &preflight("PUT", "/users/me", APP)).await,
            allowed(APP),
            "the pitfall"
        );
        let app = App::new().service(beside::stated).service(resource()).service(scope());
        let stated = init_service(app).await;
        assert_eq!(outcome(&stated, &preflight("PUT", "/users/me", APP)).await, (403, None), "the remedy");
        assert_eq!(outcome(&stated, &preflight("PUT", "/users/7", APP)).await, allowed(APP));
    });
}

/// Two handlers that differ only in their guard.
mod guarded {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[put("/guarded", guard = "json")]
    pub(super) async fn first() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(origins = ["https://admin.example.com"])]
    #[put("/guarded")]
    pub(super) async fn second() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    fn json(context: &guard::GuardContext<'_>) -> bool {
        context.head().headers().get("content-type").is_some_and(|value| value == "application/json")
    }
}

#[test]
fn guards_are_not_evaluated_for_preflights_but_those_of_scopes_are() {
    System::new().block_on(async {
        let app = init_service(App::new().service(guarded::first).service(guarded::second)).await;
        assert_eq!(outcome(&app, &preflight("PUT", "/guarded", APP)).await, allowed(APP));
        assert_eq!(
            outcome(&app, &preflight("PUT", "/guarded", ADMIN)).await,
            (403, None),
            "the pitfall: the first decides"
        );

        let scope = |host: &'static str| -> Scope { web::scope("").guard(guard::Header("x-tenant", host)) };
        let app = App::new()
            .service(scope("a").service(guarded::first))
            .service(scope("b").service(guarded::second));
        let app = init_service(app).await;
        let status = async |tenant, origin| {
            let request = preflight("PUT", "/guarded", origin).header("x-tenant", tenant);
            in_process::actix(&app, &request).await.status
        };
        assert_eq!(status("a", APP).await, 204, "the remedy: a guard of the scope");
        assert_eq!(status("a", ADMIN).await, 403);
        assert_eq!(status("b", ADMIN).await, 204);
        assert_eq!(status("b", APP).await, 403);
    });
}

#[test]
fn a_preflight_takes_the_way_of_its_request_through_outer_layers() {
    System::new().block_on(async {
        let app = App::new().wrap(NormalizePath::trim()).service(web::scope("/api").service(thing));
        let app = init_service(app).await;
        assert_eq!(outcome(&app, &preflight("PUT", "/api//thing/", APP)).await, allowed(APP));
        let app =
            App::new().service(thing).default_service(web::to(|| async { HttpResponse::Gone().finish() }));
        let app = init_service(app).await;
        assert_eq!(outcome(&app, &preflight("PUT", "/thing", APP)).await, allowed(APP));
        assert_eq!(outcome(&app, &preflight("GET", "/thing", APP)).await, (410, None), "nobody's preflight");
    });
}

/// Paths with a missing slash, which actix-web adds.
mod slashes {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[put("bare/item")]
    pub(super) async fn none() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[cors(origins = ["https://app.example.com"])]
    #[put("")]
    pub(super) async fn empty() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[test]
fn a_path_without_a_slash_is_that_of_its_handler() {
    System::new().block_on(async {
        let scoped = web::scope("/api").service(slashes::none).service(slashes::empty);
        let app = init_service(App::new().service(slashes::none).service(scoped)).await;
        for path in ["/bare/item", "/api/bare/item", "/api"] {
            let actual =
                app.call(TestRequest::put().uri(path).insert_header(("origin", APP)).to_request()).await;
            assert_eq!(actual.unwrap().status(), 200, "{path}");
            assert_eq!(outcome(&app, &preflight("PUT", path, APP)).await, allowed(APP), "{path}");
        }
        assert_eq!(outcome(&app, &preflight("PUT", "/apibare/item", APP)).await, (404, None));
    });
}

/// actix-web adds no slash to an empty path, so no request has that path.
#[test]
fn an_empty_path_at_the_root_is_nobodys() {
    System::new().block_on(async {
        let app = init_service(App::new().service(slashes::empty)).await;
        let actual = app.call(TestRequest::put().uri("/").insert_header(("origin", APP)).to_request()).await;
        assert_eq!(actual.unwrap().status(), 404);
        assert_eq!(outcome(&app, &preflight("PUT", "/", APP)).await, (404, None));
    });
}

/// `#[routes]`: every path has every method.
mod several {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[actix_web::routes]
    #[get("/one")]
    #[put("/two")]
    #[delete("/two")]
    pub(super) async fn handler() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[test]
fn routes_keep_their_methods_to_their_paths() {
    System::new().block_on(async {
        let app = init_service(App::new().service(several::handler)).await;
        for (method, path, served) in [
            ("GET", "/one", true),
            ("PUT", "/one", false),
            ("PUT", "/two", true),
            ("DELETE", "/two", true),
            ("GET", "/two", false),
        ] {
            let wanted = if served { allowed(APP) } else { (404, None) };
            assert_eq!(outcome(&app, &preflight(method, path, APP)).await, wanted, "{method} {path}");
        }
    });
}

/// `#[cors]` cannot be applied twice, but a user's middleware outside may write the headers, too.
#[test]
fn an_outer_layer_has_the_last_word() {
    System::new().block_on(async {
        let outer = actix_web::middleware::DefaultHeaders::new().add(("access-control-allow-origin", "*"));
        let app = init_service(App::new().wrap(outer).service(thing)).await;
        let request = TestRequest::put().uri("/thing").insert_header(("origin", APP)).to_request();
        let response = app.call(request).await.unwrap();
        let lines: Vec<_> = response.headers().get_all("access-control-allow-origin").collect();
        assert_eq!(lines, [APP]);
    });
}
