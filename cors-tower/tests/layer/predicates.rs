//! Origins that code decides, by the head of the request.

use std::cell::Cell;
use std::convert::Infallible;

use cors_tower::{Cors, Origin, Policy, policy};
use http::request::Parts;
use http::{HeaderMap, Request, Response, Version};
use tower::{Layer, service_fn};

use crate::{APP, OTHER, lines, preflight, request, send};

const SYNC: Policy = policy!(origins = predicate(of_tenant), methods = ["GET", "PUT"]);
const ASYNC: Policy = policy!(origins = async_predicate(of_tenant_later), methods = ["GET", "PUT"]);
const PANICS: Policy = policy!(origins = async_predicate(panics), methods = ["GET", "PUT"]);

thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

fn of_tenant(origin: &Origin<'_>, parts: &Parts) -> bool {
    ASKED.set(ASKED.get() + 1);
    origin.host() == "app.example.com" && parts.uri.path() == "/users/1"
}

async fn of_tenant_later(origin: &Origin<'_>, parts: &Parts) -> Result<bool, String> {
    tokio::task::yield_now().await;
    Ok(of_tenant(origin, parts))
}

async fn panics(_: &Origin<'_>, _: &Parts) -> bool {
    tokio::task::yield_now().await;
    panic!("on purpose")
}

/// Sends a request to a service that says which method has come to it.
async fn answer(policy: Policy, request: Request<()>) -> (u16, HeaderMap, String) {
    let echo = async |request: Request<()>| Ok::<_, Infallible>(Response::new(request.method().to_string()));
    send(Cors::new(policy).layer(service_fn(echo)), request).await
}

#[tokio::test]
async fn a_predicate_decides_preflights_and_responses() {
    for policy in [SYNC, ASYNC] {
        let (status, headers, body) = answer(policy.clone(), preflight(APP, "PUT")).await;
        assert_eq!((status, body.as_str()), (204, ""));
        assert_eq!(headers["access-control-allow-origin"], APP);
        assert_eq!(answer(policy.clone(), preflight(OTHER, "PUT")).await.0, 403);
        // No method of the policy, so nobody is asked.
        let asked = ASKED.get();
        assert_eq!(answer(policy.clone(), preflight(APP, "DELETE")).await.2, "OPTIONS");
        assert_eq!(answer(policy.clone(), request("GET", &[])).await.2, "GET");
        assert_eq!(ASKED.get(), asked);

        let (_, headers, body) = answer(policy.clone(), request("PUT", &[("origin", APP)])).await;
        assert_eq!(body, "PUT");
        assert_eq!(lines(&headers), ["access-control-allow-origin: https://app.example.com", "vary: Origin"]);
        let (_, headers, body) = answer(policy, request("PUT", &[("origin", OTHER)])).await;
        assert_eq!((body.as_str(), lines(&headers)), ("PUT", vec!["vary: Origin".to_owned()]));
    }
}

/// The service inside gets what a predicate has seen.
#[tokio::test]
async fn a_predicate_sees_the_whole_head() {
    const IS_LATER_HTTP: Policy = policy!(origins = predicate(is_later_http), methods = ["PUT"]);
    #[derive(Clone)]
    struct Tenant;
    fn is_later_http(_: &Origin<'_>, parts: &Parts) -> bool {
        parts.version == Version::HTTP_2 && parts.extensions.get::<Tenant>().is_some()
    }
    let service = service_fn(async |request: Request<()>| {
        let has_both = request.version() == Version::HTTP_2 && request.extensions().get::<Tenant>().is_some();
        Ok::<_, Infallible>(Response::new(has_both.to_string()))
    });
    let mut request = request("PUT", &[("origin", APP)]);
    *request.version_mut() = Version::HTTP_2;
    request.extensions_mut().insert(Tenant);
    let (_, headers, body) = send(Cors::new(IS_LATER_HTTP).layer(service), request).await;
    assert_eq!((body.as_str(), headers["access-control-allow-origin"].to_str().unwrap()), ("true", APP));
}

#[tokio::test]
async fn a_predicate_that_panics_refuses_the_origin() {
    assert_eq!(answer(PANICS, preflight(APP, "PUT")).await.0, 403);
    let (_, headers, body) = answer(PANICS, request("PUT", &[("origin", APP)])).await;
    assert_eq!((body.as_str(), lines(&headers)), ("PUT", vec!["vary: Origin".to_owned()]));
}

/// A future that moves between threads, as `tokio::spawn` demands.
#[tokio::test]
async fn the_future_of_a_layer_with_a_predicate_is_send() {
    let response = tokio::spawn(answer(ASYNC, preflight(APP, "PUT"))).await.unwrap();
    assert_eq!(response.0, 204);
}
