//! Mistakes on axum, and the value that `#[cors]` makes of a handler.

#![allow(unreachable_pub, reason = "the fixture is a crate of its own")]

#[path = "../../fixtures/axum-shapes/src/macros.rs"]
mod macros;
#[path = "../../fixtures/axum-shapes/src/shapes.rs"]
mod shapes;

use cors_axum::Cors;
use cors_axum::testing::{Browser, BrowserExt as _, FetchResultExt as _};
use cors_expand::Framework;

fn expanded(args: &str, item: &str) -> String {
    Framework::Axum.expand(args.parse().unwrap(), item.parse().unwrap()).to_string()
}

const ORIGINS: &str = r#"origins = ["https://app.example.com"]"#;

#[test]
fn mistakes_are_found_on_axum() {
    let rows = [
        (r#"origins = ["https://app.example.com/", "app.example.com"]"#, "async fn list() {}", 2),
        (r#"origins = "*", methods = ["put"]"#, "async fn list() {}", 1),
        (r#"origins = "*", enforce = "all_methods""#, "async fn list() {}", 1),
        (ORIGINS, "async fn update(Json(user): Json<User>) {}", 1),
        (ORIGINS, "async fn list() {}", 0),
        (ORIGINS, "async fn list() -> String { if true { Self::list() } else { x } }", 1),
        (ORIGINS, "async fn list() -> Self { x }", 1),
        (ORIGINS, "async fn list();", 1),
        (ORIGINS, "async fn list(#[cfg(unix)] body: String) {}", 1),
        (ORIGINS, "async fn list(#[allow(unused)] body: String) {}", 0),
        // `Self` of other items, and of macros and attributes.
        (ORIGINS, "async fn list() { impl User { fn new() -> Self { Self } } }", 0),
        (ORIGINS, "async fn list() { macro_rules! own { () => { Self } } name!(Self); }", 0),
        (ORIGINS, "async fn list() { #[serde(default = Self::new)] struct User; }", 0),
    ];
    for (args, item, count) in rows {
        let output = expanded(args, item);
        assert_eq!(output.matches("compile_error").count(), count, "{args} {item}: {output}");
        assert!(output.contains("async fn"), "{output}");
    }
}

#[test]
fn a_name_can_be_a_keyword() {
    let output = expanded(ORIGINS, "async fn r#async() {}");
    assert!(
        output.contains("const r#async :") && output.contains("struct __cors_handler_async ;"),
        "{output}"
    );
}

#[test]
fn a_methods_key_narrows_the_methods_of_a_router() {
    assert!(expanded(ORIGINS, "async fn list() {}").contains("Option :: None)"));
    let narrowed = expanded(r#"origins = "*", methods = ["GET", "PUT"]"#, "async fn list() {}");
    assert!(narrowed.contains(r#"Option :: Some ("GET, PUT")"#), "{narrowed}");
}

#[tokio::test]
async fn every_shape_works_on_axum() {
    let app = Cors::new(shapes::routes().merge(macros::routes()));
    let rows = [
        ("GET", "/u8/7", "7"),
        ("POST", "/between", "!"),
        ("GET", "/ready", "ready"),
        ("GET", "/type/a", "a"),
        ("GET", "/calls", "GET called"),
        ("GET", "/inside", "inside"),
        ("GET", "/macros/parts/b", "b"),
        ("GET", "/macros/nameless/c", "c"),
        ("POST", "/macros/arguments/d", "d"),
        ("GET", "/macros/items/e", "e"),
        ("GET", "/macros/attributes/f", "f"),
    ];
    for (method, target, said) in rows {
        let mut page = Browser::at("https://app.example.com").on(&app);
        let response = page.request(method, target).await.expect_readable();
        assert_eq!(response.text(), said, "{method} {target}");
    }
}
