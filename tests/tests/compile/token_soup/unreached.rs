//! The routes that a module reaches in variables of a macro, and those that it reports in the tokens of macros and of
//! files.

use cors_expand::{Framework, flat, invisible, lost};
use proc_macro2::TokenStream;

use crate::token_soup::places::expanded;

#[test]
fn routes_in_variables_of_a_macro_are_reached_once() {
    for item in [
        "$(#[get(\"/\")] async fn f() {})",
        "#[get($(\"/\"))] $(pub) fn f() {}",
        "#[get(\"/\")] $(pub async fn f() {})",
        "#[allow(x)] $(#[get(\"/\")] fn f() {})",
        "#[cors(same_origin)] $(#[get(\"/\")] fn f() {})",
        "#[$(cors(same_origin))] #[$(get(\"/\"))] fn f() {}",
        "#[cors(same_origin)] $($(#[allow(x)]) $(#[get(\"/\")] fn f() {}))",
        "$(struct S {} #[get(\"/\")] fn f() {})",
        "fn f() { $({ #[get(\"/\")] fn f() {} }); }",
        "fn f() { $(#[get(\"/\")] fn f() {} f()) }",
        "fn f() { let x = $(|x| { #[get(\"/\")] fn f() {} }) + 1; }",
        "$(mod inner { #[get(\"/\")] fn f() {} })",
        "#[allow(x)] $(pub) mod inner { #[get(\"/\")] fn f() {} }",
    ] {
        let module = invisible(format!("mod api {{ {item} }}").parse().unwrap());
        let args: TokenStream = "same_origin".parse().unwrap();
        for framework in Framework::WITH_ROUTE_ATTRIBUTES {
            assert_eq!(lost(framework, &args, &module), None, "{item}");
            let output = flat(expanded(framework, args.clone(), module.clone())).join(" ");
            assert_eq!(output.matches("__inherit ( api { same_origin }").count(), 1, "{item}: {output}");
            assert!(!output.contains("compile_error"), "{item}: {output}");
        }
    }
}

#[test]
fn tokens_of_macros_may_have_their_own() {
    for (item, errors) in [
        ("m! { #[cors(same_origin)] mod inner { #[get(\"/\")] fn f() {} } }", 0),
        ("m! { #[cors(same_origin)] mod inner { } #[get(\"/\")] fn f() {} }", 1),
        ("m! { #[cfg_attr(p, cors(same_origin))] mod inner { #[get(\"/\")] fn f() {} } }", 1),
        ("m! { #[cors(same_origin)] fn f() { #[get(\"/\")] fn f() {} } }", 1),
        ("m! { #[cfg_attr(p, cors(same_origin))] #[get(\"/\")] fn f() {} }", 1),
        ("m! { #[cfg_attr(p, cors(same_origin))] #[cfg_attr(p, get(\"/\"))] fn f() {} }", 0),
        ("m! { #[cors(same_origin)] #[cfg_attr(p, get(\"/\"))] fn f() {} }", 0),
        ("m! { #[get(\"/\")] #[cors(same_origin)] fn f() {} }", 1),
        ("m! { fn f(#[get(\"/\")] a: u8) {} #[get(\"/\")] struct S; #[get(\"/\")] pub a: fn() }", 0),
    ]
    .into_iter()
    .chain(RULES)
    {
        let module = format!("mod api {{ {item} }}").parse().unwrap();
        let args: TokenStream = "same_origin".parse().unwrap();
        for framework in Framework::WITH_ROUTE_ATTRIBUTES {
            let output = flat(expanded(framework, args.clone(), TokenStream::clone(&module))).join(" ");
            assert_eq!(output.matches("compile_error").count(), errors, "{item}: {output}");
            assert!(!output.contains("__inherit"), "{item}: {output}");
        }
    }
}

/// Macros with one rule that takes no tokens.
const RULES: [(&str, usize); 30] = [
    ("macro_rules! m { () => { #[$attribute] fn f() {} } }", 1),
    ("macro_rules! m { () => { #[$attribute(x)] pub(crate) async fn $name() {} } }", 1),
    ("macro_rules! m { () => { #[$crate::$attribute] $vis fn f() {} } }", 1),
    ("macro_rules! m { () => { #[$($attribute)*] $($async)? fn f() {} } }", 1),
    ("macro_rules! m { () => { $(#[$attribute])* #[inline] fn f() {} } }", 1),
    ("macro_rules! m { () => { $($(#[$attribute])* fn $name() {})* } }", 1),
    ("macro_rules! m { () => { #[cfg_attr(p, $attribute)] fn f() {} } }", 1),
    ("macro_rules! m { () => { #[get($path, name = \"x\")] fn f() {} } }", 1),
    ("macro_rules! m { () => { #[get($($arguments)*)] fn f() {} } }", 1),
    ("macro_rules! m { () => { #[get(\"/\")] $item } }", 1),
    ("macro_rules! m { () => { #[get(\"/\")] $($item)* #[doc = \"x\"] struct S; } }", 1),
    ("macro_rules! m { () => { $(#[$attribute])* #[cors(same_origin)] #[get($path)] fn f() {} } }", 0),
    ("macro_rules! m { () => { #[$attribute] #[cors(same_origin)] fn f() {} } }", 0),
    ("macro_rules! m { () => { #[cfg_attr(p, cors(same_origin))] #[$attribute] fn f() {} } }", 1),
    ("macro_rules! m { () => { #[$attribute] $item } }", 0),
    ("macro_rules! m { () => { #[$attribute] $vis struct S; } }", 0),
    ("macro_rules! m { () => { struct S { $(#[$attribute])* #[get(\"/\")] $vis $name: $ty } } }", 0),
    ("macro_rules! m { () => { enum E { $(#[$attribute] $name),* } } }", 0),
    ("macro_rules! m { () => { #[$crate::instrument] fn f() {} } }", 0),
    ("macro_rules! m { (#[get(\"/\")] fn f() {}) => { macro_rules! n { (#[$a] fn f() {}) => {} } } }", 0),
    ("macro m(#[get($x:literal)] $y:item) { #[get($x)] $y }", 1),
    ("macro_rules! m { ($m:ident $p:literal $f:item) => { #[$m($p)] $f } }", 1),
    ("macro_rules! m { ($m:ident $p:literal $($f:tt)*) => { #[framework::$m($p)] $($f)* } }", 1),
    ("macro_rules! m { ([$($a:tt)*] $($f:tt)*) => { #[$($a)*] $($f)* } }", 1),
    ("macro_rules! m { ($p:literal $f:item) => { #[get($p)] $f struct Marker; } }", 1),
    ("macro_rules! m { ($p:literal $f:item) => { #[get($p)] $f impl Marker {} } }", 1),
    ("macro_rules! m { ($n:ident $k:tt) => { #[get(\"/\")] async $k $n() -> u8 { 0 } } }", 1),
    ("macro_rules! m { ($($k:ident)* ; $n:ident) => { #[get(\"/\")] $($k)* $n() -> u8 { 0 } } }", 1),
    ("macro_rules! m { ($(#[$m:meta])* $i:item) => { $(#[$m])* $i } }", 0),
    ("macro_rules! m { ($m:ident $v:vis $n:ident) => { #[$m(x)] $v struct $n; } }", 0),
];

/// Files that can contain routes.
#[test]
fn included_items_and_statements_are_errors() {
    for (item, errors) in [
        ("include!(\"x\");", 1),
        ("#[cfg(x)] include! { \"x\" } fn f() {}", 1),
        ("fn f() { ::std::include!(\"x\"); r#include![\"x\"]; }", 2),
        ("fn f() { if x { include!(\"x\") } include!(\"x\"); }", 2),
        ("fn f() { if x { include! { \"x\" } } }", 1),
        ("use std::include as paste; paste!(\"x\");", 1),
        ("use std::include as a; use a as b; b!(\"x\");", 1),
        ("use std::include as paste; mod inner { use super::paste; paste!(\"x\"); }", 1),
        ("mod prelude { pub use std::include as paste; } mod inner { super::prelude::paste!(\"x\"); }", 1),
        ("use std::include as include; include!(\"x\");", 1),
        ("mod a { use b::get as c; #[c(\"/\")] fn f() {} } mod d { use std::include as c; c!(\"x\"); }", 2),
        ("fn f() { let n = s.include as count; count!(n); }", 0),
        ("impl S { include!(\"x\"); }", 1),
        ("mod inner { include!(\"x\"); }", 1),
        ("const C: u8 = include!(\"x\");", 0),
        ("fn f() { let x = include!(\"x\"); g(include!(\"x\"), [include!(\"x\"); 2]); x }", 0),
        ("fn f() { include!(\"x\").len(); include! { \"x\" }.len() }", 0),
        ("fn f() { return include!(\"x\"); }", 0),
        ("fn f() { let S { x } = S { x: include!(\"x\") }; match x { _ => include!(\"x\") } }", 0),
        ("fn f() { include_str!(\"x\"); include_bytes!(\"x\"); include; }", 0),
        ("const TEXT: &str = \"include!(\\\"x\\\");\";", 0),
    ] {
        let module: TokenStream = format!("mod api {{ {item} }}").parse().unwrap();
        for framework in Framework::WITH_ROUTE_ATTRIBUTES {
            let output = flat(expanded(framework, "same_origin".parse().unwrap(), module.clone())).join(" ");
            assert_eq!(output.matches("compile_error").count(), errors, "{item}: {output}");
        }
    }
}

/// `trace` of another crate is no method of the route, so `enforce` refuses nothing, which is an error.
#[test]
fn attributes_with_the_name_of_a_method_are_no_routes_beside_one() {
    let item: TokenStream = "#[get(\"/\")] #[fastrace::trace] async fn f() -> String {}".parse().unwrap();
    let args: TokenStream =
        "origins = [\"https://a.example\"], enforce = \"unsafe_methods\"".parse().unwrap();
    let output = Framework::Actix.expand(args, item).to_string();
    assert!(output.contains("this route serves only `GET`, so nothing"), "{output}");
}
