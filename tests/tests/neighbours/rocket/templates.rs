//! `Template` of `rocket_dyn_templates` as a responder, also when it fails.

use std::fs;

use cors_rocket::cors;
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::server;
use rocket::{get, routes};
use rocket_dyn_templates::{Template, context};

use crate::rocket::app;

#[cors(policy = PAGE)]
#[get("/page/<name>")]
fn page(name: &str) -> Template {
    Template::render(name.to_owned(), context! { greeting: "hello" })
}

#[test]
fn a_template_has_the_headers_of_its_route() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html.j2"), "<p>{{ greeting }}</p>").unwrap();
    let config = server::config();
    let figment = rocket::figment::Figment::from(config).merge(("template_dir", folder.path()));
    let rocket = rocket::custom(figment).attach(Template::fairing()).attach(cors_rocket::Cors::fairing());
    let answer = app(rocket.mount("/", routes![page]));
    let route = Route::new("GET", "/page/index").methods("GET, HEAD");
    assert_eq!(route.check(&answer).body, b"<p>hello</p>");
    route.at("/page/missing").status(500).check(&answer);
}
