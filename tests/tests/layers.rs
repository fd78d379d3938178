//! The order of the layers in each crate, and type names that have one meaning each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The modules of each crate from the bottom to the top. A module uses only those before it.
const LAYERS: &[(&str, &[&str])] = &[
    (
        "cors-core",
        &[
            "key",
            "syntax",
            "adapter",
            "header",
            "error",
            "origin",
            "policy",
            "config",
            "rules",
            "env",
            "const_eval",
            "decision",
            "explain",
            "route",
            "editor",
            "missing_functions",
            "http",
            "guide",
        ],
    ),
    (
        "cors-browser",
        &[
            "spec",
            "options",
            "header_list",
            "request",
            "message",
            "profile",
            "readable",
            "blocked",
            "cookies",
            "expect",
            "explain",
            "fetch",
            "browser",
            "page",
        ],
    ),
    (
        "cors-macros",
        &[
            "errors",
            "token_trees",
            "parse",
            "check",
            "item",
            "crate_path",
            "emit",
            "module",
            "framework",
            "expand",
        ],
    ),
    (
        "cors-actix",
        &[
            "adapter",
            "claim",
            "headers",
            "response",
            "inventory",
            "guard",
            "decide",
            "cors",
            "middleware",
            "register",
            "skip_preflight",
            "testing",
            "guide",
        ],
    ),
    (
        "cors-rocket",
        &[
            "adapter",
            "route_label",
            "conflicts",
            "headers",
            "decide",
            "handler",
            "state",
            "annotate",
            "inventory",
            "preflight",
            "responses",
            "fairing",
            "testing",
            "guide",
        ],
    ),
    (
        "cors-axum",
        &[
            "lent",
            "report",
            "kept_head",
            "routed",
            "handler",
            "ask",
            "future",
            "cors",
            "service",
            "any",
            "testing",
            "guide",
        ],
    ),
    ("cors-tower", &["adapter", "decide", "layer", "testing", "guide"]),
];

/// Names with the same meaning in several adapters.
const SHARED_BY_ADAPTERS: &[&str] =
    &["BrowserExt", "Cors", "CorsFuture", "CorsService", "Head", "ResponseMap"];

/// The name of the Fetch Standard for two sides of one thing: what a browser sends, and what a server decides on.
const SHARED_BY_CORE_AND_BROWSER: &[&str] = &["Request"];

const ADAPTERS: &[&str] = &["cors-actix", "cors-axum", "cors-rocket", "cors-tower"];

#[test]
fn nothing_is_imported_upwards() {
    let mut wrong = Vec::new();
    for (krate, layers) in LAYERS {
        let layer = |module: &str| layers.iter().position(|layer| *layer == module);
        for (file, code) in files(krate) {
            let module = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
            if module == "lib" {
                continue;
            }
            let Some(own) = layer(module) else {
                wrong.push(format!("{krate}/src/{file}: `{module}` is not in the list of layers"));
                continue;
            };
            for used in used_modules(&code) {
                match layer(used) {
                    Some(other) if other <= own => {}
                    Some(_) => wrong.push(format!("{krate}/src/{file}: `{module}` uses `{used}` above it")),
                    None => {
                        wrong.push(format!("{krate}/src/{file}: `crate::{used}` is no module of the list"))
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_type_name_has_one_meaning() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (krate, _) in LAYERS {
        let mut number = 0;
        for (file, code) in files(krate) {
            for name in code.lines().filter_map(defined_type) {
                number += 1;
                places.entry(name.to_owned()).or_default().push(format!("{krate}/src/{file}"));
            }
        }
        println!("{krate}: {number} types");
    }
    let is_right = |name: &str, places: &[String]| {
        let of = |adapter: &&&str| places.iter().filter(|place| place.starts_with(**adapter)).count();
        let is_shared = ADAPTERS.iter().map(|adapter| of(&adapter)).sum::<usize>() == places.len()
            && ADAPTERS.iter().all(|adapter| of(&adapter) <= 1)
            && SHARED_BY_ADAPTERS.contains(&name);
        places.len() == 1 || is_shared || SHARED_BY_CORE_AND_BROWSER.contains(&name)
    };
    let wrong: Vec<String> = places
        .iter()
        .filter(|(name, places)| !is_right(name, places))
        .map(|(name, places)| format!("`{name}` is defined in {}", places.join(", ")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the source files of a crate, without comments and unit tests.
fn files(krate: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(krate).join("src");
    let (mut folders, mut files) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let file = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                files.push((file, code(&fs::read_to_string(&path).unwrap())));
            }
        }
    }
    assert!(!files.is_empty(), "{krate} has no source files");
    files.sort();
    files
}

/// Returns the code without documentation, which can also be `#![doc = …]`, or a definition of links, `[page]: crate::…`.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let is_doc = |line: &&str| {
        line.trim_start().starts_with("//") || line.starts_with("#![doc") || line.starts_with('[')
    };
    let lines = source.lines().filter(|line| !is_doc(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Returns the first segment behind each `crate::`, except in the paths of a `macro_rules!`, which begin with `$`.
fn used_modules(code: &str) -> Vec<&str> {
    let is_path = |at: usize| !code.get(..at).is_some_and(|before| before.ends_with(['$', '_', '`']));
    let behind = code.match_indices("crate::").filter(|(at, _)| is_path(*at));
    let rest = behind.filter_map(|(at, path)| code.get(at + path.len()..));
    rest.flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split('}').next().unwrap_or_default().split(',').map(first_segment).collect(),
        None => vec![first_segment(rest)],
    })
    .collect()
}

fn first_segment(path: &str) -> &str {
    path.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// Returns the name of the type that a line defines.
fn defined_type(line: &str) -> Option<&str> {
    let mut line = line.trim_start();
    for visibility in ["pub(crate) ", "pub(super) ", "pub "] {
        line = line.strip_prefix(visibility).unwrap_or(line);
    }
    let rest =
        ["struct ", "enum ", "trait ", "union "].iter().find_map(|keyword| line.strip_prefix(keyword))?;
    let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    (!name.is_empty()).then_some(name)
}
