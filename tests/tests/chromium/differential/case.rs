//! A policy and a request, as a row of a table.

use std::fmt;

use cors_browser::{Body, Credentials, Mode, Redirect};
use cors_tests::apps::differential::{Hop, Reply, address, publish};
use cors_tests::chromium::{Asked, Pages, Via};

/// The place where the script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// `http://app.localhost`, at a port that no server of the tests has
    App,
    /// `http://www.app.localhost`
    Subdomain,
    /// `http://else.localhost`
    Elsewhere,
    /// A sandboxed frame, whose origin is `null`.
    Sandboxed,
    /// The origin of the first hop, if that has the host `api`.
    Own,
}

impl Page {
    pub(crate) const ALL: [Self; 5] =
        [Self::App, Self::Subdomain, Self::Elsewhere, Self::Sandboxed, Self::Own];

    /// Returns the URL to open, and the origin of the script there.
    pub(crate) fn url_and_origin(self, pages: &Pages, port: u16) -> (String, String) {
        let own = format!("http://api.app.localhost:{port}");
        match self {
            Self::App => (pages.origin("app.localhost"), pages.origin("app.localhost")),
            Self::Subdomain => (pages.origin("www.app.localhost"), pages.origin("www.app.localhost")),
            Self::Elsewhere => (pages.origin("else.localhost"), pages.origin("else.localhost")),
            Self::Sandboxed => (pages.origin("app.localhost") + "/frame", "null".to_owned()),
            Self::Own => (format!("{own}/page"), own),
        }
    }

    /// Reports whether cookies of `api.app.localhost` are sent: they are `SameSite=Lax`, for pages of the same site.
    pub(crate) fn has_cookies(self) -> bool {
        matches!(self, Self::App | Self::Subdomain | Self::Own)
    }
}

/// A request, and the replies of servers. The `Display` implementation writes code that builds the case, for a row of a
/// table.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) page: Page,
    /// The request of the script; the URL comes from the hops.
    pub(crate) asked: Asked,
    /// The number of repetitions, for the preflight cache.
    pub(crate) times: usize,
    pub(crate) hops: Vec<Hop>,
}

impl Case {
    pub(crate) fn new(page: Page, asked: Asked) -> Self {
        Self { page, asked, times: 1, hops: Vec::new() }
    }

    pub(crate) fn twice(self) -> Self {
        Self { times: 2, ..self }
    }

    /// Adds a hop: the reply to the request, or to the redirect that leads there.
    pub(crate) fn hop(mut self, host: &'static str, route: &'static str, actual: Reply) -> Self {
        let preflight = reply(404, &[]);
        self.hops.push(Hop { host, route, preflight, actual });
        self
    }

    /// Sets the reply of the last hop to preflights, for a route without a policy.
    pub(crate) fn preflight(mut self, preflight: Reply) -> Self {
        self.hops.last_mut().expect("a hop").preflight = preflight;
        self
    }

    /// Registers the hops at the server on `port`, and returns the number in their URLs and the requests.
    pub(crate) fn publish(&self, port: u16) -> (usize, Vec<Asked>) {
        let number = publish(self.hops.clone());
        let url = format!("http://{}", address(&self.hops[0], port, number, 0));
        (number, vec![Asked { url, ..self.asked.clone() }; self.times])
    }
}

pub(crate) fn number(url: &str) -> Option<usize> {
    url.split('/').nth(4)?.parse().ok()
}

pub(crate) fn reply(status: u16, lines: &[(&'static str, &'static str)]) -> Reply {
    Reply { status, lines: lines.to_vec() }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Asked { method, headers, body, credentials, mode, redirect, via, .. } = &self.asked;
        write!(f, "Case::new(Page::{:?}, Asked::new({method:?}, \"\")", self.page)?;
        for (name, value) in headers {
            write!(f, ".header({name:?}, {value:?})")?;
        }
        match body {
            Body::Empty => {}
            Body::Text(text) => write!(f, ".body(Body::Text({text:?}.into()))")?,
            Body::Form(text) => write!(f, ".body(Body::Form({text:?}.into()))")?,
            Body::Blob(mime, _) => write!(f, ".body(Body::Blob({mime:?}.into(), b\"blob\".to_vec()))")?,
            _ => write!(f, ".body(Body::Bytes(b\"bytes\".to_vec()))")?,
        }
        write_unless(f, "credentials(Credentials", credentials, &Credentials::default())?;
        write_unless(f, "mode(Mode", mode, &Mode::default())?;
        write_unless(f, "redirect(Redirect", redirect, &Redirect::default())?;
        write_unless(f, "via(Via", via, &Via::default())?;
        f.write_str(")")?;
        for Hop { host, route, preflight, actual } in &self.hops {
            write!(f, "\n    .hop({host:?}, {route:?}, reply({}, &{:?}))", actual.status, actual.lines)?;
            write!(f, ".preflight(reply({}, &{:?}))", preflight.status, preflight.lines)?;
        }
        f.write_str(if self.times == 2 { "\n    .twice()" } else { "" })
    }
}

fn write_unless<T: fmt::Debug + PartialEq>(
    f: &mut fmt::Formatter<'_>,
    call: &str,
    value: &T,
    default: &T,
) -> fmt::Result {
    if value == default { Ok(()) } else { write!(f, ".{call}::{value:?})") }
}
