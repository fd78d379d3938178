//! Rocket: `cors-rocket` beside rocket_cors.

use cors_tests::in_process::block_on;
use rocket::http::{Header, Method};
use rocket::local::asynchronous::{Client, LocalRequest, LocalResponse};
use rocket::{Build, Rocket};

use crate::Stack;
use crate::answer::{self, Answer};
use crate::apps::rocket_web as app;
use crate::cases::{Ask, Case, Kind};
use crate::measure::{Contestant, Contestants, Measured};

pub(crate) const STACK: Stack = Stack {
    name: "Rocket",
    peer: "rocket_cors",
    statuses: [answer::status_of_ours, status],
    contestants,
    has_routes: true,
};

/// Returns the status with which rocket_cors responds.
fn status(kind: Kind) -> u16 {
    match kind {
        Kind::AllowedActual | Kind::NotCors => 200,
        Kind::AllowedPreflight => 204,
        Kind::RefusedActual | Kind::RefusedPreflight | Kind::ForeignHeaders => 403,
    }
}

fn contestants(case: &Case) -> Contestants {
    Contestants {
        bare: measured(if case.kind.is_preflight() {
            app::bare_options(case.setting)
        } else {
            app::bare(case.setting)
        }),
        ours: measured(app::annotated(case.setting)),
        peer: measured(app::peer(case.setting)),
    }
}

/// An application. Requests borrow the client, so it is leaked.
struct Application(&'static Client);

fn measured(rocket: Rocket<Build>) -> Box<dyn Measured> {
    Box::new(Application(Box::leak(Box::new(block_on(Client::untracked(rocket)).unwrap()))))
}

impl Contestant for Application {
    type Request = LocalRequest<'static>;
    type Response = LocalResponse<'static>;

    fn request(&self, ask: &Ask, number: usize) -> LocalRequest<'static> {
        let mut request = self.0.req(ask.method.parse::<Method>().unwrap(), ask.path);
        for (name, value) in ask.headers(number) {
            request.add_header(Header::new(name, value));
        }
        request
    }

    fn call(&self, request: LocalRequest<'static>) -> LocalResponse<'static> {
        block_on(request.dispatch())
    }

    fn answer(&self, response: LocalResponse<'static>) -> Answer {
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|header| (header.name().to_string(), header.value().to_owned()))
            .collect();
        let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        Answer::new(response.status().code, headers)
    }
}
