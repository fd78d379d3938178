//! The expansion has the same meaning in every crate, under every name, and for handlers from any macro.

#![allow(unreachable_pub, reason = "the fixtures are crates of their own")]

#[path = "../../fixtures/actix-shapes/src/shapes.rs"]
mod actix_shapes;

#[path = "../../fixtures/actix-shapes/src/macros.rs"]
mod actix_macros;

#[path = "../../fixtures/rocket-shapes/src/shapes.rs"]
pub(crate) mod shapes;

#[path = "../../fixtures/rocket-shapes/src/macros.rs"]
mod macros;

use std::collections::BTreeSet;
use std::fs;

use actix_web::App;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN,
};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::ServiceConfig;
use rocket::http::{Header, Method};
use rocket::local::blocking::Client;

use crate::fixtures::{cargo, run, target_dir};

const FRAMEWORKS: [&str; 2] = ["actix", "rocket"];
const PAGE: &str = "https://app.example.com";

#[test]
fn no_name_of_the_crate_is_in_the_way() {
    for kind in ["renamed", "reexported", "shadowed"] {
        for framework in FRAMEWORKS {
            let package = format!("{framework}-{kind}");
            let report = cargo(&["check"], &package, &[]);
            assert_eq!(report.messages, [], "{package}");
        }
    }
}

#[test]
fn a_wrong_attribute_leaves_its_handler_there() {
    for framework in FRAMEWORKS {
        let messages = cargo(&["check"], &format!("{framework}-wrong"), &[]).messages;
        assert_eq!(messages.len(), 7, "{messages:#?}");
        assert!(messages.iter().all(|message| message.lint.is_empty()), "{messages:#?}");
    }
}

#[test]
fn a_half_typed_body_leaves_its_handler_there() {
    for framework in FRAMEWORKS {
        let messages = cargo(&["check"], &format!("{framework}-halftyped"), &[]).messages;
        let is_lost =
            |lint: &str| ["E0405", "E0412", "E0422", "E0423", "E0425", "E0432", "E0433"].contains(&lint);
        assert!(!messages.is_empty());
        assert!(messages.iter().all(|message| !is_lost(&message.lint)), "{messages:#?}");
    }
}

#[test]
fn rustdoc_shows_the_handlers_alone() {
    for (framework, item) in [("actix", "struct"), ("rocket", "fn")] {
        assert_documents(framework, item, &[], &["public"]);
    }
    // The structs of actix-web's private handlers are public and hidden.
    assert_documents("actix", "struct", &["--document-private-items"], &["public"]);
    assert_documents("rocket", "fn", &["--document-private-items"], &["private", "public"]);
}

fn assert_documents(framework: &str, item: &str, options: &[&str], handlers: &[&str]) {
    let folder = target_dir().join(format!("doc/{framework}_docs"));
    let _ = fs::remove_dir_all(&folder);
    let package = format!("--package={framework}-docs");
    let output = run(&["doc", "--no-deps"], &[options, &[&*package]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let entries =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages: BTreeSet<String> = entries.filter(|name| name.ends_with(".html")).collect();
    let of_handlers = handlers.iter().map(|handler| format!("{item}.{handler}.html"));
    assert_eq!(pages, of_handlers.chain(["all.html".to_owned(), "index.html".to_owned()]).collect());
    for handler in handlers {
        let page = fs::read_to_string(folder.join(format!("{item}.{handler}.html"))).unwrap();
        assert!(page.contains(&format!("The words of the {handler} handler.")), "{handler}");
    }
}

/// Method, target, and the body of the response.
type Row = (&'static str, &'static str, &'static str);

const ACTIX: [Row; 25] = [
    ("GET", "/documented/7", "7"),
    ("GET", "/by-path", ""),
    ("POST", "/between", "body"),
    ("DELETE", "/destructured?a=1&b=2", "2"),
    ("PATCH", "/mutable/1", "2 /mutable/1"),
    ("HEAD", "/head", ""),
    ("OPTIONS", "/options", ""),
    ("QUERY", "/query", "body"),
    ("PURGE", "/route", ""),
    ("PUT", "/route", ""),
    ("GET", "/first", ""),
    ("GET", "/second", ""),
    ("POST", "/second", ""),
    ("GET", "/namesake/a", "a"),
    ("GET", "/raw/b", "b"),
    ("GET", "/impl", ""),
    ("GET", "/extractors/1/2", "1 0 false"),
    ("GET", "/inner/documented", ""),
    ("GET", "/v1/users/3", "3"),
    ("POST", "/v1/users", ""),
    ("GET", "/cfg", "below, true"),
    ("GET", "/cfg-element", ""),
    ("GET", "/nested/local", ""),
    ("GET", "/grouped/6", "7"),
    ("GET", "/grouped-inner", ""),
];

const MACROS: [Row; 6] = [
    ("GET", "/macros/parts/a", "a"),
    ("GET", "/macros/aged/b", "b"),
    ("POST", "/macros/arguments/c", "c"),
    ("GET", "/macros/items/d", "d"),
    ("GET", "/macros/fixed/e", "e"),
    ("GET", "/macros/attributes/f", "f"),
];

#[actix_web::test]
async fn every_shape_works_on_actix_web() {
    let rows = [&ACTIX[..], &MACROS, &ACTIX_MACROS].concat();
    assert_works_on_actix_web(&[actix_shapes::configure, actix_macros::configure], &rows).await;
}

/// The expansion's tokens are of a later edition than the application.
#[actix_web::test]
async fn every_shape_works_on_actix_web_in_edition_2021() {
    use actix_edition_2021::{macros, shapes, words};

    let rows = [&ACTIX[..], &MACROS, &ACTIX_MACROS, &ACTIX_WORDS].concat();
    assert_works_on_actix_web(&[shapes::configure, macros::configure, words::configure], &rows).await;
}

async fn assert_works_on_actix_web(configures: &[fn(&mut ServiceConfig)], rows: &[Row]) {
    let configure = |app: &mut ServiceConfig| configures.iter().for_each(|configure| configure(app));
    let app = init_service(App::new().configure(configure)).await;
    for &(method, target, said) in rows {
        let preflight = TestRequest::with_uri(target).method("OPTIONS".parse().unwrap());
        let preflight =
            preflight.insert_header((ORIGIN, PAGE)).insert_header((ACCESS_CONTROL_REQUEST_METHOD, method));
        let response = call_service(&app, preflight.to_request()).await;
        assert_eq!(response.status(), 204, "{method} {target}");
        let methods = response.headers().get(ACCESS_CONTROL_ALLOW_METHODS).unwrap().to_str().unwrap();
        assert!(methods.split(", ").any(|allowed| allowed == method), "{method} {target}");

        let actual = TestRequest::with_uri(target).method(method.parse().unwrap());
        let actual = actual.insert_header((ORIGIN, PAGE)).set_payload("body");
        let response = call_service(&app, actual.to_request()).await;
        assert!(response.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN), "{method} {target}");
        assert_eq!(read_body(response).await, said, "{method} {target}");
    }
}

const ACTIX_MACROS: [Row; 1] = [("GET", "/macros/origins/g", "g")];

const ACTIX_WORDS: [Row; 7] = [
    ("GET", "/gen/a", "a"),
    ("GET", "/gen-policy", ""),
    ("GET", "/gen-constant", ""),
    ("GET", "/gen-predicate", ""),
    ("GET", "/gen-module", ""),
    ("POST", "/gen-macro", "gen"),
    ("POST", "/gen-grouped", ""),
];

const ROCKET: [Row; 22] = [
    ("GET", "/documented/7", "7"),
    ("GET", "/by-path", ""),
    ("POST", "/between", "tag=body"),
    ("DELETE", "/mutable/1", "2"),
    ("PATCH", "/borrowed/a", "a 1 7"),
    ("GET", "/where/b", "1"),
    ("HEAD", "/head", ""),
    ("OPTIONS", "/options", ""),
    ("GET", "/route/a/b", "a/b"),
    ("PUT", "/route", "tag=body"),
    ("POST", "/form/1?exact&name=a&tag=b", "1 a b"),
    ("GET", "/namesake/c", "c"),
    ("GET", "/seven/1/2/3/4/5/6/7", "1234567"),
    ("GET", "/impl", "implemented"),
    ("GET", "/allowed", "allowed"),
    ("GET", "/inner/documented/1?page=2", "1 Some(2)"),
    ("GET", "/cfg", "below, true"),
    ("GET", "/cfg-element", ""),
    ("GET", "/local", "/local"),
    ("GET", "/grouped/6", "7"),
    ("GET", "/grouped-inner", ""),
    (
        "GET",
        "/links",
        "/documented/1 /mount/documented/2 /inner/documented/3?page=4 /mount/inner/documented/5 /namesake/a%20b \
         /between /route/a/b",
    ),
];

const ROCKET_MACROS: [Row; 5] = [
    ("GET", "/macros/origins/7?page=2&a=b", "7Some(2)1"),
    ("GET", "/macros/responder/h", "h"),
    ("GET", "/macros/responder_inside/i", "i"),
    ("GET", "/macros/fixed/e?page=1", "e1"),
    ("GET", "/macros/links", "/macros/parts/a /macros/fixed/b?page=c /macros/items/d"),
];

const ROCKET_WORDS: [Row; 8] = [
    ("GET", "/gen/a?page=1", "aSome(1)"),
    ("GET", "/gen-policy", "/gen-policy"),
    ("GET", "/gen-constant?gen=b", "b"),
    ("GET", "/gen-predicate", ""),
    ("GET", "/gen-module", ""),
    ("POST", "/gen-macro", "gen tag=body"),
    ("POST", "/gen-grouped", "tag=body"),
    ("POST", "/gen-links", "/gen/a?page=2 /gen-module /gen-constant?gen=b"),
];

#[test]
fn every_shape_works_on_rocket() {
    assert_works(&Client::untracked(shapes::build()).unwrap(), &ROCKET);
    assert_works(&Client::untracked(macros::build()).unwrap(), &[&MACROS[..], &ROCKET_MACROS].concat());
}

#[test]
fn every_shape_works_on_rocket_in_edition_2021() {
    use rocket_edition_2021::{macros, shapes, words};

    assert_works(&Client::untracked(shapes::build()).unwrap(), &ROCKET);
    assert_works(&Client::untracked(macros::build()).unwrap(), &[&MACROS[..], &ROCKET_MACROS].concat());
    assert_works(&Client::untracked(words::build()).unwrap(), &ROCKET_WORDS);
}

fn assert_works(client: &Client, rows: &[Row]) {
    for &(method, target, said) in rows {
        let origin = Header::new("origin", PAGE);
        let preflight = client.options(target).header(origin.clone());
        let response = preflight.header(Header::new("access-control-request-method", method)).dispatch();
        assert_eq!(response.status().code, 204, "{method} {target}");
        let methods = response.headers().get_one("access-control-allow-methods").unwrap();
        assert!(methods.split(", ").any(|allowed| allowed == method), "{method} {target}");

        let actual = client.req(method.parse::<Method>().unwrap(), target).header(origin);
        let actual =
            actual.header(Header::new("x-version", "1")).header(content_type(target)).body("tag=body");
        let response = actual.dispatch();
        assert!(response.headers().contains("access-control-allow-origin"), "{method} {target}");
        assert_eq!(response.into_string().unwrap_or_default(), said, "{method} {target}");
    }
}

fn content_type(target: &str) -> rocket::http::ContentType {
    if target.starts_with("/form") {
        rocket::http::ContentType::Form
    } else {
        rocket::http::ContentType::Plain
    }
}
