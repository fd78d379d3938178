//! Random tokens, and nearly correct attributes and functions with random tokens inside.

use cors_expand::{Framework, flat, lost};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const WORDS: [&str; 82] = [
    "origins",
    "methods",
    "allow_headers",
    "expose_headers",
    "credentials",
    "max_age",
    "dangerously_allow",
    "enforce",
    "policy",
    "same_origin",
    "crate",
    "$crate",
    "headers",
    "r#origins",
    "predicate",
    "async_predicate",
    "vary",
    "env",
    "APP_ORIGIN",
    "config::APP_ORIGIN",
    "is_preview",
    "cfg",
    "cfg_attr",
    "cors",
    "__inherit",
    "mod",
    "get",
    "post",
    "route",
    "routes",
    "catch",
    "uri",
    "data",
    "format",
    "method",
    "fn",
    "async",
    "unsafe",
    "const",
    "pub",
    "struct",
    "impl",
    "self",
    "mut",
    "where",
    "for",
    "if",
    "r#fn",
    "_",
    "Json",
    "web",
    "'a",
    "=",
    ",",
    ",",
    ";",
    ":",
    "::",
    "#",
    "!",
    "-",
    "->",
    "<",
    ">",
    "&",
    "*",
    "..",
    "\"*\"",
    "\"https://a.example\"",
    "\"GET\"",
    "\"<body>\"",
    "b\"x\"",
    "c\"x\"",
    "1",
    "10m",
    "$",
    "!",
    "use",
    "as",
    "include",
    "macro_rules",
    "#[get(\"/\")]",
];

#[derive(Debug, Clone)]
enum Soup {
    Word(&'static str),
    Group(usize, Vec<Soup>),
}

const DELIMITERS: [Delimiter; 4] =
    [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];

fn tokens(soup: &[Soup]) -> TokenStream {
    soup.iter()
        .flat_map(|piece| match piece {
            Soup::Word(word) => word.parse().unwrap(),
            Soup::Group(delimiter, inner) => grouped(DELIMITERS[*delimiter], tokens(inner)),
        })
        .collect()
}

fn grouped(delimiter: Delimiter, tokens: TokenStream) -> TokenStream {
    TokenTree::from(Group::new(delimiter, tokens)).into()
}

fn called(name: &str, arguments: TokenStream) -> TokenStream {
    let name: TokenStream = name.parse().unwrap();
    name.into_iter().chain(grouped(Delimiter::Parenthesis, arguments)).collect()
}

fn soup() -> impl Strategy<Value = Vec<Soup>> {
    let word = select(&WORDS[..]).prop_map(Soup::Word);
    let piece = word.prop_recursive(3, 24, 6, |inner| {
        (0..DELIMITERS.len(), vec(inner, 0..6)).prop_map(|(delimiter, inner)| Soup::Group(delimiter, inner))
    });
    vec(piece, 0..8)
}

/// Generates `key = …` with any tokens as the value.
fn attribute() -> impl Strategy<Value = TokenStream> {
    let value = prop_oneof![
        2 => soup().prop_map(|soup| tokens(&soup)),
        1 => soup().prop_map(|soup| grouped(Delimiter::Bracket, tokens(&soup))),
        1 => soup().prop_map(|soup| called("predicate", tokens(&soup))),
        1 => select(&["true", "600", "-1", "[\"*\"]", "[\"GET\"]", "::cors_actix", "APP_ORIGIN", "env!(\"A\")"][..])
            .prop_map(|text| text.parse().unwrap()),
    ];
    let entry = (select(&WORDS[..14]), value).prop_map(|(key, value)| {
        let key: TokenStream = key.parse().unwrap();
        quote::quote!(#key = #value,)
    });
    vec(entry, 0..4).prop_map(|entries| entries.into_iter().collect())
}

/// Generates a function with a route attribute, and any tokens in its brackets.
fn function() -> impl Strategy<Value = TokenStream> {
    let route =
        select(&["get", "post", "route", "routes", "actix_web::get", "cors", "doc", "deprecated"][..]);
    (route, soup(), soup(), soup(), soup()).prop_map(|(route, arguments, before, parameters, body)| {
        let route: TokenStream = route.parse().unwrap();
        let [arguments, before, parameters, body] =
            [arguments, before, parameters, body].map(|soup| tokens(&soup));
        quote::quote!(#[#route("/", #arguments)] #before async fn list(id: u8, #parameters) { #body })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn soup_is_kept(args in soup(), item in soup()) {
        for framework in Framework::ALL {
            prop_assert_eq!(lost(framework, &tokens(&args), &tokens(&item)), None);
        }
    }

    #[test]
    fn attributes_of_soup_leave_the_function(args in attribute()) {
        let function = "#[get(\"/\")] async fn list(id: u8) -> String { id.to_string() }".parse().unwrap();
        for framework in Framework::ALL {
            prop_assert_eq!(lost(framework, &args, &function), None);
        }
    }

    /// `policy!` has no user's item to keep.
    #[test]
    fn policies_of_soup_are_expressions(args in attribute(), more in soup()) {
        let more = tokens(&more);
        for framework in Framework::ALL {
            let policy = framework.policy(quote::quote!(#args #more));
            prop_assert!(syn::parse2::<syn::Expr>(policy.clone()).is_ok(), "{policy}");
        }
    }

    #[test]
    fn modules_of_soup_are_kept(items in soup(), inside in function(), own in attribute()) {
        let (args, items) = ("origins = [\"https://a.example\"]".parse().unwrap(), tokens(&items));
        let item = quote::quote!(mod api { #items #[cors(#own)] #inside mod inner { #items } });
        for framework in Framework::ALL {
            prop_assert_eq!(lost(framework, &args, &item), None);
        }
    }

    #[test]
    fn functions_of_soup_are_kept(item in function()) {
        let args = "origins = [\"https://a.example\"]".parse().unwrap();
        for framework in Framework::ALL {
            prop_assert_eq!(lost(framework, &args, &item), None);
        }
    }
}

/// Wraps every value and element in an invisible group, as a variable of a `macro_rules!` does.
fn wrapped(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|tree| match tree {
            TokenTree::Group(group) => {
                let inner = wrapped(group.stream());
                let group = grouped(group.delimiter(), inner);
                if flat(group.clone()).first().is_some_and(|open| open == "[") {
                    grouped(Delimiter::None, group)
                } else {
                    group
                }
            }
            TokenTree::Literal(_) => grouped(Delimiter::None, grouped(Delimiter::None, tree.into())),
            other => other.into(),
        })
        .collect()
}

#[test]
fn tokens_from_other_macros_mean_the_same() {
    for args in [
        "origins = [\"https://a.example\", \"https://*.b.example\"], max_age = 600, credentials = true",
        "origins = \"*\", methods = [\"GET\"], allow_headers = [\"x-a\"], max_age = \"10m\"",
        "origins = [\"https://a.example/\"], methods = [\"GTE\"], max_age = \"10\"",
        "origins = predicate(is_preview, vary = [\"x-tenant\"]), enforce = \"all_methods\"",
    ] {
        let args: TokenStream = args.parse().unwrap();
        for item in
            ["#[get(\"/\")] async fn list() {}", "#[route(\"/\", method = \"GET\")] async fn list() {}"]
        {
            let item: TokenStream = item.parse().unwrap();
            for framework in Framework::ALL {
                let [plain, from_macro] = [args.clone(), wrapped(args.clone())]
                    .map(|args| flat(framework.expand(args, item.clone())));
                assert_eq!(plain, from_macro);
            }
        }
    }
}
