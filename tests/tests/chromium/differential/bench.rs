//! A bench that runs cases in Chromium and in the model, against the same servers.

use std::collections::BTreeMap;

use cors_browser::Credentials;
use cors_tests::apps::differential::PLAIN;
use cors_tests::chromium::journal::{self, Arrived};
use cors_tests::chromium::{Asked, Chromium, Model, Outcome, Pages};
use cors_tests::framework::{App, Framework};
use cors_tests::server::Server;

use crate::differential::case::{Case, Page, number, reply};
use crate::differential::trace::{Compared, Trace};

/// The number of cases that run in a page before its results are read.
const BATCH: usize = 150;

/// The browser, pages and servers.
pub(crate) struct Bench {
    chromium: Chromium,
    pages: Pages,
    servers: [(Framework, Server); Framework::ALL.len()],
}

/// A server, with a page and the model at the same origin.
struct Place<'b> {
    bench: &'b Bench,
    framework: Framework,
    port: u16,
    model: Model,
    page: Page,
    ask: Ask,
}

/// Runs a request of a page in the model.
pub(crate) type Ask = fn(&mut Model, Page, &Asked) -> Outcome;

impl Bench {
    /// Starts the browser, as [`Chromium::start`] does.
    pub(crate) fn start(tests: &str) -> Option<Self> {
        let chromium = Chromium::start(tests)?;
        Some(Self { chromium, pages: Pages::start(), servers: Framework::servers(App::Differential) })
    }

    /// Runs every case on each framework.
    pub(crate) fn run(&self, cases: &[Case], ask: Ask) -> Vec<Compared> {
        let mut compared = Vec::new();
        for (framework, server) in &self.servers {
            for page in Page::ALL {
                let cases: Vec<&Case> = cases.iter().filter(|case| case.page == page).collect();
                if !cases.is_empty() {
                    let mut place = Place::open(self, *framework, server.address.port(), page, ask);
                    compared.extend(cases.chunks(BATCH).flat_map(|cases| place.run(cases)));
                }
            }
        }
        compared
    }
}

impl<'b> Place<'b> {
    fn open(bench: &'b Bench, framework: Framework, port: u16, page: Page, ask: Ask) -> Self {
        let (url, origin) = page.url_and_origin(&bench.pages, port);
        let mut model = Model::at(&origin);
        bench.chromium.clear_cookies();
        bench.chromium.open(&url);
        if page.has_cookies() {
            let login = login(port);
            bench.chromium.fetch(&login);
            model.fetch(&login);
        }
        if page == Page::Sandboxed {
            bench.chromium.enter_frame();
        }
        Self { bench, framework, port, model, page, ask }
    }

    fn run(&mut self, cases: &[&Case]) -> Vec<Compared> {
        let (numbers, requests): (Vec<_>, Vec<_>) = cases.iter().map(|case| case.publish(self.port)).unzip();
        journal::take(self.port);
        self.bench.chromium.clear_cache();
        let seen = self.bench.chromium.fetch_all(&requests, |url| numbers.binary_search(&number(url)?).ok());
        let seen = self.traces(&numbers, seen);
        let predicted = requests.iter().map(|all| self.predict(all)).collect();
        let predicted = self.traces(&numbers, predicted);
        let traces = predicted.into_iter().zip(seen);
        let compared = cases.iter().zip(traces).map(|(case, (predicted, seen))| {
            let case = (*case).clone();
            Compared { framework: self.framework, case, predicted, seen }
        });
        compared.collect()
    }

    fn predict(&mut self, requests: &[Asked]) -> Vec<Outcome> {
        requests.iter().map(|asked| (self.ask)(&mut self.model, self.page, asked)).collect()
    }

    /// Pairs the outcomes with the requests that arrived since the last call.
    fn traces(&self, numbers: &[usize], outcomes: Vec<Vec<Outcome>>) -> Vec<Trace> {
        let mut all: BTreeMap<usize, Vec<Arrived>> = BTreeMap::new();
        for arrived in journal::take(self.port) {
            if let Some(number) = number(&arrived.url) {
                all.entry(number).or_default().push(arrived);
            }
        }
        let outcomes = numbers.iter().zip(outcomes);
        outcomes
            .map(|(number, outcomes)| Trace::new(outcomes, all.remove(number).unwrap_or_default()))
            .collect()
    }
}

/// Returns the request that sets a cookie for `api.app.localhost`.
fn login(port: u16) -> Asked {
    let lines = [
        ("access-control-allow-origin", "{origin}"),
        ("access-control-allow-credentials", "true"),
        ("set-cookie", "session=1; Path=/"),
    ];
    let asked = Asked::new("GET", "").credentials(Credentials::Include);
    let case = Case::new(Page::App, asked).hop("api", PLAIN, reply(200, &lines));
    case.publish(port).1.remove(0)
}
