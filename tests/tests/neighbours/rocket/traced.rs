//! `#[tracing::instrument]`, in any place among the attributes.

use cors_rocket::cors;
use cors_tests::counters::watch;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::spans;
use rocket::{put, routes};

use crate::rocket::{app, build};

#[tracing::instrument]
#[cors(policy = PAGE)]
#[put("/above/<id>")]
async fn above(id: u32) -> String {
    id.to_string()
}

#[cors(policy = PAGE)]
#[tracing::instrument]
#[put("/between/<id>")]
fn between(id: u32) -> String {
    id.to_string()
}

#[cors(policy = PAGE)]
#[put("/below/<id>")]
#[tracing::instrument]
async fn below(id: u32) -> String {
    id.to_string()
}

#[test]
fn a_traced_handler_makes_one_span_for_each_actual_request() {
    spans::tell();
    let answer = app(build().mount("/", routes![above, between, below]));
    for (path, name) in [("/above/1", "above"), ("/between/1", "between"), ("/below/1", "below")] {
        let (response, ran) = watch(|| Route::new("PUT", path).check(&answer));
        assert_eq!(
            (response.body.as_slice(), ran),
            (&b"1"[..], vec![name; 2]),
            "once for each of the actual requests"
        );
    }
}
