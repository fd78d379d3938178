//! `Cross-Origin-Resource-Policy` and related headers are outside of CORS: no policy sets them, and none removes them.

use axum::Router;
use axum::middleware::map_response;
use axum::response::{AppendHeaders, Response};
use axum::routing::get;
use cors_axum::{Cors, RouterExt as _, cors};
use cors_tests::neighbour::{ISOLATION, PAGE, Route, isolation_is_not_added, isolation_stays};
use cors_tests::table::{APP, cross, preflight};

use crate::axum::app;

type Lines = AppendHeaders<[(&'static str, &'static str); 3]>;

#[cors(policy = PAGE)]
async fn image() -> Lines {
    AppendHeaders(ISOLATION)
}

#[cors(policy = PAGE)]
async fn bare() {}

#[cors(same_origin)]
async fn own() -> Lines {
    AppendHeaders(ISOLATION)
}

#[test]
fn isolation_headers_of_a_handler_stay() {
    let answer = app(Cors::new(Router::new().route("/image", get(image)).route("/own-image", get(own))));
    Route::new("GET", "/image").check(&answer);
    isolation_stays(answer);
}

#[test]
fn a_policy_sets_no_isolation_header() {
    let answer = app(Cors::new(Router::new().route("/image", get(image)).route("/bare-image", get(bare))));
    isolation_is_not_added(answer);
}

/// Around `Cors` it sees preflights, too.
#[test]
fn isolation_headers_of_a_layer_stay() {
    let [(name, value), ..] = ISOLATION;
    let adds = map_response(async |mut response: Response| {
        let [(name, value), ..] = ISOLATION;
        response.headers_mut().insert(name, value.parse().unwrap());
        response
    });
    let router = Router::new().route("/bare-image", get(bare));
    let (inside, around) = (router.clone().layer(adds.clone()).cors(), router.cors().layer(adds));
    let (actual, preflight) = (cross("GET", "/bare-image", APP), preflight("GET", "/bare-image", APP));
    for (app, requests) in [(app(inside), vec![&actual]), (app(around), vec![&actual, &preflight])] {
        for request in requests {
            assert_eq!(app(request).values(name).collect::<Vec<_>>(), [value.as_bytes()], "{request:?}");
        }
    }
}
