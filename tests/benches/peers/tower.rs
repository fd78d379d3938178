//! The types of the `http` crate: `Policy::respond_to` of `cors-attr-core` beside the layer of tower-http.

use std::cell::RefCell;
use std::convert::Infallible;
use std::future::{self, Ready};
use std::hint::black_box;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use cors_core::http::{Decoration, HttpDecision as Decided};

use cors_core::Policy;
use cors_tests::in_process::block_on;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use tower_http::cors::{AllowOrigin, Cors};
use tower_service::Service;

use crate::Stack;
use crate::answer::{self, Answer};
use crate::apps::policies::{self, Setting};
use crate::cases::{Ask, Case, Kind};
use crate::measure::{Contestant, Contestants};

pub(crate) const STACK: Stack = Stack {
    name: "http",
    peer: "tower-http",
    statuses: [answer::status_of_ours, |_: Kind| 200],
    contestants,
    has_routes: false,
};

fn contestants(case: &Case) -> Contestants {
    let policy = policies::builder(&case.setting.origins()).methods([policies::METHOD]).build().unwrap();
    let ours = RefCell::new(WithCors { policy: Box::leak(Box::new(policy)), inner: Handler });
    let peer = RefCell::new(peer(case.setting));
    Contestants {
        bare: Box::new(Application(|request| block_on(Handler.call(request)).unwrap())),
        ours: Box::new(Application(move |request| block_on(ours.borrow_mut().call(request)).unwrap())),
        peer: Box::new(Application(move |request| block_on(peer.borrow_mut().call(request)).unwrap())),
    }
}

#[derive(Clone)]
struct Handler;

impl Service<Request<()>> for Handler {
    type Response = Response<&'static str>;
    type Error = Infallible;
    type Future = Ready<Result<Response<&'static str>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<()>) -> Self::Future {
        let mut response = Response::new("ok");
        if request.method() == Method::OPTIONS {
            *response.status_mut() = StatusCode::NO_CONTENT;
        } else {
            let text = HeaderValue::from_static("text/plain; charset=utf-8");
            response.headers_mut().insert(CONTENT_TYPE, text);
            response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("2"));
        }
        future::ready(Ok(response))
    }
}

/// A middleware with a policy: answers preflights, and decorates every other response.
struct WithCors {
    policy: &'static Policy,
    inner: Handler,
}

impl Service<Request<()>> for WithCors {
    type Response = Response<&'static str>;
    type Error = Infallible;
    type Future = Responding;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<()>) -> Responding {
        match self.policy.respond_to(&request) {
            Decided::Respond(response) => Responding::Answer(Some(response)),
            Decided::Decorate(decoration) => {
                Responding::Inner { response: self.inner.call(request), decoration: Some(decoration) }
            }
        }
    }
}

enum Responding {
    Answer(Option<Response<()>>),
    Inner { response: <Handler as Service<Request<()>>>::Future, decoration: Option<Decoration<'static>> },
}

impl Future for Responding {
    type Output = Result<Response<&'static str>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = match &mut *self {
            Self::Answer(response) => response.take().unwrap().map(|()| ""),
            Self::Inner { response, decoration } => {
                let Ok(mut response) = ready!(Pin::new(response).poll(context));
                decoration.take().unwrap().apply(response.headers_mut());
                response
            }
        };
        Poll::Ready(Ok(response))
    }
}

fn peer(setting: Setting) -> Cors<Handler> {
    let names =
        |names: &[&'static str]| names.iter().map(|name| HeaderName::from_static(name)).collect::<Vec<_>>();
    let origins = if setting.is_wildcard() {
        AllowOrigin::predicate(|origin, _| policies::is_preview(origin.as_bytes()))
    } else {
        AllowOrigin::list(setting.origins().iter().map(|origin| HeaderValue::from_str(origin).unwrap()))
    };
    Cors::new(Handler)
        .allow_origin(origins)
        .allow_methods([Method::PUT])
        .allow_headers(names(&policies::ALLOW_HEADERS))
        .expose_headers(names(&policies::EXPOSE_HEADERS))
        .allow_credentials(true)
        .max_age(std::time::Duration::from_secs(policies::MAX_AGE.into()))
}

struct Application<F>(F);

impl<F: Fn(Request<()>) -> Response<&'static str>> Contestant for Application<F> {
    type Request = Request<()>;
    type Response = Response<&'static str>;

    fn request(&self, ask: &Ask, number: usize) -> Request<()> {
        let mut request = Request::new(());
        *request.method_mut() = ask.method.parse().unwrap();
        for (name, value) in ask.headers(number) {
            // A server's values are slices of its read buffer, which several share. Here the first clone makes the
            // value shared.
            let value = HeaderValue::from_str(value).unwrap();
            drop(black_box(value.clone()));
            request.headers_mut().insert(HeaderName::from_static(name), value);
        }
        request
    }

    fn call(&self, request: Request<()>) -> Response<&'static str> {
        (self.0)(request)
    }

    fn answer(&self, response: Response<&'static str>) -> Answer {
        let headers = response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        Answer::new(response.status().as_u16(), headers)
    }
}
