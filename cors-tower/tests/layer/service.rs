//! The bounds of the service inside, and the calls that it gets.

use std::future::{Ready, poll_fn, ready};
use std::task::{Context, Poll};

use cors_tower::{Cors, Origin, Policy, policy};
use http::request::Parts;
use http::{Request, Response};
use tower::Layer;
use tower_service::Service;

use crate::{APP, policy, preflight, request};

/// A body that is neither `Clone` nor of bytes.
#[derive(Debug, Default, PartialEq)]
struct Opaque(bool);

/// A service that has to be ready before each call, fails on request, and is no `Clone`.
#[derive(Default)]
struct Strict {
    is_ready: bool,
}

impl Service<Request<Opaque>> for Strict {
    type Response = Response<Opaque>;
    type Error = &'static str;
    type Future = Ready<Result<Response<Opaque>, &'static str>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), &'static str>> {
        if self.is_ready {
            return Poll::Ready(Ok(()));
        }
        self.is_ready = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn call(&mut self, request: Request<Opaque>) -> Self::Future {
        assert!(std::mem::take(&mut self.is_ready), "called before it was ready");
        ready(match request.body() {
            Opaque(true) => Ok(Response::new(Opaque(true))),
            Opaque(false) => Err("failed"),
        })
    }
}

#[tokio::test]
async fn the_service_is_ready_before_it_is_called() {
    let mut service = Cors::new(policy()).layer(Strict::default());
    let mut polls = 0;
    for _ in 0..2 {
        poll_fn(|context| {
            polls += 1;
            service.poll_ready(context)
        })
        .await
        .unwrap();
        let response = service.call(request("GET", &[("origin", APP)]).map(|()| Opaque(true))).await.unwrap();
        assert_eq!(response.body(), &Opaque(true));
        assert_eq!(response.headers()["access-control-allow-origin"], APP);
    }
    assert_eq!(polls, 4);
}

async fn everybody(_: &Origin<'_>, _: &Parts) -> bool {
    true
}

/// A service that is not ready would panic.
#[tokio::test]
async fn a_preflight_does_not_call_the_service() {
    const ASYNC: Policy = policy!(origins = async_predicate(everybody), methods = ["PUT"]);
    for policy in [policy(), ASYNC] {
        let mut service = Cors::new(policy).layer(Strict::default());
        let response = service.call(preflight(APP, "PUT").map(|()| Opaque(true))).await.unwrap();
        assert_eq!((response.status().as_u16(), response.body()), (204, &Opaque::default()));
    }
}

#[tokio::test]
async fn an_error_stays_an_error() {
    let mut service = Cors::new(policy()).layer(Strict { is_ready: true });
    let error = service.call(request("GET", &[("origin", APP)]).map(|()| Opaque(false))).await;
    assert_eq!(error.unwrap_err(), "failed");
}
