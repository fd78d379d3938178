//! A framework unknown to the macros, `cors_expand::Framework::Plain`.

use cors_expand::{Framework, flat};
use proc_macro2::TokenStream;

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap()
}

/// Expands `#[cors(args)]` on an item, checks that the output starts with the whole item, and returns the rest.
fn expanded(args: &str, item: &str) -> String {
    let output = flat(Framework::Plain.expand(tokens(args), tokens(item)));
    let item = flat(tokens(item));
    assert!(output.starts_with(&item), "{output:?}");
    output[item.len()..].join(" ")
}

const ORIGINS: &str = r#"origins = ["https://app.example.com"]"#;

#[test]
fn functions_need_no_route_attribute() {
    let output = expanded(ORIGINS, "#[tracing::instrument] async fn list() -> String { todo!() }");
    let start = "const _ : ( ) = { serve ( : : cors_plain : : __private : : Endpoint : : of_router";
    assert!(output.starts_with(start), "{output}");
    assert!(!output.contains("compile_error"), "{output}");
    let narrowed = expanded(r#"origins = "*", methods = ["PUT", "QUERY"]"#, "async fn list() {}");
    assert!(narrowed.contains(r#"Some ( "PUT, QUERY" ) )"#), "{narrowed}");

    let named = expanded("policy = PARTNERS", "async fn list() {}");
    assert!(named.contains("methods : : : core : : option : : Option : : None"), "{named}");

    let policy = Framework::Plain.policy(tokens(ORIGINS)).to_string();
    assert!(policy.starts_with("{ :: cors_plain :: __private"), "{policy}");
}

#[test]
fn mistakes_are_found() {
    let errors = |args, item| expanded(args, item).matches("compile_error").count();
    assert_eq!(errors(ORIGINS, "async fn list() {}"), 0);
    assert_eq!(
        errors(r#"origins = ["https://app.example.com/", "app.example.com"]"#, "async fn list() {}"),
        2
    );

    let unserved = r#"origins = "*", methods = ["PURGE", "OPTIONS"]"#;
    assert_eq!(errors(unserved, "async fn list() {}"), 0);
    let methods = expanded(r#"origins = "*", methods = ["put", "*"]"#, "async fn list() {}");
    assert!(methods.contains("`put` is not `PUT`"), "{methods}");
    assert!(methods.contains("`*` has no effect on a route;"), "{methods}");

    let json = expanded(ORIGINS, "async fn update(Json(user): Json<User>) {}");
    assert!(json.contains("this route takes JSON"), "{json}");
    let method = expanded(ORIGINS, "async fn list(&self) {}");
    assert!(method.contains("`list` is a method"), "{method}");
}

#[test]
fn what_messages_say_of_it_is_its_own() {
    let module = expanded(ORIGINS, "mod users { #[get(\"/\")] async fn list() {} }");
    assert_eq!(module, r#": : core : : compile_error ! { "put it on each function" }"#);
    let constant = expanded(ORIGINS, "const LIST: u8 = 0;");
    assert_eq!(constant, r#": : core : : compile_error ! { "put it on a function" }"#);
    let call = expanded(ORIGINS, "routes! { list }");
    assert!(call.contains("let the macro write `#[cors(…)]` above the function"), "{call}");
}
