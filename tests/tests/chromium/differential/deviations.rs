//! Differences between Chromium and the standard, and so the model, in generated cases.

use std::time::Duration;

use cors_browser::{Body, Credentials, Mode, Reason, Redirect, Stage};
use cors_tests::apps::differential::{Hop, PLAIN, Reply};
use cors_tests::chromium::journal::Arrived;
use cors_tests::chromium::{Asked, Model, Outcome, Via};

use crate::differential::case::{Case, Page, reply};
use crate::differential::trace::{Compared, Trace};

#[derive(Debug)]
pub(crate) struct Deviation {
    pub(crate) name: &'static str,
    /// Reports whether the deviation explains the requests that the server got.
    arrived: fn(&Compared) -> bool,
    /// Reports whether the deviation explains the outcomes of the script.
    outcomes: fn(&Compared) -> bool,
    /// Returns minimal cases that show the deviation, with the stories by the model and in Chromium.
    pub(crate) rows: fn() -> Vec<(Case, &'static str, &'static str)>,
}

impl Deviation {
    /// Reports whether these deviations explain a difference.
    pub(crate) fn explain(all: &[Self], compared: &Compared) -> bool {
        let Compared { predicted, seen, .. } = compared;
        (predicted.arrived == seen.arrived || all.iter().any(|deviation| (deviation.arrived)(compared)))
            && (predicted.outcomes == seen.outcomes
                || all.iter().any(|deviation| (deviation.outcomes)(compared)))
    }
}

/// Runs the model with two of the deviations built in, so that others can occur beside them.
pub(crate) fn ask_as_chromium(model: &mut Model, page: Page, asked: &Asked) -> Outcome {
    if page == Page::Sandboxed {
        // No entry is cached for so long.
        model.advance(Duration::from_secs(86_400));
    }
    if listens_in_vain(asked) { model.fetch(&asked.clone().via(Via::Xhr)) } else { model.fetch(asked) }
}

pub(crate) const DEVIATIONS: [Deviation; 6] = [
    // `XMLHttpRequest::CreateRequest` in Blink looks for listeners only if there is a body. The standard looks before
    // the body is known: <https://xhr.spec.whatwg.org/#dom-xmlhttprequest-send>, "upload listener flag". With that
    // flag, an absent `Access-Control-Allow-Methods` allows the method
    // (<https://fetch.spec.whatwg.org/#cors-preflight-fetch>, step 7.5), and the cache is searched for a safelisted one
    // (<https://fetch.spec.whatwg.org/#concept-http-fetch>, step 4.2). Chromium's `services/network/public/cpp/cors`
    // ignores the flag when it checks or looks up a response.
    Deviation {
        name: "a listener to the progress of an upload only asks for a preflight, and only if there is a body",
        arrived: |compared| {
            let Compared { case, predicted, seen, .. } = compared;
            let fewer = predicted.without_preflights() == seen.without_preflights()
                && preflights(predicted) > preflights(seen);
            case.asked.via == Via::XhrWithListener && (fewer || is_method_refused(compared))
        },
        outcomes: |compared| compared.case.asked.via == Via::XhrWithListener && is_method_refused(compared),
        rows: || {
            let with_body = |method| listener(method).body(Body::Text("text".to_owned()));
            let (delete, post) = (with_body("DELETE"), with_body("POST"));
            vec![
                (to(Page::App, listener("GET"), OK), "?GET GET 200", "GET 200"),
                (to(Page::App, delete, OK), "?DELETE DELETE 200", "?DELETE MethodNotAllowed(\"DELETE\")"),
                (
                    to(Page::App, post, OK).preflight(reply(204, &[SHARED, PUT])).twice(),
                    "?POST POST ?POST POST 200 200",
                    "?POST POST POST 200 200",
                ),
            ]
        },
    },
    // The cache of the network service has the origin in its key, and never finds an entry of an opaque origin again.
    // The standard's key has the serialization: <https://fetch.spec.whatwg.org/#concept-cache-origin>.
    Deviation {
        name: "the answer to a preflight of a sandboxed frame is not kept",
        arrived: |Compared { case, predicted, seen, .. }| {
            let (first, second) = seen.arrived.split_at(seen.arrived.len() / 2);
            case.page == Page::Sandboxed
                && first == second
                && predicted.without_preflights() == seen.without_preflights()
        },
        outcomes: |_| false,
        rows: || {
            let case = to(Page::Sandboxed, Asked::new("PUT", ""), OK).preflight(reply(204, &[SHARED, PUT]));
            vec![(case.twice(), "?PUT PUT PUT 200 200", "?PUT PUT ?PUT PUT 200 200")]
        },
    },
    // After a redirect from one cross-origin URL to another origin, the request's origin is opaque as well. Until
    // version 156, Chromium cached such responses for the page.
    Deviation {
        name: "the answer to a preflight behind a redirect that makes the origin opaque is not kept",
        arrived: |Compared { predicted, seen, .. }| {
            without_opaque_preflights(predicted) == without_opaque_preflights(seen)
                && preflights(predicted) < preflights(seen)
        },
        outcomes: |_| false,
        rows: || {
            let preflight = || reply(204, &[SHARED, PUT]);
            let case = Case::new(Page::App, Asked::new("PUT", ""));
            let case = case.hop("cdn", PLAIN, redirect(&["http://{next}"])).preflight(preflight());
            let case = case.hop("api", PLAIN, reply(200, &[SHARED])).preflight(preflight());
            vec![(
                case.twice(),
                "?PUT PUT ?PUT PUT PUT PUT 200 200",
                "?PUT PUT ?PUT PUT PUT ?PUT PUT 200 200",
            )]
        },
    },
    // The standard sends no `Origin` with a `GET` or `HEAD` without CORS:
    // <https://fetch.spec.whatwg.org/#append-a-request-origin-header>.
    Deviation {
        name: "a sandboxed frame sends `Origin` with cookies, even without CORS",
        arrived: |Compared { case, predicted, seen, .. }| {
            let with_origin = |trace: &Trace| {
                let mut arrived = trace.arrived.clone();
                for headers in arrived.iter_mut().map(|arrived| &mut arrived.headers) {
                    headers.retain(|(name, _)| name != "origin");
                    headers.push(("origin".to_owned(), "null".to_owned()));
                    headers.sort();
                }
                arrived
            };
            case.page == Page::Sandboxed
                && case.asked.mode == Mode::NoCors
                && case.asked.credentials == Credentials::Include
                && with_origin(predicted) == seen.arrived
        },
        outcomes: |_| false,
        rows: || {
            let asked = Asked::new("GET", "").mode(Mode::NoCors).credentials(Credentials::Include);
            vec![(to(Page::Sandboxed, asked, OK), "GET 0", "GET 0")]
        },
    },
    // The standard forbids a user name in the URL of a redirect only with CORS
    // (<https://fetch.spec.whatwg.org/#concept-http-redirect-fetch>, steps 7 and 8), Chromium always:
    // <https://chromestatus.com/feature/5669008342777856>.
    Deviation {
        name: "no redirect to a URL with a user name, even without CORS",
        arrived: is_aborted,
        outcomes: is_aborted,
        rows: || {
            let asked = Asked::new("GET", "").mode(Mode::NoCors);
            let case = Case::new(Page::App, asked).hop("api", PLAIN, redirect(&["http://user@{next}"]));
            vec![(case.hop("api", PLAIN, reply(200, &[])), "GET GET 0", "GET Network(\"net::ERR_ABORTED\")")]
        },
    },
    // Chromium's network service looks at `Location` first. An invalid or unusable URL fails at once, and without the
    // header there is no redirect. The standard does the CORS check first, then the redirect mode, and then `Location`:
    // <https://fetch.spec.whatwg.org/#concept-http-fetch>, steps 4.4 and 6.
    Deviation {
        name: "`Location` is looked at first",
        arrived: |_| false,
        outcomes: |Compared { case, seen, .. }| {
            let is_first = |outcome: &Outcome| match outcome {
                Outcome::Readable(seen) => (300..400).contains(&seen.status),
                Outcome::Blocked { reason, .. } => matches!(
                    reason,
                    Reason::RedirectLocation | Reason::RedirectCredentials | Reason::RedirectScheme
                ),
            };
            let is_odd = |hop: &Hop| {
                let locations: Vec<_> = locations(hop).collect();
                (300..400).contains(&hop.actual.status)
                    && !matches!(locations[..], [location] if location.starts_with("http://{"))
            };
            case.hops.iter().any(is_odd) && seen.outcomes.iter().all(is_first)
        },
        rows: || {
            let get = |mode| Asked::new("GET", "").redirect(mode);
            let (nowhere, nothing) = (|| redirect(&["http://a:b:c/"]), || redirect(&[]));
            let not_shared = reply(302, &[("location", "http://a:b:c/")]);
            let (error, manual) = (|| get(Redirect::Error), || get(Redirect::Manual));
            let row = |asked, answer| Case::new(Page::App, asked).hop("api", PLAIN, answer);
            vec![
                (row(error(), nowhere()), "GET RedirectMode", "GET RedirectLocation"),
                (row(manual(), nowhere()), "GET 0", "GET RedirectLocation"),
                (row(get(Redirect::Follow), not_shared), "GET AllowOriginMissing", "GET RedirectLocation"),
                (row(error(), nothing()), "GET RedirectMode", "GET 302"),
            ]
        },
    },
];

const SHARED: (&str, &str) = ("access-control-allow-origin", "{origin}");
const PUT: (&str, &str) = ("access-control-allow-methods", "PUT");
const OK: (u16, &[(&str, &str)]) = (200, &[SHARED]);

/// Returns a request to a server that shares its responses.
fn to(page: Page, asked: Asked, actual: (u16, &[(&'static str, &'static str)])) -> Case {
    Case::new(page, asked).hop("api", PLAIN, reply(actual.0, actual.1)).preflight(reply(204, &[SHARED]))
}

fn listener(method: &str) -> Asked {
    Asked::new(method, "").via(Via::XhrWithListener)
}

fn redirect(locations: &[&'static str]) -> Reply {
    let lines = locations.iter().map(|location| ("location", *location));
    Reply { status: 302, lines: [SHARED].into_iter().chain(lines).collect() }
}

fn locations(hop: &Hop) -> impl Iterator<Item = &'static str> {
    hop.actual.lines.iter().filter(|line| line.0 == "location").map(|line| line.1)
}

fn is_method_refused(compared: &Compared) -> bool {
    let method = &compared.case.asked.method;
    compared.seen.outcomes.iter().all(|outcome| match outcome {
        Outcome::Blocked { stage: Stage::Preflight, reason: Reason::MethodNotAllowed(refused) } => {
            refused.eq_ignore_ascii_case(method)
        }
        _ => false,
    })
}

fn is_aborted(compared: &Compared) -> bool {
    let aborted = Reason::Network("net::ERR_ABORTED".to_owned());
    let aborted = Outcome::Blocked { stage: Stage::Actual, reason: aborted };
    let has_user = |hop: &Hop| locations(hop).any(|location| location.contains('@'));
    compared.case.hops.iter().any(has_user)
        && compared.seen.outcomes.iter().all(|outcome| *outcome == aborted)
}

fn listens_in_vain(asked: &Asked) -> bool {
    asked.via == Via::XhrWithListener && asked.body == Body::Empty
}

fn preflights(trace: &Trace) -> usize {
    trace.arrived.iter().filter(|arrived| arrived.is_preflight()).count()
}

fn without_opaque_preflights(trace: &Trace) -> Vec<&Arrived> {
    let is_opaque =
        |arrived: &Arrived| arrived.headers.iter().any(|(name, value)| name == "origin" && value == "null");
    trace.arrived.iter().filter(|arrived| !(arrived.is_preflight() && is_opaque(arrived))).collect()
}
