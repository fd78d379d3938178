//! The model, connected to a real server.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use cors_browser::{Browser, HeaderList, Profile, Received, Sent};
use url::Url;

use super::{Asked, Outcome, Via};
use crate::wire;

/// The model of Chromium, which sends over TCP and keeps the cookies that tests need.
#[derive(Debug)]
pub struct Model {
    browser: Browser,
    jar: Vec<Cookie>,
}

#[derive(Debug)]
struct Cookie {
    host: String,
    name_and_value: String,
}

impl Model {
    /// Opens a page of this origin.
    pub fn at(origin: &str) -> Self {
        Self { browser: Browser::at(origin).with_profile(Profile::Chromium), jar: Vec::new() }
    }

    /// Shows a page of another origin.
    pub fn go_to(&mut self, origin: &str) {
        self.browser.go_to(origin);
    }

    /// Moves the clock forward by `time`.
    pub fn advance(&mut self, time: Duration) {
        self.browser.advance(time);
    }

    /// Sends `asked`, and returns the outcome.
    pub fn fetch(&mut self, asked: &Asked) -> Outcome {
        let jar = &mut self.jar;
        let outcome = self.browser.fetch(asked.to_request(), |sent| send(jar, &sent));
        Outcome::of_model(&outcome, asked.via == Via::Fetch)
    }
}

fn send(jar: &mut Vec<Cookie>, sent: &Sent) -> Received {
    let url = Url::parse(sent.url()).expect("the model's own URL");
    let (host, port) =
        (url.host_str().expect("a host").to_owned(), url.port_or_known_default().expect("a port"));
    let mut request = wire::Request::new(sent.method(), sent.target()).host(&format!("{host}:{port}"));
    for (name, value) in sent.headers().iter() {
        request = request.header(name, value);
    }
    let cookies: Vec<_> = jar.iter().filter(|cookie| cookie.host == host).collect();
    if sent.with_credentials() && !cookies.is_empty() {
        let cookies: Vec<_> = cookies.iter().map(|cookie| cookie.name_and_value.as_str()).collect();
        request = request.header("cookie", cookies.join("; "));
    }
    request.body = sent.body().to_vec();
    let response = match wire::send(SocketAddr::from((Ipv4Addr::LOCALHOST, port)), &request) {
        Ok(response) => response,
        Err(error) => return Received::failure(error),
    };
    if sent.with_credentials() {
        jar.extend(response.values("set-cookie").map(|line| Cookie::parse(&host, line)));
    }
    let headers = response.headers.iter();
    let headers: HeaderList =
        headers.map(|(name, value)| (String::from_utf8_lossy(name).into_owned(), value)).collect();
    Received::response(response.status, headers, response.body)
}

impl Cookie {
    fn parse(host: &str, line: &[u8]) -> Self {
        let line = String::from_utf8_lossy(line);
        let name_and_value = line.split(';').next().unwrap_or_default().to_owned();
        Self { host: host.to_owned(), name_and_value }
    }
}
