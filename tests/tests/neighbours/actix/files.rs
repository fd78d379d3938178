//! `actix-files`: a service of files takes every request below its path, so it is registered after the handlers there.

use std::fs;

use actix_files::{Files, NamedFile};
use actix_web::web::Path;
use actix_web::{App, HttpResponse, get, put};
use cors_actix::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, cross, preflight};
use cors_tests::wire::{Request, Response};
use tempfile::TempDir;

use crate::actix::{app, assert_untouched};

#[cors(policy = PAGE)]
#[put("/notes")]
async fn save() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
#[put("/assets/notes")]
async fn save_below() -> HttpResponse {
    HttpResponse::Ok().finish()
}

/// The folder of this test.
#[cors(policy = PAGE)]
#[get("/shared/{name}")]
async fn shared(name: Path<String>) -> actix_web::Result<NamedFile> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/neighbours/actix");
    Ok(NamedFile::open(folder.join(name.into_inner()))?)
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "a file").unwrap();
    folder
}

#[test]
fn files_after_handlers_of_the_same_path() {
    let folder = folder();
    let answer = app!(App::new().service(save).service(Files::new("/", folder.path())));
    Route::new("PUT", "/notes").check(&answer);
    assert_untouched(&answer, "/a.txt", (405, 200));
    assert_untouched(&answer, "/missing.txt", (405, 404));

    let answer = app!(App::new().service(save_below).service(Files::new("/assets", folder.path())));
    Route::new("PUT", "/assets/notes").check(&answer);
    assert_untouched(&answer, "/assets/a.txt", (405, 200));
}

/// A handler behind the service gets no request, annotated or not.
#[test]
fn files_before_handlers_of_the_same_path() {
    let folder = folder();
    let answer = app!(App::new().service(Files::new("/", folder.path())).service(save));
    for request in [preflight("PUT", "/notes", APP), cross("PUT", "/notes", APP)] {
        let response = answer(&request);
        assert_eq!((response.status, response.cors_lines()), (405, Vec::<String>::new()));
    }
}

#[test]
fn files_of_another_path_in_any_order() {
    let folder = folder();
    let files = || Files::new("/assets", folder.path());
    let before = app!(App::new().service(files()).service(save));
    let after = app!(App::new().service(save).service(files()));
    let both: [&dyn Fn(&Request) -> Response; 2] = [&before, &after];
    for answer in both {
        Route::new("PUT", "/notes").check(answer);
        assert_untouched(answer, "/assets/a.txt", (405, 200));
    }
}

/// A handler serves files that other pages may read.
#[test]
fn a_handler_that_serves_files() {
    let answer = app!(App::new().service(shared));
    let route = Route::new("GET", "/shared/mod.rs");
    let file = route.check(&answer);
    assert!(file.body.starts_with(b"//! Annotated handlers"));
    let etag = String::from_utf8(file.values("etag").next().unwrap().to_vec()).unwrap();
    route.clone().header("if-none-match", etag).status(304).check(&answer);
    let part = route.clone().header("range", "bytes=4-12").status(206).check(&answer);
    assert_eq!(part.body, b"Annotated");
    route.at("/shared/missing").status(404).check(&answer);
}
