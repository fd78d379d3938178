//! Requests with and without cookies.

use cors_browser::{Credentials, FetchResultExt as _};
use cors_tests::table::APP;

use crate::{Open, on_each};

on_each!(with_credentials, without_credentials, same_origin, replaced);

fn cookies(text: &str) -> &str {
    text.split(['[', ']']).nth(3).unwrap()
}

async fn with_credentials(open: &Open<'_>) {
    let mut page = open(APP);
    page.post("/login").with_credentials().await.expect_readable();
    let seen = page.put("/echo").with_credentials().await.expect_readable();
    assert_eq!(cookies(&seen.text()), "session=1");
    assert_eq!(seen.header("set-cookie"), None);
    page.post("/logout").with_credentials().await.expect_readable();
    let seen = page.put("/echo").with_credentials().await.expect_readable();
    assert_eq!(cookies(&seen.text()), "-");
}

async fn without_credentials(open: &Open<'_>) {
    let mut page = open(APP);
    // Cookies of a response are stored only if the request had credentials.
    page.post("/login").await.expect_readable();
    let seen = page.get("/echo").with_credentials().await.expect_readable();
    assert_eq!(cookies(&seen.text()), "-");
    page.set_cookie("session", "1");
    for mode in [Credentials::Omit, Credentials::SameOrigin] {
        let seen = page.get("/echo").credentials(mode).await.expect_readable();
        assert_eq!(cookies(&seen.text()), "-", "{mode:?}");
    }
    assert_eq!(cookies(&page.get("/echo").await.expect_readable().text()), "-");
}

async fn same_origin(open: &Open<'_>) {
    let mut page = open(APP).served_at(APP);
    page.post("/login").await.expect_readable();
    assert_eq!(cookies(&page.get("/echo").await.expect_readable().text()), "session=1");
    let omit = page.get("/echo").credentials(Credentials::Omit).await.expect_readable();
    assert_eq!(cookies(&omit.text()), "-");
}

async fn replaced(open: &Open<'_>) {
    let mut page = open(APP);
    page.set_cookie("session", "0");
    page.post("/login").with_credentials().await.expect_readable();
    let seen = page.get("/echo").with_credentials().await.expect_readable();
    assert_eq!(cookies(&seen.text()), "session=1");
}
