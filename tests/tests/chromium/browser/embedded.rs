//! Cross-origin scripts and fonts, which pages load without `fetch()`.

use cors_browser::Credentials;
use cors_tests::chromium::journal;
use cors_tests::chromium::{Asked, Model, Outcome};
use serde_json::json;

use crate::browser::world::{Site, World};

/// A script that resolves after the module script has run.
const MODULE: &str = "await new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), {type: 'module', src: args.url});
    if (args.include) script.crossOrigin = 'use-credentials';
    Object.assign(script, {onload: resolve, onerror: () => reject(new Error('error event'))});
    document.head.append(script);
})";
const IMPORT: &str = "if ((await import(args.url)).answer !== 42) throw new Error('another module')";
const FONT_FACE: &str = "await new FontFace('a', `url(${args.url})`).load()";
const FONT_RULE: &str = "
    const rule = `@font-face { font-family: b; src: url(${args.url}) }`;
    document.head.append(Object.assign(document.createElement('style'), {textContent: rule}));
    const faces = await document.fonts.load('1em b', 'A');
    if (faces.length !== 1 || faces[0].status !== 'loaded') throw new Error('not loaded')";

/// The page's host, the path, the loading script, credentials, and the expected story.
type Row = (&'static str, &'static str, &'static str, bool, &'static str);

const ROWS: [Row; 18] = [
    ("app.localhost", "/module.js", MODULE, false, "loaded"),
    ("app.localhost", "/module.js", IMPORT, false, "loaded"),
    ("other.localhost", "/module.js", MODULE, false, "AllowOriginMissing"),
    ("other.localhost", "/module.js", IMPORT, false, "AllowOriginMissing"),
    ("other.localhost", "/module-any.js", MODULE, false, "loaded"),
    ("app.localhost", "/module-bare.js", MODULE, false, "AllowOriginMissing"),
    ("app.localhost", "/module-bare.js", IMPORT, false, "AllowOriginMissing"),
    ("app.localhost", "/module.js", MODULE, true, "AllowCredentials"),
    ("app.localhost", "/module-any.js", MODULE, true, "AllowOriginWildcard"),
    ("app.localhost", "/module-credentials.js", MODULE, true, "loaded"),
    ("app.localhost", "/font.ttf", FONT_FACE, false, "loaded"),
    ("app.localhost", "/font.ttf", FONT_RULE, false, "loaded"),
    ("other.localhost", "/font.ttf", FONT_FACE, false, "AllowOriginMissing"),
    ("other.localhost", "/font.ttf", FONT_RULE, false, "AllowOriginMissing"),
    ("other.localhost", "/font-any.ttf", FONT_FACE, false, "loaded"),
    ("other.localhost", "/font-any.ttf", FONT_RULE, false, "loaded"),
    ("app.localhost", "/font-bare.ttf", FONT_FACE, false, "AllowOriginMissing"),
    ("app.localhost", "/font-bare.ttf", FONT_RULE, false, "AllowOriginMissing"),
];

#[test]
fn scripts_and_fonts_are_loaded_where_they_can_be_fetched() {
    let Some(world) = World::start("browser: scripts_and_fonts_are_loaded_where_they_can_be_fetched") else {
        return;
    };
    let failed: Vec<_> = ROWS.iter().flat_map(|row| run(&world, row)).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn run(world: &World, row: &Row) -> Vec<String> {
    world.sites(row.0).iter().filter_map(|site| run_at(world, site, row)).collect()
}

/// Compares a load with the model. A [module
/// script](https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script) and a
/// [font](https://drafts.csswg.org/css-fonts/#font-fetching-requirements) are fetched with mode `cors` and credentials
/// `same-origin` (`include` with `crossorigin=use-credentials`), as `fetch()` does. The model predicts the result,
/// though it supports neither.
fn run_at(world: &World, site: &Site, (host, path, script, include, story): &Row) -> Option<String> {
    let url = site.url(&format!("{{api}}{path}"), 0);
    world.chromium.open(&world.pages.origin(host));
    let loaded = world.chromium.attempt(script, &json!({"url": url, "include": include}));
    let seen = (loaded.map(|_| ()), journal::take(site.port));
    let credentials = if *include { Credentials::Include } else { Credentials::SameOrigin };
    let predicted =
        match Model::at(&world.pages.origin(host)).fetch(&Asked::new("GET", &url).credentials(credentials)) {
            Outcome::Readable(_) => Ok(()),
            Outcome::Blocked { stage, reason } => Err((stage, reason)),
        };
    let told = predicted.as_ref().map_or_else(|(_, reason)| format!("{reason:?}"), |()| "loaded".to_owned());
    let predicted = (predicted, journal::take(site.port));
    let name = site.name;
    (seen != predicted || told != *story)
        .then(|| format!("{name}: {host} {url}: {script}\n  Chromium: {seen:?}\n  model: {predicted:?}"))
}
