//! Applications that launch, and applications that do not.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test"
)]

#[macro_use]
mod common;

use common::{APP, EVIL, FULL, OTHERS, OWN, build, logged, preflight, send};
use cors_rocket::Cors;
use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;
use rocket::local::blocking::Client;
use rocket::{Build, Rocket, Route, get, post, routes};

fn launch(rocket: Rocket<Build>) -> Result<Client, String> {
    Client::untracked(rocket).map_err(|error| match error.kind() {
        ErrorKind::SentinelAborts(_) => "sentinel".to_owned(),
        ErrorKind::FailedFairings(_) => "fairing".to_owned(),
        kind => kind.to_string(),
    })
}

/// Mounts `routes` and attaches `next` while Rocket ignites.
fn stage(routes: Vec<Route>, next: Option<AdHoc>) -> AdHoc {
    AdHoc::on_ignite("stage", |rocket| async {
        let rocket = rocket.mount("/", routes);
        match next {
            Some(next) => rocket.attach(next),
            None => rocket,
        }
    })
}

annotated! { &FULL, "GET, HEAD"; #[get("/alone")] fn alone() -> &'static str { "alone" } }
annotated! { &FULL, "GET, HEAD"; #[get("/staged")] fn staged() -> &'static str { "staged" } }
annotated! { &FULL, "GET, HEAD"; #[get("/nested/<_>")] fn nested() -> &'static str { "nested" } }
annotated! { &FULL, "GET, HEAD"; #[get("/too-late")] fn too_late() -> &'static str { "" } }

#[get("/unannotated")]
fn bare() -> &'static str {
    "bare"
}

#[get("/bare-too-late")]
fn bare_too_late() -> &'static str {
    "bare"
}

#[test]
fn the_fairing_is_required() {
    let error = launch(build().mount("/v1", routes![alone, bare])).err();
    assert_eq!(error.as_deref(), Some("sentinel"));
    assert_eq!(
        logged("`alone` (GET /v1/alone)"),
        ["ERROR: `#[cors]` on `alone` (GET /v1/alone) has no effect without its fairing; \
          add `.attach(cors_rocket::Cors::fairing())`"]
    );
    assert!(logged("/v1/unannotated").is_empty());
    assert!(launch(build().mount("/", routes![bare])).is_ok());
    assert!(launch(build().attach(Cors::fairing()).mount("/", routes![bare])).is_ok());
}

#[test]
fn routes_of_stages_are_found() {
    let stages = || stage(routes![staged], Some(stage(routes![nested], Some(stage(routes![bare], None)))));
    let first = build().attach(Cors::fairing()).attach(stages());
    let last = build().attach(stages()).attach(Cors::fairing());
    for rocket in [first, last] {
        let client = launch(rocket.mount("/", routes![alone])).expect("a launch");
        for path in ["/alone", "/staged", "/nested/1"] {
            assert_eq!(preflight(&client, path, APP, "GET").status, 204, "{path}");
            assert_eq!(send(client.get(path), Some(APP)).allowed(), Some(APP), "{path}");
        }
        assert_eq!(preflight(&client, "/unannotated", APP, "GET").status, 404);
    }
}

#[test]
fn attached_twice_is_attached_once() {
    let inner = AdHoc::on_ignite("inner", |rocket| async { rocket.attach(Cors::fairing()) });
    let rocket = build().attach(Cors::fairing()).attach(Cors::fairing()).attach(inner);
    let client = launch(rocket.mount("/", routes![alone])).expect("a launch");
    assert_eq!(preflight(&client, "/alone", APP, "GET").status, 204);
}

/// Attaches `last` after `depth` others, each of which only attaches the next.
fn behind(depth: usize, last: AdHoc) -> AdHoc {
    (0..depth).fold(last, |next, _| AdHoc::on_ignite("quiet", |rocket| async { rocket.attach(next) }))
}

#[test]
fn fifteen_fairings_in_a_chain_are_waited_for() {
    for depth in [4, 15] {
        let stages = behind(depth, stage(routes![too_late, bare_too_late], None));
        let client = launch(build().attach(Cors::fairing()).attach(stages)).expect("a launch");
        assert_eq!(preflight(&client, "/too-late", APP, "GET").status, 204, "{depth}");
    }
}

annotated! { &OWN, "GET, HEAD"; #[get("/own")] fn own() -> &'static str { "own" } }

#[test]
fn response_fairings_in_a_chain_are_waited_for() {
    let opens = || {
        AdHoc::on_response("opens", |_, response| {
            Box::pin(async move {
                response.set_raw_header("Access-Control-Allow-Origin", "*");
            })
        })
    };
    for depth in 0..=16 {
        let first = build().attach(Cors::fairing()).attach(behind(depth, opens()));
        let last = build().attach(behind(depth, opens())).attach(Cors::fairing());
        for rocket in [first, last] {
            let client = launch(rocket.mount("/", routes![alone, own, bare])).expect("a launch");
            for (path, origin, allowed) in [
                ("/alone", APP, Some(APP)),
                ("/alone", EVIL, None),
                ("/own", APP, None),
                ("/unannotated", APP, Some("*")),
            ] {
                assert_eq!(send(client.get(path), Some(origin)).allowed(), allowed, "{depth} {path}");
            }
            assert_eq!(preflight(&client, "/own", APP, "GET").allowed(), None, "{depth}");
        }
    }
}

#[test]
fn routes_that_come_too_late() {
    for (late, name) in
        [(routes![too_late], "`too_late` (GET /too-late)"), (routes![bare_too_late], "`bare_too_late`")]
    {
        let stages = behind(17, stage(late, None));
        let error = launch(build().attach(Cors::fairing()).attach(stages).mount("/", routes![alone])).err();
        assert_eq!(error.as_deref(), Some("sentinel"));
        let line = logged(name).pop().expect("a line");
        assert!(line.contains("came after the fairing"), "{line}");
        assert!(!line.contains("alone"), "{line}");
    }
}

annotated! { &FULL, "POST"; #[post("/f/<_>", format = "json")] fn json() -> &'static str { "json" } }
annotated! { &FULL, "POST"; #[post("/f/<_>", format = "text/plain")] fn text() -> &'static str { "text" } }
annotated! { &OTHERS, "POST"; #[post("/f/<_>", format = "form")] fn form() -> &'static str { "form" } }
annotated! { &FULL, ""; #[post("/f/<_>", format = "html")] fn html() -> &'static str { "html" } }

#[post("/f/<_>", format = "xml")]
fn xml() -> &'static str {
    "xml"
}

#[post("/f/<_x>", rank = 7)]
fn anything(_x: &str) -> &'static str {
    "anything"
}

annotated! { &OTHERS, "POST"; #[post("/f/<_..>", format = "xml", rank = 1)] fn below() -> &'static str { "" } }
annotated! { &OTHERS, "POST"; #[post("/f/x", format = "xml")] fn beside() -> &'static str { "" } }
annotated! { &OTHERS, "POST"; #[post("/<_>/y", format = "xml")] fn across() -> &'static str { "" } }
annotated! { &OTHERS, "POST"; #[post("/<_..>", format = "xml")] fn rest() -> &'static str { "" } }
annotated! { &OTHERS, "POST"; #[post("/f/<_>/<_..>", format = "xml")] fn empty_rest() -> &'static str { "" } }
annotated! { &FULL, "POST"; #[post("/f/<_>", format = "json", rank = 30)] fn last() -> &'static str { "" } }
annotated! { &OTHERS, "POST"; #[post("/g/<_>", format = "xml")] fn elsewhere() -> &'static str { "" } }
annotated! { &OTHERS, "POST"; #[post("/f/<_>", format = "json", rank = 9)] fn same_format() -> &'static str { "" } }
annotated! { &OTHERS, "PUT"; #[rocket::put("/f/<_>", format = "xml")] fn other_method() -> &'static str { "" } }

#[test]
fn formats_that_disagree_fail() {
    let mut rest = routes![rest];
    rest[0].rank = routes![json][0].rank;
    for (other, name) in [
        (routes![form], "form"),
        (routes![html], "html"),
        (routes![xml], "xml"),
        (routes![anything], "anything"),
        // Of equal rank and with a common path.
        (routes![across], "across"),
        (rest, "rest"),
        (routes![empty_rest], "empty_rest"),
    ] {
        for routes in [[routes![json], other.clone()].concat(), [other.clone(), routes![json]].concat()] {
            let error = launch(build().attach(Cors::fairing()).mount("/", routes)).err();
            assert_eq!(error.as_deref(), Some("fairing"), "{name}");
        }
        let lines = logged(&format!("`{name}` (POST "));
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(
            lines
                .iter()
                .all(|line| line.contains("`json` (POST /f/<_>)") && line.contains("differ in `format`"))
        );
        // A shared policy for a page and its data can open the page.
        let ways_out = "; give one of them another path, or, if the same pages may read both, put the same `#[cors(…)]` on both";
        assert!(lines.iter().all(|line| line.ends_with(ways_out)), "{lines:?}");
    }
}

#[test]
fn formats_that_agree_launch() {
    for other in [
        routes![text],
        routes![below],
        routes![beside],
        routes![elsewhere],
        routes![same_format],
        routes![other_method],
    ] {
        for routes in [[routes![json], other.clone()].concat(), [other.clone(), routes![json]].concat()] {
            let client = launch(build().attach(Cors::fairing()).mount("/", routes)).expect("a launch");
            assert_eq!(preflight(&client, "/f/1", APP, "POST").allowed(), Some(APP));
        }
    }
    // The first route takes every format, so the second is tried only after a forward.
    let client =
        launch(build().attach(Cors::fairing()).mount("/", routes![last, anything])).expect("a launch");
    assert_eq!(preflight(&client, "/f/1", APP, "POST").status, 404);
    // Without `#[cors]` nothing can disagree.
    let routes = routes![xml, anything];
    assert!(launch(build().attach(Cors::fairing()).mount("/", routes)).is_ok());
}
