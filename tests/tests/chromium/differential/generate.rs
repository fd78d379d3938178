//! Generated cases, equal for equal seeds.
//!
//! The random numbers are proptest's: the crate is a dependency already, and its strategies have weights.

use cors_browser::{Body, Credentials, Mode, Redirect};
use cors_tests::apps::differential::{Hop, PLAIN, ROUTES, Reply};
use cors_tests::chromium::{Asked, Via};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::{Union, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::differential::answers::{self, Choice, Table};
use crate::differential::case::{Case, Page};

/// Generates `count` cases of this seed.
pub(crate) fn cases(seed: u64, count: usize) -> Vec<Case> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    let case = case();
    (0..count).map(|_| case.new_tree(&mut runner).expect("nothing is rejected").current()).collect()
}

fn case() -> impl Strategy<Value = Case> {
    let times = weighted(&[(3, 1), (1, 2)]);
    (weighted(&PAGES), asked(), times, hops()).prop_map(|(page, asked, times, hops)| Case {
        page,
        asked,
        times,
        hops,
    })
}

const PAGES: [(u32, Page); 5] =
    [(14, Page::App), (3, Page::Subdomain), (3, Page::Elsewhere), (3, Page::Sandboxed), (3, Page::Own)];

/// Chooses a value by its weight.
pub(crate) fn weighted<T: Clone + std::fmt::Debug + 'static>(
    table: &[(u32, T)],
) -> impl Strategy<Value = T> + use<T> {
    Union::new_weighted(table.iter().map(|(weight, value)| (*weight, Just(value.clone()))).collect())
}

/// Generates requests that do not fail before anything is sent.
fn asked() -> impl Strategy<Value = Asked> {
    let options = (weighted(&CREDENTIALS), weighted(&MODES), weighted(&REDIRECTS), weighted(&VIA));
    (weighted(&METHODS), headers(), body(), options).prop_map(
        |(method, headers, body, (credentials, mode, redirect, via))| {
            let asked = Asked { headers, ..Asked::new(method, "") }.via(via).credentials(credentials);
            let asked = match (via, mode) {
                (Via::Fetch, Mode::NoCors) if !["GET", "HEAD", "POST"].contains(&method) => asked,
                // Another redirect mode would fail in this mode.
                (Via::Fetch, Mode::NoCors) => asked.mode(mode),
                (Via::Fetch, _) => asked.mode(mode).redirect(redirect),
                _ if credentials == Credentials::Omit => asked.credentials(Credentials::SameOrigin),
                _ => asked,
            };
            if ["GET", "HEAD"].contains(&method) { asked } else { asked.body(body) }
        },
    )
}

const METHODS: [(u32, &str); 11] = [
    (30, "GET"),
    (14, "POST"),
    (18, "PUT"),
    (8, "DELETE"),
    (8, "PATCH"),
    (4, "HEAD"),
    (2, "OPTIONS"),
    (2, "put"),
    (3, "patch"),
    (2, "REPORT"),
    (1, "post"),
];

const CREDENTIALS: [(u32, Credentials); 3] =
    [(5, Credentials::SameOrigin), (5, Credentials::Include), (2, Credentials::Omit)];
const MODES: [(u32, Mode); 3] = [(24, Mode::Cors), (2, Mode::NoCors), (1, Mode::SameOrigin)];
const REDIRECTS: [(u32, Redirect); 3] = [(8, Redirect::Follow), (3, Redirect::Error), (1, Redirect::Manual)];
const VIA: [(u32, Via); 3] = [(8, Via::Fetch), (3, Via::Xhr), (1, Via::XhrWithListener)];

const HEADERS: [(&str, &str); 14] = [
    ("x-a", "1"),
    ("X-B", "2"),
    ("x-c", ""),
    ("authorization", "Bearer token"),
    ("content-type", "application/json"),
    ("Content-Type", "text/plain"),
    ("accept", "text/plain"),
    ("accept", "text/\"plain\""),
    ("accept-language", "de, en;q=0.5"),
    ("accept-language", "de_DE"),
    ("content-language", "en"),
    ("range", "bytes=-5"),
    ("cookie", "a=b"),
    ("sec-a", "1"),
];

/// Generates headers without repeated names.
fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let some = |count| subsequence(HEADERS.to_vec(), count);
    prop_oneof![5 => Just(Vec::new()), 4 => some(1), 2 => some(2), 1 => some(3)].prop_map(|mut headers| {
        headers.dedup_by(|later, earlier| later.0.eq_ignore_ascii_case(earlier.0));
        headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    })
}

fn body() -> impl Strategy<Value = Body> {
    weighted(&[
        (4, Body::Empty),
        (3, Body::Text("text".to_owned())),
        (2, Body::Form("a=1".to_owned())),
        (1, Body::Bytes(b"bytes".to_vec())),
        (1, Body::Blob(String::new(), b"blob".to_vec())),
        (1, Body::Blob("application/json".to_owned(), b"blob".to_vec())),
        (1, Body::Blob("text/plain".to_owned(), b"blob".to_vec())),
    ])
}

/// Generates the hops of a request: a response, or redirects that lead to one. Most redirects are correct.
fn hops() -> impl Strategy<Value = Vec<Hop>> {
    prop_oneof![3 => hops_of(Table::right), 2 => hops_of(Table::all)]
}

fn hops_of(of: Choice) -> impl Strategy<Value = Vec<Hop>> {
    let redirects = prop_oneof![
        12 => Just(0..=0_usize),
        8 => Just(1..=1),
        1 => Just(2..=3),
    ];
    let redirects = redirects.prop_flat_map(move |count| vec(hop(of, answers::redirect(of)), count));
    (redirects, hop(of, answers::response(of))).prop_map(|(mut hops, last)| {
        hops.push(last);
        hops
    })
}

fn hop(of: Choice, actual: impl Strategy<Value = Reply>) -> impl Strategy<Value = Hop> {
    let route = prop_oneof![2 => Just(PLAIN), 1 => select(ROUTES)];
    (weighted(&[(4, "api"), (1, "cdn")]), route, answers::preflight(of), actual)
        .prop_map(|(host, route, preflight, actual)| Hop { host, route, preflight, actual })
}
