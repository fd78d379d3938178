//! `advisories.json`: published flaws of CORS libraries, as requests with the expected responses.

use serde_json::Value;

use super::rows;

/// Rows that are not a policy with requests, each with the reason.
pub const NOT_REQUESTS: [(&str, &str); 3] = [
    ("AT-26", "about two routes: a case of the conformance table, `/public/{tail}` beside `/private`"),
    (
        "AT-29",
        "about keys that a route inherits: `max_age_of_handler` in `tests/tests/compile/inheritance.rs`",
    ),
    ("AT-42", "about the files of a package, not about requests"),
];

/// A row of the file.
#[derive(Debug, Clone)]
pub struct Advisory {
    /// The id in the file.
    pub id: String,
    /// The policy, as written in the file.
    pub policy: Value,
    /// Set if the policy has to be rejected.
    pub rejected: bool,
    /// The requests, each with the expected response.
    pub requests: Vec<(AdvisoryRequest, Value)>,
}

/// A request of a row.
#[derive(Debug, Clone)]
pub struct AdvisoryRequest {
    /// The method.
    pub method: String,
    /// The path and the query.
    pub target: String,
    /// The header lines in their order.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// A response, as far as rows check it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The status.
    pub status: u16,
    /// The header lines, names in lower case.
    pub headers: Vec<(String, Vec<u8>)>,
    /// Set if the handler ran.
    pub handler_ran: bool,
}

/// Returns every row except [`NOT_REQUESTS`].
pub fn advisories() -> Vec<Advisory> {
    let rows = rows("advisories.json", "tests");
    let listed = |row: &Value| NOT_REQUESTS.iter().any(|(id, _)| row["id"] == *id);
    let advisories: Vec<_> = rows.iter().filter(|row| !listed(row)).map(advisory).collect();
    assert_eq!(advisories.len() + NOT_REQUESTS.len(), rows.len());
    advisories
}

fn advisory(row: &Value) -> Advisory {
    let requests = row["requests"].as_array().unwrap().iter();
    Advisory {
        id: row["id"].as_str().unwrap().to_owned(),
        policy: row["policy"].clone(),
        rejected: row["policy_verdict"].as_str().unwrap().starts_with("reject"),
        requests: requests.map(|it| (request(it), it["expect"].clone())).collect(),
    }
}

fn request(row: &Value) -> AdvisoryRequest {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let lines = row["headers"].as_array().unwrap().iter();
    let mut headers: Vec<_> = lines.map(|line| (text(&line[0]), text(&line[1]))).collect();
    if let Some(generator) = row.get("headers_gen") {
        let count = usize::try_from(generator["count"].as_u64().unwrap()).unwrap();
        let part = |key: &str| text(&generator[key]);
        let value = format!("{}{}{}", part("prefix"), part("unit").repeat(count), part("suffix"));
        headers.push((part("name"), value));
    }
    let body = row["body"].as_str().unwrap_or_default().to_owned();
    AdvisoryRequest { method: text(&row["method"]), target: text(&row["path"]), headers, body }
}

impl Seen {
    /// Returns the keys of `expect` that this response does not meet.
    pub fn differences(&self, expect: &Value) -> Vec<String> {
        let expect = expect.as_object().unwrap().iter();
        expect.filter(|(key, wanted)| !self.fits(key, wanted)).map(|(key, _)| key.clone()).collect()
    }

    fn fits(&self, key: &str, wanted: &Value) -> bool {
        let allow_headers = || self.members("access-control-allow-headers");
        let listed = || wanted.as_str().unwrap().split(',').map(str::to_owned);
        match key {
            "acao" => self.one("access-control-allow-origin") == wanted.as_str().map(str::as_bytes),
            "acac" => self.one("access-control-allow-credentials") == wanted.as_str().map(str::as_bytes),
            "acao_count" => {
                self.lines("access-control-allow-origin").count() as u64 == wanted.as_u64().unwrap()
            }
            "status" => u64::from(self.status) == wanted.as_u64().unwrap(),
            "handler_runs" => self.handler_ran == wanted.as_bool().unwrap(),
            "acah_contains" => listed().all(|name| allow_headers().contains(&name)),
            "acah_not_contains" => !listed().any(|name| allow_headers().contains(&name)),
            "absent" => {
                wanted.as_array().unwrap().iter().all(|name| self.lines(name.as_str().unwrap()).count() == 0)
            }
            // Time limits depend on the machine. The tests of large requests and the benches check them.
            "max_time_us" => true,
            other => panic!("{other}"),
        }
    }

    fn lines<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        self.headers.iter().filter(move |line| line.0 == name).map(|line| line.1.as_slice())
    }

    /// Returns the only line of `name`. A second line is a failure of its own.
    fn one<'a>(&'a self, name: &'a str) -> Option<&'a [u8]> {
        assert!(self.lines(name).count() < 2, "{name} twice: {self:?}");
        self.lines(name).next()
    }

    fn members(&self, name: &str) -> Vec<String> {
        let text =
            self.lines(name).map(|line| String::from_utf8_lossy(line).into_owned()).collect::<Vec<_>>();
        text.iter().flat_map(|line| line.split(',')).map(|member| member.trim().to_owned()).collect()
    }
}
