//! The adapter of Rocket: its requests and responses, its predicates and its log.

use std::borrow::Cow;

use cors_core::__adapter::{Adapter, RequestHead, RequestHeader, ResponseHead, SendFuture};
use rocket::http::{Header, Method};
use rocket::{Request, Response};

#[derive(Debug)]
pub struct RocketAdapter;

/// The function named by `predicate(…)` or `async_predicate(…)`.
pub type PredicateFn = cors_core::__adapter::PredicateFn<RocketAdapter>;

impl Adapter for RocketAdapter {
    type Request<'q> = Request<'q>;
    type PredicateFuture<'r> = SendFuture<'r>;

    const MIDDLEWARE: &'static str = "fairing";

    cors_core::__log!();
}

/// The head of a request, with the method of its route. Rocket turns a `HEAD` request that no route took into a `GET`
/// request.
///
/// `'data` is named because `Request` is invariant in it in Rocket 0.5.1.
#[derive(Clone, Copy)]
pub(crate) struct Head<'r, 'data> {
    pub(crate) request: &'r Request<'data>,
    /// The method of the route.
    pub(crate) method: Method,
}

impl<'r, 'data> Head<'r, 'data> {
    pub(crate) fn of(request: &'r Request<'data>) -> Self {
        Self { request, method: request.method() }
    }
}

impl<'r> RequestHead<'r> for Head<'r, '_> {
    fn method(self) -> &'r [u8] {
        self.method.as_str().as_bytes()
    }

    /// Compares the names of all lines. Rocket finds names by a hash, which takes longer than a comparison with a
    /// request's few headers.
    fn lines(self, name: RequestHeader) -> impl Iterator<Item = &'r [u8]> {
        let lines = self.request.headers().iter().filter(move |header| header.name == name.as_str());
        lines
            .flat_map(|Header { value, .. }| match value {
                Cow::Borrowed(line) => [Some(line.as_bytes()), None],
                // Rocket returns borrowed values only. An owned value would count as several lines, which allow
                // nothing.
                Cow::Owned(_) => [Some(b"".as_slice()), Some(b"")],
            })
            .flatten()
    }

    /// Returns host and port of `:authority` in HTTP/2. In HTTP/1.1 Rocket returns the first line of `Host` instead.
    fn authority(self) -> Option<&'r [u8]> {
        let host = self.request.host()?;
        let Authority(authority) = self.request.local_cache(|| Authority(host.to_string()));
        Some(authority.as_bytes())
    }

    fn path(self) -> &'r [u8] {
        self.request.uri().path().raw().as_str().as_bytes()
    }
}

/// Host and port of the URL.
struct Authority(String);

/// The headers of a response.
pub(crate) struct ResponseMap<'a, 'r>(pub(crate) &'a mut Response<'r>);

const VARY: &str = "vary";

impl ResponseHead for ResponseMap<'_, '_> {
    fn each_name(&self, mut each: impl FnMut(&str)) {
        self.0.headers().iter().for_each(|header| each(header.name.as_str()));
    }

    fn remove(&mut self, name: &str) {
        self.0.remove_header(name);
    }

    fn vary(&self) -> impl Iterator<Item = &[u8]> {
        self.0.headers().get(VARY).map(str::as_bytes)
    }

    fn append_vary(&mut self, names: Cow<'static, str>) {
        self.0.adjoin_raw_header(VARY, names);
    }
}
