//! Statements of "How CORS works" and "It still fails" on the console and on scripts, which only a browser can show.

use cors_browser::{Credentials, Mode};
use cors_tests::chromium::{Asked, Outcome};
use serde_json::json;
use url::form_urlencoded::byte_serialize;

use crate::browser::world::World;

const GUIDE: &str = include_str!("../../../../cors-browser/guide/how_cors_works.md");
const STILL_FAILS: &str = include_str!("../../../../cors-core/guide/it_still_fails.md");

/// The method of a request, the headers of its preflight response and of its own response, and whether cookies are
/// sent, in the order of the guide's table.
type Cause = (&'static str, &'static str, &'static str, bool);

const PREFLIGHT: &str = "204|access-control-allow-origin: *";
const CAUSES: [Cause; 7] = [
    ("GET", "204", "200", false),
    ("GET", "204", "200|access-control-allow-origin: https://other.example", false),
    ("GET", "204", "200|access-control-allow-origin: *", true),
    ("GET", "204", "200|access-control-allow-origin: {page}", true),
    ("PUT", PREFLIGHT, "200", false),
    ("POST", PREFLIGHT, "200", false),
    ("PUT", "404|access-control-allow-origin: *|access-control-allow-methods: PUT", "200", false),
];

/// The rows of "It still fails", except the last ones, which are about another network and about files.
const MORE_CAUSES: [Cause; 12] = [
    ("GET", "204", "200", false),
    ("PUT", "401|access-control-allow-origin: *", "200", false),
    ("PUT", "302|location: /bare", "200", false),
    (
        "GET",
        "204",
        "200|access-control-allow-origin: https://app.example.com|access-control-allow-origin: https://app.example.com",
        false,
    ),
    ("GET", "204", "200|access-control-allow-origin: https://other.example", false),
    ("GET", "204", "200|access-control-allow-origin: app.example.com", false),
    ("GET", "204", "200|access-control-allow-origin: *", true),
    ("GET", "204", "200|access-control-allow-origin: {page}", true),
    ("POST", PREFLIGHT, "200", false),
    ("patch", PREFLIGHT, "200", false),
    ("PUT", "204|access-control-allow-origin: *|access-control-allow-methods: A B", "200", false),
    ("POST", "204|access-control-allow-origin: *|access-control-allow-headers: a b", "200", false),
];

#[test]
fn the_console_says_what_the_guide_quotes() {
    let Some(world) = World::start("browser: the_console_says_what_the_guide_quotes") else { return };
    assert_quotes(&world, GUIDE, &CAUSES);
}

#[test]
fn the_console_says_what_it_still_fails_quotes() {
    let Some(world) = World::start("browser: the_console_says_what_it_still_fails_quotes") else { return };
    assert_quotes(&world, STILL_FAILS, &MORE_CAUSES);
}

fn assert_quotes(world: &World, guide: &str, causes: &[Cause]) {
    let quoted = quoted_lines(guide);
    // Lines about another network, or about files, have no header as their cause.
    assert!(quoted[causes.len()..].iter().all(|line| !line.contains("Access-Control")), "{quoted:#?}");
    for (line, cause) in quoted.iter().zip(causes) {
        for site in world.sites("app.localhost") {
            world.chromium.open(&world.pages.origin("app.localhost"));
            world.chromium.console();
            let asked = asked(&site.url("{api}/raw", 0), &world.pages.origin("app.localhost"), cause);
            let error = world.chromium.call(include_str!("../../../src/chromium/fetch.js"), &asked.to_json());
            assert_eq!(error, json!({"error": "TypeError: Failed to fetch"}), "{line}");
            let console = world.chromium.console();
            assert!(console.iter().any(|entry| entry.contains(line)), "{line}\nconsole: {console:#?}");
        }
    }
}

/// Returns the first column of the table.
fn quoted_lines(guide: &str) -> Vec<String> {
    let (_, table) = guide.split_once("| Chromium's console says |").unwrap();
    let rows = table
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|row| row.strip_prefix("| `")?.split_once("` |"));
    rows.map(|(line, _)| line.replace("\\|", "|")).collect()
}

fn asked(raw: &str, page: &str, (method, preflight, actual, with_cookies): &Cause) -> Asked {
    let encode = |text: &str| byte_serialize(text.replace("{page}", page).as_bytes()).collect::<String>();
    let asked =
        Asked::new(method, format!("{raw}?preflight={}&actual={}", encode(preflight), encode(actual)));
    let asked = if *with_cookies { asked.credentials(Credentials::Include) } else { asked };
    if *method == "POST" { asked.header("content-type", "application/json") } else { asked }
}

#[test]
fn scripts_are_told_no_reason() {
    let Some(world) = World::start("browser: scripts_are_told_no_reason") else { return };
    let [site, ..] = world.sites("app.localhost");
    world.chromium.open(&world.pages.origin("app.localhost"));
    let url = site.url("{api}/bare", 0);
    let status = "
        const xhr = new XMLHttpRequest();
        xhr.open('GET', args.url);
        await new Promise(resolve => { xhr.onloadend = resolve; xhr.send(); });
        return [xhr.status, xhr.responseText, xhr.getAllResponseHeaders()]";
    assert_eq!(world.chromium.run(status, &json!({"url": url})), json!([0, "", ""]));
    let asked = Asked::new("GET", &url).mode(Mode::NoCors);
    let Outcome::Readable(opaque) = world.chromium.fetch(&asked) else { panic!("`no-cors` is not an error") };
    assert_eq!((opaque.status, opaque.body.as_str()), (0, ""));
}
