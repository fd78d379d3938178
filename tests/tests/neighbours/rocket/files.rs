//! `FileServer`, whose routes have a rank of their own, and `NamedFile` from an annotated route.

use std::fs;
use std::path::Path;

use cors_rocket::{Cors, cors};
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, cross, preflight};
use cors_tests::wire::{Request, Response};
use rocket::fs::{FileServer, NamedFile};
use rocket::{get, put, routes};
use tempfile::TempDir;

use crate::rocket::{app, build};

#[cors(policy = PAGE)]
#[put("/notes")]
fn save() {}

#[cors(policy = PAGE)]
#[get("/generated")]
fn generated() -> &'static str {
    "generated"
}

#[cors(policy = PAGE)]
#[get("/shared/<name>")]
async fn shared(name: &str) -> Option<NamedFile> {
    NamedFile::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/neighbours/rocket").join(name))
        .await
        .ok()
}

/// Returns a folder that also has a file with the name of a route.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "a file").unwrap();
    fs::write(folder.path().join("generated"), "a file").unwrap();
    folder
}

/// Checks that a file is closed to other origins: it has no preflight response, and no header.
fn assert_untouched(answer: impl Fn(&Request) -> Response, path: &str, status: u16) {
    for (request, status) in [(preflight("GET", path, APP), 404), (cross("GET", path, APP), status)] {
        let response = answer(&request);
        assert_eq!((response.status, response.cors_lines()), (status, Vec::<String>::new()), "{path}");
    }
}

#[test]
fn files_behind_routes_of_the_same_path_are_untouched() {
    let folder = folder();
    let files = || FileServer::from(folder.path());
    let after = build().mount("/", routes![save, generated]).mount("/", files());
    let before = build().mount("/", files()).mount("/", routes![save, generated]);
    for answer in [app(after), app(before)] {
        Route::new("PUT", "/notes").check(&answer);
        let response = Route::new("GET", "/generated").methods("GET, HEAD").check(&answer);
        assert_eq!(response.body, b"generated");
        assert_untouched(&answer, "/a.txt", 200);
        assert_untouched(&answer, "/missing.txt", 404);
    }
}

/// Paths that the file server serves belong to it, and their preflights do as well.
#[test]
fn files_in_front_of_a_route_are_untouched() {
    let folder = folder();
    let files = FileServer::from(folder.path()).rank(-100);
    let answer = app(build().mount("/", files).mount("/", routes![save, generated]));
    Route::new("PUT", "/notes").check(&answer);
    assert_untouched(&answer, "/generated", 200);
}

#[test]
fn files_follow_a_default_policy() {
    let folder = folder();
    let rocket = build().attach(Cors::fairing().default_policy(&PAGE));
    let answer = app(rocket.mount("/", FileServer::from(folder.path())).mount("/", routes![save]));
    Route::new("GET", "/a.txt").methods("GET, HEAD, POST").check(&answer);
    Route::new("GET", "/missing.txt").methods("GET, HEAD, POST").status(404).check(&answer);
}

/// A route serves files that other pages may read.
#[test]
fn files_of_an_annotated_route_have_its_headers() {
    let answer = app(build().mount("/", routes![shared]));
    let route = Route::new("GET", "/shared/mod.rs").methods("GET, HEAD");
    assert!(route.check(&answer).body.starts_with(b"//! Annotated routes"));
    route.at("/shared/missing").status(404).check(&answer);
}
