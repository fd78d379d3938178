//! [Main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch) and the algorithms that it calls, except redirects.

use super::cache::{CacheKey, CacheQuery, MethodOrHeader};
use super::check::{PreflightQuery, check_preflight, cors_check};
use super::origin_header::{OriginHeaderContext, origin_header};
use super::{Fetch, Pending, Step};
use crate::blocked::{Blocked, Reason, RequestLabel, Stage};
use crate::header_list::HeaderList;
use crate::message::{Message, Sent, without_fragment};
use crate::options::{Credentials, Mode, Redirect};
use crate::readable::{Readable, ResponseType, filter};
use crate::spec::origin::PageOrigin;
use crate::spec::terms::{has_http_scheme, is_null_body_status, is_redirect_status, is_safelisted_method};

impl<'b> Fetch<'b> {
    /// Performs [main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch), once for each URL.
    pub(super) fn main_fetch(mut self: Box<Self>) -> Step<'b> {
        if self.tainting == ResponseType::Basic && self.origin.is_same(&PageOrigin::of(&self.url)) {
            return self.scheme_fetch();
        }
        match self.request.mode {
            Mode::SameOrigin => self.refuse(Reason::SameOriginMode),
            Mode::NoCors if self.request.redirect != Redirect::Follow => self.refuse(Reason::NoCorsRedirect),
            Mode::NoCors => {
                self.tainting = ResponseType::Opaque;
                self.scheme_fetch()
            }
            Mode::Cors if !has_http_scheme(&self.url) => self.refuse(Reason::Scheme),
            Mode::Cors => {
                self.tainting = ResponseType::Cors;
                let simple = is_safelisted_method(&self.method) && self.headers.unsafe_names().is_empty();
                if simple && !self.always_preflight {
                    return self.send();
                }
                self.preflighted = true;
                if self.is_allowed_by_cache() { self.send() } else { self.send_preflight() }
            }
        }
    }

    /// Performs [scheme fetch](https://fetch.spec.whatwg.org/#concept-scheme-fetch).
    fn scheme_fetch(self: Box<Self>) -> Step<'b> {
        if has_http_scheme(&self.url) { self.send() } else { self.refuse(Reason::Scheme) }
    }

    /// Reports whether the preflight cache makes a preflight unnecessary
    /// ([HTTP fetch](https://fetch.spec.whatwg.org/#concept-http-fetch)).
    fn is_allowed_by_cache(&self) -> bool {
        let allows = |wanted| self.agent.cache.allows(&self.cache_query(), &wanted);
        let method = is_safelisted_method(&self.method) && !self.always_preflight
            || allows(MethodOrHeader::Method(self.method.clone()));
        method && self.headers.unsafe_names().into_iter().all(|name| allows(MethodOrHeader::Header(name)))
    }

    /// Performs [CORS-preflight fetch](https://fetch.spec.whatwg.org/#cors-preflight-fetch) up to the response.
    fn send_preflight(self: Box<Self>) -> Step<'b> {
        let mut headers = HeaderList::from_iter([("accept", "*/*")]);
        headers.append("access-control-request-method", &self.method);
        let names = self.headers.unsafe_names();
        if !names.is_empty() {
            headers.append("access-control-request-headers", names.join(","));
        }
        headers.append("origin", self.sent_origin().to_string());
        let sent = Sent {
            preflight: true,
            method: "OPTIONS".to_owned(),
            url: self.url.clone(),
            headers,
            body: Vec::new(),
            credentials: false,
        };
        Step::Send(sent, Pending { stage: Stage::Preflight, fetch: self })
    }

    /// Performs the rest of CORS-preflight fetch, with the response.
    pub(super) fn after_preflight(self: Box<Self>, message: Message) -> Step<'b> {
        let names = self.headers.unsafe_names();
        let query = PreflightQuery {
            method: &self.method,
            names: &names,
            credentials: self.request.credentials,
            always_preflight: self.always_preflight,
        };
        let (cache_query, profile) = (self.cache_query(), self.agent.profile);
        match check_preflight(&cache_query.key.origin, &query, profile, message.status, &message.headers) {
            Err(reason) => self.network_error(Stage::Preflight, reason, Some(&message)),
            Ok(lists) => {
                let methods = lists.methods.into_iter().map(MethodOrHeader::Method);
                let all = methods.chain(lists.headers.into_iter().map(MethodOrHeader::Header));
                self.agent.cache.store(&cache_query, profile.max_age(&message.headers), all);
                self.send()
            }
        }
    }

    /// Sends the request itself
    /// ([HTTP-network-or-cache fetch](https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch)).
    fn send(self: Box<Self>) -> Step<'b> {
        let sent_origin = self.sent_origin();
        let origin = origin_header(&OriginHeaderContext {
            origin: &self.origin,
            sent: &sent_origin,
            url: &self.url,
            method: &self.method,
            mode: self.request.mode,
            referrer_policy: self.request.referrer_policy,
            is_cors: self.tainting == ResponseType::Cors,
        });
        let mut headers = self.headers.clone();
        if let Some(origin) = origin {
            headers.append("origin", origin);
        }
        let sent = Sent {
            preflight: false,
            method: self.method.clone(),
            url: self.url.clone(),
            headers,
            body: self.body.bytes().to_vec(),
            credentials: self.includes_credentials(),
        };
        Step::Send(sent, Pending { stage: Stage::Actual, fetch: self })
    }

    /// Performs the rest of [HTTP fetch](https://fetch.spec.whatwg.org/#concept-http-fetch), with the response.
    pub(super) fn after_response(self: Box<Self>, message: Message) -> Step<'b> {
        if self.tainting == ResponseType::Cors {
            let origin = self.sent_origin().to_string();
            if let Err(reason) = cors_check(&origin, self.request.credentials, &message.headers) {
                return self.network_error(Stage::Actual, reason, Some(&message));
            }
        }
        if !is_redirect_status(message.status) {
            return self.done(self.tainting, message);
        }
        match self.request.redirect {
            Redirect::Error => self.network_error(Stage::Actual, Reason::RedirectMode, Some(&message)),
            Redirect::Manual => self.done(ResponseType::OpaqueRedirect, message),
            Redirect::Follow => self.follow(message),
        }
    }

    /// Ends the fetch with a response for the script.
    pub(super) fn done(&self, kind: ResponseType, message: Message) -> Step<'b> {
        let (headers, hidden) = filter(kind, self.request.credentials, &message.headers);
        let (status, body) = match kind {
            ResponseType::Basic | ResponseType::Cors => (message.status, self.body_of(message)),
            ResponseType::Opaque | ResponseType::OpaqueRedirect => (0, Vec::new()),
        };
        let url = if kind == ResponseType::Opaque { "" } else { without_fragment(&self.url) }.to_owned();
        // An opaque response has no URL, so whether it was redirected stays hidden as well.
        let redirected = kind != ResponseType::Opaque && !self.earlier.is_empty();
        Step::Done(Ok(Readable { kind, status, url, redirected, headers, hidden, body }))
    }

    /// Returns the body of a response. Responses to `HEAD`, and those with some statuses, have none, whatever the server
    /// sends ([main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch), step 21).
    fn body_of(&self, message: Message) -> Vec<u8> {
        let has_none = self.method == "HEAD" || is_null_body_status(message.status);
        if has_none { Vec::new() } else { message.body }
    }

    /// Ends the fetch before anything was sent to the current URL.
    fn refuse(self: Box<Self>, reason: Reason) -> Step<'b> {
        self.network_error(Stage::Request, reason, None)
    }

    /// Ends the fetch with an error for the script, and clears its preflight cache entries
    /// ([main fetch](https://fetch.spec.whatwg.org/#concept-main-fetch), after HTTP fetch with a preflight).
    pub(super) fn network_error(
        self: Box<Self>,
        stage: Stage,
        reason: Reason,
        got: Option<&Message>,
    ) -> Step<'b> {
        let forgets = stage != Stage::Actual || self.agent.profile.forgets_with_failures();
        if self.preflighted && forgets {
            self.agent.cache.clear(&self.cache_query().key);
        }
        let (page, origin) = (self.origin.to_string(), self.sent_origin().to_string());
        let (method, url) = (self.method.as_str(), without_fragment(&self.url));
        let label = RequestLabel { method, url, page: &page, origin: &origin };
        Step::Done(Err(Blocked::new(stage, reason, &label, got)))
    }

    /// Returns the origin to send
    /// ([byte-serializing a request origin](https://fetch.spec.whatwg.org/#byte-serializing-a-request-origin)).
    fn sent_origin(&self) -> PageOrigin {
        self.origin.after(self.earlier.iter().chain([&self.url]))
    }

    /// Reports whether the request is sent with cookies
    /// ([HTTP-network-or-cache fetch](https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch), step 8.3).
    fn includes_credentials(&self) -> bool {
        match self.request.credentials {
            Credentials::Omit => false,
            Credentials::SameOrigin => self.tainting == ResponseType::Basic,
            Credentials::Include => true,
        }
    }

    fn cache_query(&self) -> CacheQuery {
        let (site, origin) = (self.agent.site.clone(), self.sent_origin().to_string());
        CacheQuery {
            key: CacheKey { site, origin, url: self.url.as_str().to_owned() },
            include: self.request.credentials == Credentials::Include,
            profile: self.agent.profile,
            now: self.agent.now,
        }
    }
}
