//! Responses of servers, correct and wrong.

use cors_tests::apps::differential::Reply;
use proptest::prelude::*;

use crate::differential::generate::weighted;

/// The values of the lines of one header, with their weights. The first are correct.
type FieldLines = Table<&'static [&'static str]>;

/// Alternatives with their weights.
pub(crate) struct Table<T: 'static>(&'static [(u32, T)]);

/// Selects the rows of a table to choose from.
pub(crate) type Choice = fn(&FieldLines) -> &'static [(u32, &'static [&'static str])];

impl<T> Table<T> {
    pub(crate) fn all(&self) -> &'static [(u32, T)] {
        self.0
    }

    /// Returns the rows that are correct for every request.
    pub(crate) fn right(&self) -> &'static [(u32, T)] {
        &self.0[..1]
    }
}

const ALLOW_ORIGIN: FieldLines = Table(&[
    (64, &["{origin}"]),
    (12, &["*"]),
    (5, &[]),
    (1, &[""]),
    (1, &["null"]),
    (2, &["http://else.localhost"]),
    (1, &["{origin}/"]),
    (1, &["{origin}, *"]),
    (1, &["*, *"]),
    (1, &["{origin}", "{origin}"]),
    (1, &["http://else.localhost", "{origin}"]),
]);

const ALLOW_CREDENTIALS: FieldLines = Table(&[
    (40, &["true"]),
    (6, &[]),
    (2, &["True"]),
    (1, &["TRUE"]),
    (1, &["false"]),
    (1, &["1"]),
    (1, &["true, true"]),
    (1, &["true", "true"]),
]);

const ALLOW_METHODS: FieldLines = Table(&[
    (40, &["GET, PUT, PATCH, DELETE, OPTIONS, REPORT, patch"]),
    (6, &["*"]),
    (15, &[]),
    (10, &["put, delete"]),
    (2, &["GET,,PUT ,DELETE,", "PATCH"]),
    (1, &[""]),
    (8, &["PUT PATCH"]),
    (6, &["PUT;q=1"]),
    (6, &["\"PUT\""]),
    (1, &["PUT", "DELETE/"]),
]);

const ALLOW_HEADERS: FieldLines = Table(&[
    (40, &["x-a, X-B, x-c, authorization, content-type, accept, accept-language, range"]),
    (8, &["*"]),
    (3, &[]),
    (5, &["x-a"]),
    (2, &["X-A,, x-c ,", "Content-Type"]),
    (1, &["*, authorization"]),
    (9, &["x-a x-b"]),
    (6, &["x-a; x-b"]),
    (6, &["\"x-a\""]),
    (1, &["x-a", "x-b:"]),
]);

const MAX_AGE: FieldLines = Table(&[
    (20, &[]),
    (4, &["600"]),
    (3, &["0"]),
    (1, &["-1"]),
    (1, &["soon"]),
    (1, &["600", "600"]),
    (1, &["1.5"]),
]);

const EXPOSE_HEADERS: FieldLines = Table(&[
    (10, &[]),
    (5, &["etag"]),
    (4, &["*"]),
    (2, &["ETag,, X-Total", "x-secret"]),
    (1, &["set-cookie, etag"]),
    (1, &["etag x-total"]),
    (1, &["etag, \"x-total\""]),
]);

const LOCATION: FieldLines = Table(&[
    (24, &["http://{next}"]),
    (3, &["http://{next}#fragment"]),
    (6, &["http://user:password@{next}"]),
    (1, &["http://user@{next}"]),
    (7, &["http://{self}"]),
    (3, &["data:text/plain,a"]),
    (2, &["ftp://{next}"]),
    (1, &["javascript:1"]),
    (3, &["http://["]),
    (1, &["http://a:b:c/"]),
    (2, &["http://{next}", "http://{self}"]),
    // A port that browsers block, and on which no server listens.
    (5, &["http://api.app.localhost:1/dead/{number}/0"]),
    (1, &[]),
]);

const STATUS: &[(u32, u16)] = &[(30, 200), (3, 204), (1, 201), (2, 404), (1, 401), (2, 500)];
const REDIRECT_STATUS: &[(u32, u16)] = &[(2, 301), (3, 302), (2, 303), (3, 307), (1, 308)];
const PREFLIGHT_STATUS: &[(u32, u16)] = &[(50, 204), (10, 200), (2, 299), (3, 404), (1, 500), (1, 304)];

pub(crate) fn preflight(of: Choice) -> impl Strategy<Value = Reply> {
    let redirect = (weighted(REDIRECT_STATUS), Just(vec![("location", "http://{self}")]));
    let no_redirect = (weighted(PREFLIGHT_STATUS), Just(Vec::new()));
    let start = prop_oneof![20 => no_redirect, 2 => redirect];
    let headers = (
        shared(of),
        lines("access-control-allow-methods", of(&ALLOW_METHODS)),
        lines("access-control-allow-headers", of(&ALLOW_HEADERS)),
        lines("access-control-max-age", MAX_AGE.all()),
    );
    (start, headers).prop_map(|((status, start), (shared, methods, headers, max_age))| Reply {
        status,
        lines: [start, shared, methods, headers, max_age].concat(),
    })
}

/// Generates a response that is no redirect.
pub(crate) fn response(of: Choice) -> impl Strategy<Value = Reply> {
    let exposed = lines("access-control-expose-headers", EXPOSE_HEADERS.all());
    (weighted(STATUS), shared(of), exposed).prop_map(|(status, shared, exposed)| {
        let own =
            vec![("content-type", "text/plain"), ("etag", "\"1\""), ("x-total", "7"), ("x-secret", "s")];
        Reply { status, lines: [own, shared, exposed].concat() }
    })
}

pub(crate) fn redirect(of: Choice) -> impl Strategy<Value = Reply> {
    (weighted(REDIRECT_STATUS), shared(of), lines("location", LOCATION.all()))
        .prop_map(|(status, shared, location)| Reply { status, lines: [shared, location].concat() })
}

/// Generates the headers that both the preflight response and the actual response need.
fn shared(of: Choice) -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let origin = lines("access-control-allow-origin", of(&ALLOW_ORIGIN));
    let credentials = lines("access-control-allow-credentials", of(&ALLOW_CREDENTIALS));
    (origin, credentials).prop_map(|(origin, credentials)| [origin, credentials].concat())
}

fn lines(
    name: &'static str,
    table: &[(u32, &'static [&'static str])],
) -> impl Strategy<Value = Vec<(&'static str, &'static str)>> + use<> {
    weighted(table).prop_map(move |values| values.iter().map(|value| (name, *value)).collect())
}
