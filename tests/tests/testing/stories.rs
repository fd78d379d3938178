//! Requests to an application, and their outcomes.

use std::time::Duration;

use cors_browser::{FetchResultExt as _, Reason, Stage};
use cors_tests::counters::taken;
use cors_tests::table::{ADMIN, APP, EVIL};

use crate::{Open, on_each};

on_each!(preflights_are_kept, pages, blocked, same_origin, outcomes, redirects, headers);

async fn preflights_are_kept(open: &Open<'_>) {
    let mut page = open(APP);
    page.put("/full").json(&1).await.expect_readable();
    assert_eq!(taken(), ["preflight", "guard", "full"]);
    page.put("/full").json(&2).await.expect_readable();
    assert_eq!(taken(), ["guard", "full"]);
    page.browser().advance(Duration::from_secs(601));
    page.put("/full").json(&3).await.expect_readable();
    assert_eq!(taken(), ["preflight", "guard", "full"]);
}

async fn pages(open: &Open<'_>) {
    let mut page = open(APP);
    page.put("/full").await.expect_readable();
    page.browser().go_to(ADMIN);
    page.put("/full").await.expect_readable();
    assert_eq!(taken(), ["preflight", "guard", "full", "preflight", "guard", "full"]);
    page.browser().go_to(APP);
    page.put("/full").await.expect_readable();
    assert_eq!(taken(), ["guard", "full"]);
    open(EVIL).put("/full").await.expect_blocked();
    open(APP).put("/full").await.expect_readable();
    assert_eq!(taken(), ["preflight", "preflight", "guard", "full"]);
}

async fn blocked(open: &Open<'_>) {
    let preflight = open(EVIL).put("/full").await.expect_blocked();
    assert_eq!((preflight.stage(), preflight.reason()), (Stage::Preflight, &Reason::AllowOriginMissing));
    assert_eq!(taken(), ["preflight"]);
    let actual = open(EVIL).get("/plain").await.expect_blocked();
    assert_eq!((actual.stage(), actual.reason()), (Stage::Actual, &Reason::AllowOriginMissing));
    assert_eq!(taken(), ["plain"]);
}

async fn same_origin(open: &Open<'_>) {
    let mut page = open(EVIL).served_at(EVIL);
    page.put("/full").json(&1).await.expect_readable();
    page.put("/own").await.expect_readable();
    assert_eq!(taken(), ["guard", "full", "own-put"]);
}

async fn outcomes(open: &Open<'_>) {
    let mut page = open(APP);
    for (url, status) in [("/out/guard", 401), ("/out/missing", 404), ("/out/broken", 500), ("/out/err", 418)]
    {
        assert_eq!(page.get(url).await.expect_readable().status(), status, "{url}");
    }
    assert_eq!(page.get("/out/stream").await.expect_readable().text(), "abc");
    assert_eq!(page.put("/nowhere").await.expect_blocked().status(), Some(404));
}

async fn redirects(open: &Open<'_>) {
    let mut page = open(APP);
    let followed = page.get("/out/redirect").await.expect_readable();
    assert_eq!((followed.url(), followed.redirected()), ("https://server.test/plain", true));
    assert_eq!(followed.text(), "plain");
    assert_eq!(taken(), ["redirect", "plain"]);
    let away = page.get("/away").await.expect_blocked();
    assert_eq!((away.url(), away.origin()), ("https://elsewhere.test/plain", "null"));
}

async fn headers(open: &Open<'_>) {
    let seen = open(APP).get("/echo").await.expect_readable();
    assert_eq!(seen.header("etag").as_deref(), Some("\"1\""));
    assert_eq!(seen.header("x-total"), None);
    assert!(seen.hides("x-total"));
}
