//! [HTTP-redirect fetch](https://fetch.spec.whatwg.org/#concept-http-redirect-fetch).

use url::Url;

use super::{Fetch, Step};
use crate::blocked::{Reason, Stage};
use crate::message::Message;
use crate::options::{Body, Mode};
use crate::readable::ResponseType;
use crate::spec::origin::PageOrigin;
use crate::spec::terms::{NON_WILDCARD, REQUEST_BODY_HEADERS, has_http_scheme, includes_credentials};

const MAX_REDIRECTS: usize = 20;

impl<'b> Fetch<'b> {
    /// Continues at the `Location` of a response. Without one, the response itself is the result.
    pub(super) fn follow(mut self: Box<Self>, message: Message) -> Step<'b> {
        let Some(location) = self.location(&message) else { return self.done(self.tainting, message) };
        match location.and_then(|location| self.check_location(&message, &location).map(|()| location)) {
            Err(reason) => self.network_error(Stage::Actual, reason, Some(&message)),
            Ok(location) => {
                self.rewrite(message.status);
                self.move_to(location);
                self.main_fetch()
            }
        }
    }

    /// Returns the [location URL](https://fetch.spec.whatwg.org/#concept-response-location-url) of a response.
    fn location(&self, message: &Message) -> Option<Result<Url, Reason>> {
        let mut lines = message.headers.lines("location");
        let line = String::from_utf8_lossy(lines.next()?);
        if lines.next().is_some() {
            return Some(Err(Reason::RedirectLocation));
        }
        let Ok(mut location) = self.url.join(&line) else { return Some(Err(Reason::RedirectLocation)) };
        if location.fragment().is_none() {
            location.set_fragment(self.url.fragment());
        }
        Some(Ok(location))
    }

    fn check_location(&self, message: &Message, location: &Url) -> Result<(), Reason> {
        if !has_http_scheme(location) {
            return Err(Reason::RedirectScheme);
        }
        if self.earlier.len() == MAX_REDIRECTS {
            return Err(Reason::RedirectLimit);
        }
        let foreign = self.request.mode == Mode::Cors && !self.origin.is_same(&PageOrigin::of(location));
        if (foreign || self.tainting == ResponseType::Cors) && includes_credentials(location) {
            return Err(Reason::RedirectCredentials);
        }
        if message.status != 303 && self.body.is_stream() {
            return Err(Reason::RedirectStream);
        }
        Ok(())
    }

    /// Turns the request into a `GET`, as some redirects demand.
    fn rewrite(&mut self, status: u16) {
        let to_get = match status {
            301 | 302 => self.method == "POST",
            303 => !matches!(self.method.as_str(), "GET" | "HEAD"),
            _ => false,
        };
        if to_get {
            self.method = "GET".to_owned();
            self.body = Body::Empty;
            REQUEST_BODY_HEADERS.into_iter().for_each(|name| self.headers.remove(name));
        }
    }

    fn move_to(&mut self, location: Url) {
        if !PageOrigin::of(&self.url).is_same(&PageOrigin::of(&location)) {
            self.headers.remove(NON_WILDCARD);
        }
        self.earlier.push(std::mem::replace(&mut self.url, location));
    }
}
