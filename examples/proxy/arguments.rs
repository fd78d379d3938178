//! The command line.

use std::time::Duration;

use hyper::Uri;

use crate::upstream::{Limits, Upstream};

/// Parses `--upstream`, with the limits of `--max-bytes` and `--seconds`.
pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Upstream, String> {
    let mut limits = Limits { bytes: 10_000_000, time: Duration::from_secs(30) };
    let mut uri = None;
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` has no value"))?;
        match name.as_str() {
            "--upstream" => uri = Some(upstream_uri(&value)?),
            "--max-bytes" => limits.bytes = number(&name, &value)?,
            "--seconds" => limits.time = Duration::from_secs(number(&name, &value)?),
            _ => return Err(format!("there is no `{name}`")),
        }
    }
    let uri = uri.ok_or("`--upstream` is missing")?;
    Upstream::new(&uri, limits).ok_or_else(|| format!("`{uri}` has no host"))
}

fn upstream_uri(value: &str) -> Result<Uri, String> {
    let uri: Uri = value.parse().map_err(|error| format!("`{value}` is no URL: {error}"))?;
    if uri.scheme_str() != Some("http") {
        return Err(format!("`{value}` is not `http://…`"));
    }
    if uri.query().is_some() || uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(format!("`{value}` has a query or a user name"));
    }
    Ok(uri)
}

fn number<N: std::str::FromStr>(name: &str, value: &str) -> Result<N, String> {
    value.parse().map_err(|_| format!("`{name}` takes a number, not `{value}`"))
}
