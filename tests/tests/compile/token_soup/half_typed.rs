//! Half-typed code, as an editor sends it.

use cors_expand::{Framework, flat, lost};
use proc_macro2::TokenStream;

const WRONG: [&str; 37] = [
    "",
    "o",
    "origins",
    "origins =",
    "origins = [",
    "origins = []",
    "origins = [\"\"",
    "origins = [\"https://a.example\"], c",
    "origins = [\"https://a.example\"] c",
    "origins = [\"https://a.example\", #]",
    "origins = \"*\", credentials = t",
    "max_age = -",
    "max_age = - -1",
    "max_age = 340282366920938463463374607431768211456",
    "crate = ::",
    "crate = $crate",
    "same_origin =",
    ", ,",
    "= =",
    "origins = if true { [\"*\"] } else { }",
    "origins = [\"https://a.example\", #[cfg] \"https://b.example\"]",
    "origins = [#[cfg = 1] \"*\"]",
    "origins = [app",
    "origins = [env",
    "origins = [APP, env!(\"B\") c",
    "origins = pred",
    "origins = predicate",
    "origins = predicate(",
    "origins = predicate(is_preview, va",
    "origins = predicate(is_preview, vary = [\"",
    "policy",
    "policy =",
    "policy = partners::",
    "policy = PARTNERS, exp",
    "..",
    "..PARTNERS",
    "enforce = \"un",
];

/// Code whose mistakes, if any, only the compiler can find.
const RIGHT: [&str; 8] = [
    "origins = [\"https://a.example\"],",
    "origins = [\"https://a.example\", #[cfg()] \"https://b.example\"]",
    "origins = [#[cfg()] \"*\"]",
    "origins = [APP",
    "origins = [config::A",
    "origins = [env!(",
    "origins = predicate(is_pre",
    "policy = part",
];

const ITEMS: [&str; 38] = [
    "",
    "#",
    "#[get]",
    "#[get(\"/\")]",
    "#[get(\"/\")] pub",
    "#[get(\"/\")] async",
    "#[get(\"/\")] async fn",
    "#[get(\"/\")] async fn list",
    "#[get(\"/\")] async fn list()",
    "#[get(\"/\")] async fn list(id",
    "#[get(\"/\")] async fn list(id:) {}",
    "#[get(\"/\")] async fn list(id: web::Path<) {}",
    "#[get(\"/\")] async fn list() ->",
    "#[get(\"/\")] async fn list() -> impl",
    "#[get(\"/\")] async fn list() -> impl Responder;",
    "#[get(\"/\")] async fn list() { let",
    "#[get(\"/\")] async fn list() { let x = ; }",
    "#[get(\"/\")] async fn list() { Ok(Json(.",
    "#[get(\"/\")] async fn list() {} async fn",
    "#[get] async fn list() {}",
    "#[get()] async fn list() {}",
    "#[get = \"/\"] async fn list() {}",
    "#[get(\"/\" fn)] async fn list() {}",
    "#[route(\"/\", method)] async fn list() {}",
    "#[route(\"/\", method = )] async fn list() {}",
    "#[post(\"/\", data = \"<\")] fn list() {}",
    "#[post(\"/\", format = \"\", data = \"\")] fn list(_: Json) {}",
    "#[get(\"/\")] fn r#type(self: &Self, mut a: u8, (b, c): (u8, u8), _: u8) {}",
    "#[routes] #[get(\"/a\")] #[post(\"/b\")] async fn list<'a, T: 'a>(a: &'a T) where T: Copy {}",
    "#[get(\"/\")] #[deprecated] pub(crate) async fn list() {}",
    "struct",
    "#[cfg_attr(test, get(\"/\"",
    "fn configure() { #[get(\"/\")] async fn",
    "use actix_web::get as",
    "include!",
    "m! { #[get(\"/\")",
    "macro_rules! m { ($a:ident) =>",
    "macro_rules!",
];

/// Parses text with unclosed brackets, and closes them as an editor does.
fn tokens(text: &str) -> TokenStream {
    let mut open = Vec::new();
    for character in text.chars() {
        match character {
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    let quote = if text.matches('"').count() % 2 == 1 { "\"" } else { "" };
    let closed = format!("{text}{quote} {}", open.into_iter().rev().collect::<String>());
    closed.parse().unwrap_or_else(|error| panic!("{closed}: {error}"))
}

#[test]
fn half_typed_functions_are_kept() {
    for framework in Framework::ALL {
        for (args, item) in WRONG.iter().chain(&RIGHT).flat_map(|args| ITEMS.map(|item| (args, item))) {
            assert_eq!(lost(framework, &tokens(args), &tokens(item)), None, "#[cors({args})] {item}");
        }
    }
}

#[test]
fn half_typed_items_of_modules_are_kept() {
    for framework in Framework::ALL {
        for (args, item) in WRONG.iter().chain(&RIGHT).flat_map(|args| ITEMS.map(|item| (args, item))) {
            let (closed, own) = (tokens(item), tokens(args));
            let module = quote::quote! {
                pub(crate) mod api { #![allow(unused)] #closed #[cors(#own)] #[get("/")] async fn last() {} mod inner { #closed } }
            };
            assert_eq!(lost(framework, &tokens(args), &module), None, "#[cors({args})] {item}");
        }
    }
}

#[test]
fn what_is_wrong_is_an_error() {
    for framework in Framework::ALL {
        let function = tokens("#[get(\"/\")] async fn list() -> &'static str {}");
        for (args, is_right) in
            WRONG.iter().map(|args| (args, false)).chain(RIGHT.iter().map(|args| (args, true)))
        {
            let output = flat(framework.expand(tokens(args), function.clone()));
            let is_error = output.contains(&"compile_error".to_owned());
            assert!(is_error != is_right, "#[cors({args})]: {}", output.join(" "));
        }
    }
}
