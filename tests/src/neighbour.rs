//! Checks of an annotated route beside another crate's code. Its responses have to be the same as without that code.

use cors_actix::{Policy, policy};

use crate::table::{APP, EVIL, cross, line, preflight};
use crate::wire::{Request, Response};

/// The policy of every route checked here, on each framework.
pub static PAGE: Policy = policy!(
    origins = ["https://app.example.com"],
    allow_headers = ["authorization"],
    expose_headers = ["etag"],
    credentials = true,
);

/// Headers of cross-origin isolation, which look like those of CORS.
pub const ISOLATION: [(&str, &str); 3] = [
    ("cross-origin-resource-policy", "cross-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// A route with the policy [`PAGE`], and the additions of its neighbour.
#[derive(Debug, Clone)]
pub struct Route {
    method: &'static str,
    path: &'static str,
    methods: &'static str,
    headers: Vec<(&'static str, String)>,
    status: u16,
    vary: Vec<&'static str>,
    vary_of_preflight: Vec<&'static str>,
}

impl Route {
    /// Makes a route that answers 200 and adds nothing to `Vary`.
    pub fn new(method: &'static str, path: &'static str) -> Self {
        let (headers, vary, vary_of_preflight) = (Vec::new(), Vec::new(), Vec::new());
        Self { method, path, methods: method, headers, status: 200, vary, vary_of_preflight }
    }

    /// Adds a header line to the actual requests.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl ToString) -> Self {
        self.headers.push((name, value.to_string()));
        self
    }

    /// Sets the path.
    #[must_use]
    pub fn at(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    /// Sets all methods that preflights list.
    #[must_use]
    pub fn methods(self, methods: &'static str) -> Self {
        Self { methods, ..self }
    }

    /// Sets the status of actual requests.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Sets the names in `Vary` beside `Origin` after an actual request, and beside `Origin` and the requested method
    /// after a preflight.
    #[must_use]
    pub fn vary(self, of_actual: &[&'static str], of_preflight: &[&'static str]) -> Self {
        Self { vary: of_actual.to_vec(), vary_of_preflight: of_preflight.to_vec(), ..self }
    }

    /// Sends preflights and actual requests of an allowed page and of another one. Returns the response to the actual
    /// request of the allowed page.
    ///
    /// # Panics
    /// Panics if a response differs from the policy.
    pub fn check(&self, answer: impl Fn(&Request) -> Response) -> Response {
        let methods = format!("access-control-allow-methods: {}", self.methods);
        let of_both = [line::CREDENTIALS, line::APP];
        let of_preflight =
            [of_both[0], "access-control-allow-headers: authorization", &methods, of_both[1]].to_vec();
        let of_actual = [&of_both[..], &["access-control-expose-headers: etag"]].concat();
        let preflights = [(APP, 204, of_preflight), (EVIL, 403, Vec::new())];
        for (origin, status, lines) in preflights {
            let response = answer(&preflight(self.method, self.path, origin));
            let vary = [&["access-control-request-method", "origin"], &self.vary_of_preflight[..]].concat();
            self.compare("preflight", origin, &response, (status, lines, vary));
            assert!(
                response.body.is_empty() && response.values("set-cookie").next().is_none(),
                "{response:?}"
            );
        }
        let actual = [(APP, of_actual), (EVIL, Vec::new())].map(|(origin, lines)| {
            let request = self.headers.iter().fold(cross(self.method, self.path, origin), |request, line| {
                request.header(line.0, line.1.as_bytes())
            });
            let response = answer(&request);
            let vary = [&["origin"], &self.vary[..]].concat();
            self.compare("actual request", origin, &response, (self.status, lines, vary));
            response
        });
        let [allowed, _refused] = actual;
        allowed
    }

    fn compare(
        &self,
        kind: &str,
        origin: &str,
        got: &Response,
        (status, lines, mut vary): (u16, Vec<&str>, Vec<&str>),
    ) {
        let got_lines = got.cors_lines().into_iter().filter(|line| line.starts_with("access-control-"));
        vary.sort_unstable();
        let (got_lines, got_vary) = (got_lines.collect::<Vec<_>>(), vary_of(got));
        let name = format!("{kind} {} {} of {origin}", self.method, self.path);
        assert_eq!(
            (got.status, got_lines, got_vary),
            (status, owned(&lines), owned(&vary)),
            "{name}: {got:?}"
        );
    }
}

/// Asserts that [`ISOLATION`] stays in all responses with it: at `/image`, which has the policy [`PAGE`], and at
/// `/own-image`, which has `same_origin`.
pub fn isolation_stays(answer: impl Fn(&Request) -> Response) {
    for request in [
        cross("GET", "/image", APP),
        cross("GET", "/image", EVIL),
        Request::new("GET", "/image"),
        cross("GET", "/own-image", APP),
    ] {
        let response = answer(&request);
        for (name, value) in ISOLATION {
            assert_eq!(response.values(name).collect::<Vec<_>>(), [value.as_bytes()], "{request:?}");
        }
    }
}

/// Asserts that a policy adds no line of [`ISOLATION`]: neither to the response of `/bare-image`, which has none, nor to
/// preflights for `/image`.
pub fn isolation_is_not_added(answer: impl Fn(&Request) -> Response) {
    for request in
        [cross("GET", "/bare-image", APP), preflight("GET", "/image", APP), preflight("GET", "/image", EVIL)]
    {
        let response = answer(&request);
        assert!(ISOLATION.iter().all(|(name, _)| response.values(name).next().is_none()), "{response:?}");
    }
}

/// The result in [`three_pairs`] of a preflight that a policy answers.
pub const PREFLIGHT: (u16, bool) = (204, true);

/// Returns the results of three pairs of a preflight and its request at `/notes`: the status, and whether the page is
/// allowed.
pub fn three_pairs(answer: impl Fn(&Request) -> Response) -> Vec<(u16, bool)> {
    let pair = || [preflight("PUT", "/notes", APP), cross("PUT", "/notes", APP)];
    let told = |request: Request| {
        let response = answer(&request);
        (response.status, response.values("access-control-allow-origin").any(|value| value == APP.as_bytes()))
    };
    [pair(), pair(), pair()].into_iter().flatten().map(told).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

/// Returns the names in all lines of `Vary`, with repetitions.
fn vary_of(response: &Response) -> Vec<String> {
    let lines = response.values("vary").map(|line| String::from_utf8_lossy(line).to_ascii_lowercase());
    let lines: Vec<String> = lines.collect();
    let mut names: Vec<String> =
        lines.iter().flat_map(|line| line.split(',')).map(|name| name.trim().to_owned()).collect();
    names.sort_unstable();
    names
}
