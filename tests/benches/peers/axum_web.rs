//! axum: `cors-axum`, and the layer of `cors-tower`, beside that of tower-http. All three stand around the router.

use std::cell::RefCell;
use std::convert::Infallible;
use std::hint::black_box;

use axum::body::Body;
use axum::response::Response;
use cors_tests::in_process::block_on;
use http::{HeaderName, HeaderValue, Request, Uri};
use tower::Layer;
use tower_http::cors::Cors as PeerCors;
use tower_service::Service;

use crate::Stack;
use crate::answer::{self, Answer};
use crate::apps::axum_web as app;
use crate::cases::{Ask, Case, Kind};
use crate::measure::{Contestant, Contestants, Measured};

pub(crate) const STACK: Stack = Stack {
    name: "axum",
    peer: "tower-http",
    statuses: [answer::status_of_ours, |_: Kind| 200],
    contestants: |case| contestants(case, measured(app::annotated(case.setting))),
    has_routes: true,
};

/// One policy for the whole router.
pub(crate) const LAYER: Stack = Stack {
    name: "cors-tower on axum",
    contestants: |case| contestants(case, measured(app::layer(case.setting).layer(app::bare(case.setting)))),
    has_routes: false,
    ..STACK
};

fn contestants(case: &Case, ours: Box<dyn Measured>) -> Contestants {
    let bare =
        if case.kind.is_preflight() { app::bare_options(case.setting) } else { app::bare(case.setting) };
    let peer: PeerCors<axum::Router> = app::peer(case.setting).layer(app::bare(case.setting));
    Contestants { bare: measured(bare), ours, peer: measured(peer) }
}

struct Application<S>(RefCell<S>);

fn measured<S>(service: S) -> Box<dyn Measured>
where
    S: Service<Request<Body>, Response = Response, Error = Infallible> + 'static,
{
    Box::new(Application(RefCell::new(service)))
}

impl<S> Contestant for Application<S>
where
    S: Service<Request<Body>, Response = Response, Error = Infallible>,
{
    type Request = Request<Body>;
    type Response = Response;

    /// A server's target and values are slices of its read buffer, which several share. Here the first clone makes them
    /// shared.
    fn request(&self, ask: &Ask, number: usize) -> Request<Body> {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = ask.method.parse().unwrap();
        *request.uri_mut() = Uri::try_from(ask.path.to_owned()).unwrap();
        drop(black_box(request.uri().clone()));
        for (name, value) in ask.headers(number) {
            let value = HeaderValue::from_str(value).unwrap();
            drop(black_box(value.clone()));
            request.headers_mut().insert(HeaderName::from_static(name), value);
        }
        request
    }

    fn call(&self, request: Request<Body>) -> Response {
        let Ok(response) = block_on(self.0.borrow_mut().call(request));
        response
    }

    fn answer(&self, response: Response) -> Answer {
        let headers = response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        Answer::new(response.status().as_u16(), headers)
    }
}
