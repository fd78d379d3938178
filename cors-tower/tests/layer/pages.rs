//! Pages in the model of a browser.

use cors_tower::testing::{Browser, BrowserExt, FetchResultExt, Reason};
use cors_tower::{Cors, Policy};
use http::{Request, Response};
use tower::{Layer, service_fn};

use crate::{APP, OTHER, policy};

#[tokio::test]
async fn a_page_reads_what_the_policy_allows() {
    let service = Cors::new(policy()).layer(service_fn(async |request: Request<Vec<u8>>| {
        let body = String::from_utf8(request.into_body()).unwrap();
        Ok::<_, String>(Response::builder().header("etag", "1").body(body).unwrap())
    }));

    let mut page = Browser::at(APP).on(service.clone());
    let updated = page.put("/users/1").json("Ada").with_credentials().await.expect_readable();
    assert_eq!(updated.text(), "\"Ada\"");
    page.delete("/users/1").await.expect_blocked();
    let with_header = page.put("/users/1").header("x-other", "1").await.expect_blocked();
    assert!(matches!(with_header.reason(), Reason::HeaderNotAllowed { .. }), "{with_header}");

    let mut other = Browser::at(OTHER).on(service);
    other.get("/users/1").await.expect_blocked();
}

/// A service for any body, which has to be named.
#[tokio::test]
async fn a_failure_is_a_failure_of_the_network() {
    #[derive(Clone)]
    struct Broken;
    impl<B> tower_service::Service<Request<B>> for Broken {
        type Response = Response<String>;
        type Error = &'static str;
        type Future = std::future::Ready<Result<Response<String>, &'static str>>;

        fn poll_ready(
            &mut self,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Result<(), &'static str>> {
            std::task::Poll::Ready(Err("the service is down"))
        }

        fn call(&mut self, _: Request<B>) -> Self::Future {
            unreachable!("it is never ready")
        }
    }
    let mut page = Browser::at(APP).on::<Vec<u8>, _>(Cors::new(Policy::PUBLIC).layer(Broken));
    let blocked = page.get("/").await.expect_blocked();
    assert!(blocked.to_string().contains("the service is down"), "{blocked}");
}
