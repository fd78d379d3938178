//! `Cross-Origin-Resource-Policy` and `-Embedder-Policy` block embedded resources without CORS, and never a CORS
//! request. The guide quotes the console's messages.

use serde_json::json;
use url::form_urlencoded::byte_serialize;

use crate::browser::world::{Site, World};

const GUIDE: &str = include_str!("../../../../cors-core/guide/it_still_fails.md");
/// The mode of an `<img>` or a `<script>` without `crossorigin`, and the mode with that attribute.
const EMBEDDED: &str = "no-cors";
const BY_CORS: &str = "cors";

/// Page isolation by an embedder policy, the URL, the headers there, the mode, and the expected result.
type Row = (bool, &'static str, &'static str, &'static str, &'static str);

const ROWS: [Row; 10] = [
    (false, "{api}", "", EMBEDDED, "opaque"),
    (false, "{api}", "|cross-origin-resource-policy: same-origin", EMBEDDED, "NotSameOrigin"),
    (false, "{other}", "|cross-origin-resource-policy: same-site", EMBEDDED, "NotSameSite"),
    (false, "{other}", "|cross-origin-resource-policy: cross-origin", EMBEDDED, "opaque"),
    (
        false,
        "{other}",
        "|access-control-allow-origin: *|cross-origin-resource-policy: same-origin",
        BY_CORS,
        "cors",
    ),
    (false, "{other}", "|cross-origin-resource-policy: cross-origin", BY_CORS, "CORS policy"),
    (true, "{other}", "", EMBEDDED, "NotSameOriginAfterDefaultedToSameOriginByCoep"),
    (
        true,
        "{other}",
        "|access-control-allow-origin: *",
        EMBEDDED,
        "NotSameOriginAfterDefaultedToSameOriginByCoep",
    ),
    (true, "{other}", "|cross-origin-resource-policy: cross-origin", EMBEDDED, "opaque"),
    (true, "{other}", "|access-control-allow-origin: *", BY_CORS, "cors"),
];

#[test]
fn what_is_embedded_is_refused_by_other_headers_than_cors() {
    let Some(world) = World::start("browser: what_is_embedded_is_refused_by_other_headers_than_cors") else {
        return;
    };
    for site in world.sites("app.localhost") {
        for row in ROWS {
            assert_eq!(told(&world, &site, &row), row.4, "{}: {row:?}", site.name);
        }
    }
    for (_, _, _, _, story) in ROWS.iter().filter(|row| row.4.starts_with("NotSame")) {
        assert!(GUIDE.contains(&format!("`net::ERR_BLOCKED_BY_RESPONSE.{story}`")), "{story}");
    }
}

/// Returns the type of the response, or the console's message.
fn told(world: &World, site: &Site, (isolated, host, headers, mode, _): &Row) -> String {
    let raw = |host: &str, lines: &str| {
        let encoded: String = byte_serialize(format!("200{lines}").as_bytes()).collect();
        site.url(&format!("{host}/raw?actual={encoded}"), 0)
    };
    let page = match isolated {
        true => raw("{api}", "|content-type: text/html|cross-origin-embedder-policy: require-corp"),
        false => world.pages.origin("app.localhost"),
    };
    world.chromium.open(&page);
    world.chromium.console();
    let script = "return (await fetch(args.url, {mode: args.mode})).type";
    let got = world.chromium.call(script, &json!({"url": raw(host, headers), "mode": mode}));
    if let Some(kind) = got["value"].as_str() {
        return kind.to_owned();
    }
    assert_eq!(got, json!({"error": "TypeError: Failed to fetch"}));
    let console = world.chromium.console().join("\n");
    let blocked = console.split_once("net::ERR_BLOCKED_BY_RESPONSE.").map(|(_, reason)| reason);
    let of_cors = console.contains("blocked by CORS policy").then_some("CORS policy");
    blocked.and_then(|reason| reason.lines().next()).or(of_cors).unwrap_or(&console).to_owned()
}
