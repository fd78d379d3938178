//! The adapter of actix-web: its requests and responses, its predicates and its log.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;

use actix_web::HttpRequest;
use actix_web::dev::RequestHead;
use actix_web::http::header;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use cors_core::__adapter::{
    Adapter, AsyncOutput, PredicateOutput, PredicateResult, RequestHeader, ResponseHead,
};

#[derive(Debug)]
pub struct ActixAdapter;

/// The function named by `predicate(…)` or `async_predicate(…)`.
pub type PredicateFn = cors_core::__adapter::PredicateFn<ActixAdapter>;

type BoxFuture<'r> = Pin<Box<dyn Future<Output = PredicateResult> + 'r>>;

/// Boxes the future of an async predicate, as `async_output` of cors-core does where requests move between threads. Those of
/// actix-web do not.
pub fn async_output<'r, V: PredicateOutput>(future: impl AsyncOutput<V> + 'r) -> BoxFuture<'r> {
    Box::pin(async move { future.await.into_result() })
}

impl Adapter for ActixAdapter {
    type Request<'q> = HttpRequest;
    type PredicateFuture<'r> = BoxFuture<'r>;

    const MIDDLEWARE: &'static str = "middleware";

    cors_core::__log!();
}

/// The head of a request.
#[derive(Clone, Copy)]
pub(crate) struct Head<'r>(pub(crate) &'r RequestHead);

impl<'r> cors_core::__adapter::RequestHead<'r> for Head<'r> {
    fn method(self) -> &'r [u8] {
        self.0.method.as_str().as_bytes()
    }

    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'r [u8]> {
        let name = match name {
            RequestHeader::Origin => header::ORIGIN,
            RequestHeader::RequestMethod => header::ACCESS_CONTROL_REQUEST_METHOD,
            RequestHeader::RequestHeaders => header::ACCESS_CONTROL_REQUEST_HEADERS,
            RequestHeader::FetchSite => HeaderName::from_static("sec-fetch-site"),
            RequestHeader::Host => header::HOST,
            RequestHeader::Cookie => header::COOKIE,
            RequestHeader::FetchMode => HeaderName::from_static("sec-fetch-mode"),
        };
        self.0.headers().get_all(name).map(HeaderValue::as_bytes)
    }

    fn authority(self) -> Option<&'r [u8]> {
        self.0.uri.authority().map(|authority| authority.as_str().as_bytes())
    }

    fn path(self) -> &'r [u8] {
        self.0.uri.path().as_bytes()
    }
}

/// The headers of a response.
pub(crate) struct ResponseMap<'r>(pub(crate) &'r mut HeaderMap);

impl ResponseHead for ResponseMap<'_> {
    fn each_name(&self, each: impl FnMut(&str)) {
        self.0.keys().map(HeaderName::as_str).for_each(each);
    }

    fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    fn vary(&self) -> impl Iterator<Item = &[u8]> {
        self.0.get_all(header::VARY).map(HeaderValue::as_bytes)
    }

    fn append_vary(&mut self, names: Cow<'static, str>) {
        if let Some(value) = cors_core::__vary_value!(HeaderValue, names) {
            self.0.append(header::VARY, value);
        }
    }
}
