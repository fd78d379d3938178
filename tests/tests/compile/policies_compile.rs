//! Every row of `policies.json` as an attribute: one crate of those that must not compile, one of the others.

use cors_oracle::corpus::{is_accepted, policy_rows};
use cors_tests::policies::{Diagnostic, Generated, keys, methods, nearest_route, route};
use serde_json::Value;

/// Valid rows that no attribute can express, because no route of actix-web serves their methods: its `#[route]` takes
/// upper-case letters only, and `*` has no effect on a route.
const NO_ROUTE_SERVES: [&str; 3] = ["VP-0068", "VP-0070", "VP-0073"];

/// The lines of one row in the generated file.
const LINES: usize = 5;

fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap()
}

/// Returns the row as a module of its own, with a route of the row's methods, so that no method is wrong for lack of a
/// route.
fn module(row: &Value, route: &str) -> String {
    let keys = keys(&row["policy"]);
    let name = id(row).to_lowercase().replace('-', "_");
    format!(
        "mod {name} {{\n#[cors_actix::cors({keys})]\n{route}\nasync fn handler() -> &'static str {{ \"\" }}\n}}\n"
    )
}

fn check(name: &str, modules: &[String]) -> Vec<Diagnostic> {
    let mut generated = Generated::new(env!("CARGO_TARGET_TMPDIR"), name);
    generated.file("main.rs", &format!("{}fn main() {{}}\n", modules.concat()));
    generated.bin(name, std::path::Path::new("main.rs"));
    generated.check()
}

#[test]
fn wrong_policies_do_not_compile() {
    let rows: Vec<Value> = policy_rows().into_iter().filter(|row| !is_accepted(row)).collect();
    let nearest = |row: &Value| nearest_route(&methods(&row["policy"]));
    let modules: Vec<String> = rows.iter().map(|row| module(row, &nearest(row))).collect();
    let errors = check("rejected-policies", &modules);

    for (at, row) in rows.iter().enumerate() {
        let attribute = at * LINES + 2;
        let mine = |error: &Diagnostic| {
            error.lines == (attribute..=attribute) && !error.message.contains("not served by this route")
        };
        assert!(errors.iter().any(mine), "{} compiles: {}", id(row), row["policy"]);
    }
    let elsewhere: Vec<&Diagnostic> =
        errors.iter().filter(|error| error.lines.start() % LINES != 2).collect();
    assert!(elsewhere.is_empty(), "not at the attribute: {elsewhere:#?}");
}

#[test]
fn right_policies_compile() {
    let rows: Vec<Value> = policy_rows().into_iter().filter(is_accepted).collect();
    let (expressible, not): (Vec<&Value>, Vec<&Value>) =
        rows.iter().partition(|row| !NO_ROUTE_SERVES.contains(&id(row)));
    assert!(not.iter().all(|row| route(&methods(&row["policy"])).is_none()), "a row in the list can be said");

    let modules: Vec<String> =
        expressible.iter().map(|row| module(row, &route(&methods(&row["policy"])).unwrap())).collect();
    let errors = check("accepted-policies", &modules);
    let wrong: Vec<String> = errors
        .iter()
        .map(|error| format!("{}: {}", id(expressible[error.lines.start() / LINES]), error.message))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The compiler stops an evaluation of two million steps. These origins are as long as each other, so all their bytes are compared.
#[test]
fn thousands_of_origins_compile() {
    let constants = (0..100)
        .map(|place| format!("const C{place}: &str = \"https://shop-{:04}.example.com\";\n", place * 7));
    let constants = constants.collect::<String>();
    let literals =
        (0..2000).map(|place| format!("\"https://site-{place:04}.example.com\", ")).collect::<String>();
    let names = (0..100).map(|place| format!("C{place}, ")).collect::<String>();
    let text = format!(
        "use cors_actix::{{Policy, policy}};\n{constants}\
         pub static ALL: Policy = policy!(origins = [{literals}{names}]);\n\
         pub static WITH_COOKIES: Policy = policy!(..ALL, credentials = true);\n\
         fn main() {{}}\n"
    );
    let mut generated = Generated::new(env!("CARGO_TARGET_TMPDIR"), "thousands-of-origins");
    generated.file("main.rs", &text);
    generated.bin("thousands-of-origins", std::path::Path::new("main.rs"));
    let errors = generated.check();
    assert!(errors.is_empty(), "{errors:#?}");
}
