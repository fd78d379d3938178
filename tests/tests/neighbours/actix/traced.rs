//! `#[tracing::instrument]`, in any place among the attributes.

use actix_web::{App, HttpResponse, put};
use cors_actix::cors;
use cors_tests::counters::watch;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::spans;

use crate::actix::app;

#[tracing::instrument]
#[cors(policy = PAGE)]
#[put("/above")]
async fn above() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
#[tracing::instrument]
#[put("/between")]
async fn between() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
#[put("/below")]
#[tracing::instrument]
async fn below() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[test]
fn a_traced_handler_makes_one_span_for_each_actual_request() {
    spans::tell();
    let answer = app!(App::new().service(above).service(between).service(below));
    for (path, name) in [("/above", "above"), ("/between", "between"), ("/below", "below")] {
        let ran = watch(|| Route::new("PUT", path).check(&answer)).1;
        assert_eq!(ran, [name; 2], "once for each of the actual requests");
    }
}
