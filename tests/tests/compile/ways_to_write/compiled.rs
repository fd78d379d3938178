//! Ways that the compiler judges: one crate with every policy written in each of them, on a line of its own.

use std::path::Path;

use cors_core::{Config, MaxAge};
use cors_tests::policies::{Generated, nearest_route};

use crate::ways_to_write::{Said, Way, reason, sorted};

/// Writes a policy as an item on a line of its own.
type Item = fn(&Config) -> String;

/// The ways, each with its item for a row.
const WAYS: [(Way, Item); 4] = [
    (Way::Attribute, |row| {
        let (keys, route) = (keys(row, Origins::Literals), nearest_route(row.methods.iter().flatten()));
        format!("#[cors_actix::cors({keys})] {route} async fn handler() -> &'static str {{ \"\" }}")
    }),
    (Way::AttributeOnRocket, |row| {
        let keys = keys(&sent(Way::AttributeOnRocket, row), Origins::Literals);
        format!("#[cors_rocket::cors({keys})] #[rocket::put(\"/\")] fn handler() {{}}")
    }),
    (Way::Macro, |row| {
        format!("static POLICY: cors_actix::Policy = cors_actix::policy!({});", keys(row, Origins::Literals))
    }),
    (Way::Constants, |row| {
        let constants = row.origins.iter().flatten().enumerate();
        let constants: String =
            constants.map(|(index, origin)| format!("const O{index}: &str = {origin:?}; ")).collect();
        let keys = keys(row, Origins::Constants);
        format!("{constants}static POLICY: cors_actix::Policy = cors_actix::policy!({keys});")
    }),
];

pub(crate) fn ways(rows: &[Config]) -> Vec<(Way, Vec<Said>)> {
    let mut generated = Generated::new(env!("CARGO_TARGET_TMPDIR"), "ways");
    let line = |index: usize, item: String| format!("#[allow(dead_code)] mod m{index} {{ {item} }}\n");
    let items = WAYS.iter().flat_map(|(_, item)| rows.iter().map(item));
    let lines: String = items.enumerate().map(|(index, item)| line(index, item)).collect();
    generated.file("main.rs", &format!("{lines}fn main() {{}}\n"));
    generated.bin("ways", Path::new("main.rs"));

    let mut said = vec![Said::new(); WAYS.len() * rows.len()];
    for error in generated.check() {
        let place = error.lines.start() - 1;
        assert!(error.lines.end() - 1 == place && place < said.len(), "not at a policy: {error:?}");
        let message = error.message.trim_start_matches("evaluation panicked: ");
        said[place].push(if WAYS[place / rows.len()].0 == Way::Constants {
            reason(message)
        } else {
            message.to_owned()
        });
    }
    let of_way = |(place, (way, _)): (usize, &(Way, _))| {
        let said = said.iter().skip(place * rows.len()).take(rows.len());
        (*way, said.cloned().map(sorted).collect())
    };
    WAYS.iter().enumerate().map(of_way).collect()
}

/// Returns the policy as far as `way` can express it.
pub(crate) fn sent(way: Way, row: &Config) -> Config {
    let mut row = row.clone();
    if way == Way::AttributeOnRocket {
        // A route attribute of Rocket serves one method, so none could have all methods of a row.
        row.methods = None;
    }
    row
}

#[derive(Clone, Copy, PartialEq)]
enum Origins {
    Literals,
    Constants,
}

fn keys(row: &Config, origins: Origins) -> String {
    let list = |key: &str, list: &[String]| (!list.is_empty()).then(|| format!("{key} = {list:?}"));
    let names =
        |list: &[String]| (0..list.len()).map(|index| format!("O{index}")).collect::<Vec<_>>().join(", ");
    let keys = [
        row.origins.as_ref().map(|list| match origins {
            Origins::Literals => format!("origins = {list:?}"),
            Origins::Constants => format!("origins = [{}]", names(list)),
        }),
        row.methods.as_ref().map(|list| format!("methods = {list:?}")),
        list("allow_headers", &row.allow_headers),
        list("expose_headers", &row.expose_headers),
        row.credentials.then(|| "credentials = true".to_owned()),
        row.max_age.as_ref().map(|max_age| match max_age {
            MaxAge::Seconds(seconds) => format!("max_age = {seconds}"),
            MaxAge::Text(text) => format!("max_age = {text:?}"),
        }),
        list("dangerously_allow", &row.dangerously_allow),
    ];
    keys.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
