//! A browser, a server of pages, and a server on each framework.

use cors_tests::chromium::journal::{self, Arrived};
use cors_tests::chromium::{Asked, Chromium, Model, Outcome, Pages};
use cors_tests::framework::{App, Framework};
use cors_tests::server::Server;

use crate::browser::row::{Place, Row, Step};

pub(crate) struct World {
    pub(crate) chromium: Chromium,
    pub(crate) pages: Pages,
    servers: [(Framework, Server); Framework::ALL.len()],
    /// The number of rows that ran. Each row has URLs of its own, so that cached preflight responses of other rows do
    /// not apply.
    rows: usize,
    shown: Option<String>,
}

/// A server under its names in rows.
pub(crate) struct Site {
    pub(crate) name: &'static str,
    pub(crate) port: u16,
    page: String,
}

impl World {
    pub(crate) fn start(tests: &str) -> Option<Self> {
        Chromium::start(tests).map(|chromium| Self {
            chromium,
            pages: Pages::start(),
            servers: Framework::servers(App::Loopback),
            rows: 0,
            shown: None,
        })
    }

    /// Returns the servers, as a page on `host` sees them.
    pub(crate) fn sites(&self, host: &str) -> [Site; Framework::ALL.len()] {
        self.servers.each_ref().map(|(framework, server)| Site {
            name: framework.name(),
            port: server.address.port(),
            page: self.pages.origin(host),
        })
    }

    /// Runs a row on each framework, and returns the differences.
    pub(crate) fn run(&mut self, row: &Row) -> Vec<String> {
        let host = if row.place == Place::Other { "other.localhost" } else { "app.localhost" };
        self.sites(host).iter().flat_map(|site| self.run_at(site, row)).collect()
    }

    fn run_at(&mut self, site: &Site, row: &Row) -> Vec<String> {
        self.rows += 1;
        self.chromium.clear_cookies();
        let mut model = Model::at(&self.open(site, row.place));
        row.steps.iter().filter_map(|step| self.step(site, row, step, &mut model)).collect()
    }

    /// Runs a step in both browsers, and returns a difference.
    fn step(&self, site: &Site, row: &Row, step: &Step, model: &mut Model) -> Option<String> {
        let (asked, chromium, standard) = match step {
            Step::Wait(time) => {
                std::thread::sleep(*time);
                model.advance(*time);
                return None;
            }
            Step::Fetch(asked, story) => (asked, *story, *story),
            Step::Deviation(asked, chromium, standard) => (asked, *chromium, *standard),
        };
        let asked = Asked { url: site.url(&asked.url, self.rows), ..asked.clone() };
        let seen = (self.chromium.fetch(&asked), journal::take(site.port));
        let predicted = (model.fetch(&asked), journal::take(site.port));
        let as_told = tell(&seen) == chromium && tell(&predicted) == standard;
        let fits = as_told && (seen == predicted) == (chromium == standard);
        (!fits).then(|| {
            let (name, desc, method, url) = (site.name, row.desc, &asked.method, &asked.url);
            let told = format!(
                "{} instead of {chromium}, by the model {} instead of {standard}",
                tell(&seen),
                tell(&predicted)
            );
            format!("{name}: {desc}: {method} {url}: {told}\n  Chromium: {seen:#?}\n  model: {predicted:#?}")
        })
    }

    /// Opens the page of a row, unless it is open already, and returns its origin.
    fn open(&mut self, site: &Site, place: Place) -> String {
        let page = match place {
            Place::App | Place::Other => format!("{}/", site.page),
            Place::Own => site.url("{api}/bare", 0),
            Place::Frame => format!("{}/frame", site.page),
        };
        if self.shown.as_ref() != Some(&page) {
            self.chromium.open(&page);
            if place == Place::Frame {
                self.chromium.enter_frame();
            }
            journal::take(site.port);
            self.shown = Some(page);
        }
        match place {
            Place::App | Place::Other => site.page.clone(),
            Place::Own => site.url("{api}", 0),
            Place::Frame => "null".to_owned(),
        }
    }
}

impl Site {
    /// Returns the URL for a row; `row` is a unique number.
    pub(crate) fn url(&self, url: &str, row: usize) -> String {
        let places = [
            ("api", format!("http://api.app.localhost:{}", self.port)),
            ("other", format!("http://other.localhost:{}", self.port)),
            ("page", self.page.clone()),
            ("row", row.to_string()),
        ];
        places.iter().fold(url.to_owned(), |url, (name, place)| {
            url.replace(&format!("{{{name}}}"), place).replace(&format!("%7B{name}%7D"), place)
        })
    }
}

/// Headers of handlers, which pages read only as policies allow.
const OF_HANDLERS: [&str; 3] = ["etag", "x-secret", "x-total"];

/// Formats the outcome in the short form of rows.
fn tell((outcome, arrived): &(Outcome, Vec<Arrived>)) -> String {
    let mut words: Vec<String> = arrived.iter().map(word).collect();
    match outcome {
        Outcome::Blocked { reason, .. } => words.push(format!("{reason:?}")),
        Outcome::Readable(seen) => {
            words.push(seen.status.to_string());
            words.extend(
                OF_HANDLERS.iter().filter(|name| seen.headers.contains_key(**name)).map(ToString::to_string),
            );
            words.extend(seen.body.starts_with("session").then(|| seen.body.clone()));
        }
    }
    words.join(" ")
}

fn word(arrived: &Arrived) -> String {
    match arrived.header("access-control-request-method") {
        Some(method) => format!("?{method}"),
        None => arrived.method.clone(),
    }
}
