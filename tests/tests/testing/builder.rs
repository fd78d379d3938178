//! Every method that builds a request, shown by a handler that echoes the request.

use cors_browser::{
    Body, Credentials, FetchResultExt as _, Mode, Reason, Redirect, ReferrerPolicy, ResponseType, Stage,
};
use cors_tests::counters::taken;
use cors_tests::table::APP;

use crate::{Open, on_each};

on_each!(methods, bodies, options, urls);

async fn methods(open: &Open<'_>) {
    let mut page = open(APP);
    let text = |method: &str| format!("{method} server.test /echo [-] [-] [-] ");
    assert_eq!(page.get("/echo").await.expect_readable().text(), text("GET"));
    assert_eq!(page.put("/echo").await.expect_readable().text(), text("PUT"));
    assert_eq!(page.patch("/echo").await.expect_readable().text(), text("PATCH"));
    assert_eq!(page.delete("/echo").await.expect_readable().text(), text("DELETE"));
    assert_eq!(page.post("/echo").await.expect_readable().text(), text("POST"));
    assert_eq!(page.request("put", "/echo").await.expect_readable().text(), text("PUT"));
    let head = page.head("/echo").await.expect_readable();
    assert_eq!((head.status(), head.body(), head.header("etag").as_deref()), (200, &b""[..], Some("\"1\"")));
}

async fn bodies(open: &Open<'_>) {
    let mut page = open(APP);
    let text = |mime: &str, body: &str| format!("POST server.test /echo [{mime}] [-] [-] {body}");
    let json = page.post("/echo").json(&["Ada", "Grace"]).await.expect_readable();
    assert_eq!(json.text(), text("application/json", "[\"Ada\",\"Grace\"]"));
    let patch = page.post("/echo").json(&1).header("content-type", "application/merge-patch+json");
    assert_eq!(patch.await.expect_readable().text(), text("application/merge-patch+json", "1"));
    assert_eq!(taken(), ["preflight", "echo", "echo"]);

    let plain = page.post("/echo").text("Ada").await.expect_readable();
    assert_eq!(plain.text(), text("text/plain;charset=UTF-8", "Ada"));
    let form = page.post("/echo").form([("name", "Ada & Grace")]).await.expect_readable();
    assert_eq!(form.text(), text("application/x-www-form-urlencoded;charset=UTF-8", "name=Ada+%26+Grace"));
    let bytes = page.post("/echo").body(Body::Bytes(b"Ada".to_vec())).await.expect_readable();
    assert_eq!(bytes.text(), text("-", "Ada"));
    assert_eq!(taken(), ["echo", "echo", "echo"]);
}

async fn options(open: &Open<'_>) {
    let mut page = open(APP);
    let a = page.get("/echo").header("X-A", "1").await.expect_readable();
    assert_eq!(a.text(), "GET server.test /echo [-] [-] [1] ");
    assert_eq!(taken(), ["preflight", "echo"]);

    page.post("/any-header").upload_listener().await.expect_readable();
    assert_eq!(taken(), ["preflight", "any-header"]);

    let opaque = page.get("/own").mode(Mode::NoCors).await.unwrap();
    assert_eq!((opaque.kind(), opaque.status()), (ResponseType::Opaque, 0));
    let refused = page.get("/echo").mode(Mode::SameOrigin).await.expect_blocked();
    assert_eq!((refused.stage(), refused.reason()), (Stage::Request, &Reason::SameOriginMode));
    let refused = page.get("/out/redirect").redirect(Redirect::Error).await.expect_blocked();
    assert_eq!(*refused.reason(), Reason::RedirectMode);
    assert_eq!(taken(), ["own", "redirect"]);

    page.set_cookie("session", "1");
    let include = page.get("/echo").credentials(Credentials::Include).await.expect_readable();
    assert_eq!(include.text(), "GET server.test /echo [-] [session=1] [-] ");
    page.get("/echo").referrer_policy(ReferrerPolicy::NoReferrer).await.expect_readable();
}

async fn urls(open: &Open<'_>) {
    let mut page = open(APP);
    page.get("/plain?a=1#b").await.expect_readable();
    let absolute = page.get("https://other.test:8443/echo").await.expect_readable();
    assert_eq!(absolute.text(), "GET other.test:8443 /echo [-] [-] [-] ");
    let mut page = open(APP).served_at("http://localhost:3000");
    let set = page.get("/echo").await.expect_readable();
    assert_eq!(
        (set.url(), set.text().as_str()),
        ("http://localhost:3000/echo", "GET localhost:3000 /echo [-] [-] [-] ")
    );
    assert_eq!(*page.get("http://[").await.expect_blocked().reason(), Reason::InvalidUrl);
}
