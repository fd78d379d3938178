//! actix-web: `cors-actix` beside actix-cors.

use std::hint::black_box;

use actix_http::Request;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::test::{TestRequest, init_service};
use actix_web::web::ServiceConfig;
use actix_web::{App, Error};
use cors_tests::in_process::block_on;

use crate::Stack;
use crate::answer::{self, Answer};
use crate::apps::actix as app;
use crate::apps::policies::Setting;
use crate::cases::{Ask, Case, Kind};
use crate::measure::{Contestant, Contestants, Measured};

pub(crate) const STACK: Stack = Stack {
    name: "actix-web",
    peer: "actix-cors",
    statuses: [answer::status_of_ours, status],
    contestants,
    has_routes: true,
};

/// Returns the status with which actix-cors responds.
fn status(kind: Kind) -> u16 {
    if matches!(kind, Kind::RefusedPreflight | Kind::ForeignHeaders) { 400 } else { 200 }
}

fn contestants(case: &Case) -> Contestants {
    let setting = case.setting;
    let bare: Box<dyn FnOnce(&mut ServiceConfig)> = match case.kind.is_preflight() {
        true => Box::new(app::bare_options(setting)),
        false => Box::new(app::bare(setting)),
    };
    Contestants {
        bare: measured(init_service(App::new().configure(bare))),
        ours: match setting {
            Setting::Default => {
                measured(init_service(App::new().wrap(app::default_policy()).configure(app::bare(setting))))
            }
            _ => measured(init_service(App::new().configure(app::annotated(setting)))),
        },
        peer: measured(init_service(App::new().wrap(app::peer(setting)).configure(app::bare(setting)))),
    }
}

struct Application<S>(S);

fn measured<S, B>(service: impl Future<Output = S>) -> Box<dyn Measured>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    Box::new(Application(block_on(service)))
}

impl<S, B> Contestant for Application<S>
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
{
    type Request = Request;
    type Response = ServiceResponse<B>;

    fn request(&self, ask: &Ask, number: usize) -> Request {
        let mut request = TestRequest::with_uri(ask.path).method(ask.method.parse::<Method>().unwrap());
        for (name, value) in ask.headers(number) {
            // A server's values are slices of its read buffer, which several share. Here the first clone makes the
            // value shared.
            let value = HeaderValue::from_str(value).unwrap();
            drop(black_box(value.clone()));
            request = request.insert_header((HeaderName::from_static(name), value));
        }
        request.to_request()
    }

    fn call(&self, request: Request) -> ServiceResponse<B> {
        block_on(self.0.call(request)).unwrap()
    }

    fn answer(&self, response: ServiceResponse<B>) -> Answer {
        let headers = response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        Answer::new(response.status().as_u16(), headers)
    }
}
