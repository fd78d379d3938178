//! `#[tracing::instrument]`, in any place among the attributes.

use axum::Router;
use axum::extract::Path;
use axum::routing::put;
use cors_axum::{Cors, cors};
use cors_tests::counters::watch;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::spans;

use crate::axum::app;

#[tracing::instrument(skip_all)]
#[cors(policy = PAGE)]
async fn above(Path(id): Path<u32>) -> String {
    id.to_string()
}

#[cors(policy = PAGE)]
#[tracing::instrument(skip_all)]
async fn below(Path(id): Path<u32>) -> String {
    id.to_string()
}

#[test]
fn a_traced_handler_makes_one_span_for_each_actual_request() {
    spans::tell();
    let router = Router::new().route("/above/{id}", put(above)).route("/below/{id}", put(below));
    let answer = app(Cors::new(router));
    for (path, name) in [("/above/1", "above"), ("/below/1", "below")] {
        let (response, ran) = watch(|| Route::new("PUT", path).check(&answer));
        assert_eq!(
            (response.body.as_slice(), ran),
            (&b"1"[..], vec![name; 2]),
            "once for each of the actual requests"
        );
    }
}
