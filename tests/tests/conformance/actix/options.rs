//! Annotated handlers that serve `OPTIONS` themselves, beside preflights.

use actix_web::dev::Service as _;
use actix_web::http::Method;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpResponse, rt::System, web};
use cors_actix::{Cors, cors, policy};
use cors_tests::table::{APP, preflight};

use crate::check::allowed;

use super::outcome;

/// `#[routes]`: a handler of `OPTIONS` gets no preflight, whatever the order.
mod several_with_options {
    use super::*;

    #[cors(origins = ["https://app.example.com"])]
    #[actix_web::routes]
    #[options("/{any}")]
    #[get("/seven")]
    pub(super) async fn handler() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[test]
fn an_options_route_gets_no_preflight() {
    System::new().block_on(async {
        let app = init_service(App::new().service(several_with_options::handler)).await;
        assert_eq!(outcome(&app, &preflight("GET", "/seven", APP)).await, allowed(APP));
        assert_eq!(outcome(&app, &preflight("OPTIONS", "/eight", APP)).await, allowed(APP));
        assert_eq!(outcome(&app, &preflight("PUT", "/seven", APP)).await, (404, None));
    });
}

/// A handler of `OPTIONS` before the others.
mod before {
    use super::*;

    #[cors(origins = "*")]
    #[actix_web::options("/two")]
    pub(super) async fn options() -> &'static str {
        "options"
    }

    #[cors(origins = ["https://app.example.com"])]
    #[actix_web::put("/two")]
    pub(super) async fn update() -> &'static str {
        "update"
    }

    #[cors(same_origin)]
    #[actix_web::delete("/two")]
    pub(super) async fn delete() -> &'static str {
        "delete"
    }
}

#[test]
fn an_options_handler_before_the_others_leaves_their_preflights_to_them() {
    System::new().block_on(async {
        let app = App::new().service(before::options).service(before::update).service(before::delete);
        let app = init_service(app).await;
        assert_eq!(outcome(&app, &preflight("PUT", "/two", APP)).await, allowed(APP));
        assert_eq!(outcome(&app, &preflight("DELETE", "/two", APP)).await, (403, None));
        assert_eq!(outcome(&app, &preflight("PATCH", "/two", APP)).await, (404, None));
    });
}

/// A later resource of actix-web says which methods the path has, those of annotated handlers before it included.
#[test]
fn a_preflight_that_no_policy_answers_gets_all_methods() {
    System::new().block_on(async {
        let bare = web::resource("/two").route(web::get().to(HttpResponse::Ok));
        let app = init_service(App::new().service(before::update).service(bare)).await;
        let request = TestRequest::with_uri("/two").method(Method::OPTIONS).insert_header(("origin", APP));
        let request = request.insert_header(("access-control-request-method", "DELETE"));
        let response = app.call(request.to_request()).await.unwrap();
        let methods = response.headers().get("allow").map(|methods| methods.to_str().unwrap());
        assert_eq!((response.status().as_u16(), methods), (405, Some("PUT, GET")));
    });
}

/// A second handler for `OPTIONS` does not open a method that the first one excludes.
mod left_out {
    use super::*;

    #[cors(origins = ["https://app.example.com"], methods = ["GET"])]
    #[actix_web::route("/one", method = "GET", method = "PUT")]
    pub(super) async fn first() -> &'static str {
        "first"
    }

    #[cors(origins = "*")]
    #[actix_web::route("/one", method = "PUT", method = "OPTIONS")]
    pub(super) async fn second() -> &'static str {
        "second"
    }
}

#[test]
fn a_method_that_is_left_out_is_not_answered_by_an_options_handler() {
    System::new().block_on(async {
        let app = init_service(App::new().service(left_out::first).service(left_out::second)).await;
        assert_eq!(outcome(&app, &preflight("PUT", "/one", APP)).await, (404, None));
        assert_eq!(outcome(&app, &preflight("GET", "/one", APP)).await, allowed(APP));
        let default = Cors::new(policy!(origins = "*", methods = ["PUT"]));
        let both = App::new().service(left_out::first).service(left_out::second).wrap(default);
        assert_eq!(outcome(&init_service(both).await, &preflight("PUT", "/one", APP)).await, (404, None));
    });
}
