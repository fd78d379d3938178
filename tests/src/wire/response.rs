//! The response of a server, line by line.

/// A response as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The header lines in their order: name and value as sent, without the space around the value.
    pub headers: Vec<(Vec<u8>, Vec<u8>)>,
    /// The body, chunks joined.
    pub body: Vec<u8>,
}

impl Response {
    /// Makes a response without a body, from the header lines of a framework.
    pub fn new<N: AsRef<[u8]>, V: AsRef<[u8]>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let headers = headers.into_iter();
        let headers =
            headers.map(|(name, value)| (name.as_ref().to_vec(), value.as_ref().to_vec())).collect();
        Self { status, headers, body: Vec::new() }
    }

    /// Parses the response in `bytes`. Returns `None` if it is incomplete. `ended` is set if the connection has
    /// ended.
    pub(super) fn parse(bytes: &[u8], head: bool, ended: bool) -> Option<Self> {
        let end = find(bytes, b"\r\n\r\n")?;
        let (start, rest) = (&bytes[..end], &bytes[end + 4..]);
        let mut lines = start.split(|byte| *byte == b'\n').map(|line| line.trim_ascii_end());
        let status = std::str::from_utf8(lines.next()?).ok()?.split(' ').nth(1)?.parse().ok()?;
        if status == 100 {
            return Self::parse(rest, head, ended);
        }
        let headers = lines.map(name_and_value).collect::<Option<Vec<_>>>()?;
        let mut response = Self { status, headers, body: Vec::new() };
        response.body = if head || matches!(status, 204 | 304) {
            // Bytes that were sent after the request may have a response of their own.
            let next = rest.is_empty() || rest.starts_with(b"HTTP/1.1 ");
            assert!(next, "a body where there is none: {rest:?}");
            Vec::new()
        } else {
            response.body_of(rest, ended)?
        };
        Some(response)
    }

    fn body_of(&self, rest: &[u8], ended: bool) -> Option<Vec<u8>> {
        if self.values("transfer-encoding").next().is_some() {
            return chunks(rest);
        }
        match self.values("content-length").next() {
            Some(length) => {
                let length: usize = std::str::from_utf8(length).ok()?.parse().ok()?;
                rest.get(..length).map(<[u8]>::to_vec)
            }
            None => ended.then(|| rest.to_vec()),
        }
    }

    /// Returns the values of the lines of a header. `name` is in lower case.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        let lines = self.headers.iter().filter(move |line| line.0.eq_ignore_ascii_case(name.as_bytes()));
        lines.map(|line| line.1.as_slice())
    }

    /// Returns the status, and the origin that may read the response.
    pub fn outcome(&self) -> (u16, Option<String>) {
        let origin = self.values("access-control-allow-origin").next();
        (self.status, origin.map(|origin| String::from_utf8_lossy(origin).into_owned()))
    }

    /// Returns the lines that a policy may write, sorted by name. Lines of one name keep their order, because servers
    /// guarantee no order between names.
    pub fn cors_lines(&self) -> Vec<String> {
        let named = self.headers.iter().map(|(name, value)| {
            let name = String::from_utf8_lossy(name).to_ascii_lowercase();
            (name, String::from_utf8_lossy(value))
        });
        let is_ours =
            |name: &str| name.starts_with("access-control-") || ["cache-control", "vary"].contains(&name);
        let mut lines: Vec<_> = named.filter(|(name, _)| is_ours(name)).collect();
        lines.sort_by(|left, right| left.0.cmp(&right.0));
        lines.into_iter().map(|(name, value)| format!("{name}: {value}")).collect()
    }
}

fn name_and_value(line: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    Some((line[..colon].to_vec(), line[colon + 1..].trim_ascii().to_vec()))
}

/// Joins the chunks of a body (RFC 9112, section 7.1).
fn chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = find(rest, b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        let data = rest.get(end + 2..)?;
        body.extend_from_slice(data.get(..size)?);
        if size == 0 {
            return data.starts_with(b"\r\n").then_some(body);
        }
        rest = data.get(size + 2..)?;
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str, ended: bool) -> Option<Response> {
        Response::parse(text.as_bytes(), false, ended)
    }

    #[test]
    fn lines_are_kept_apart_and_in_order() {
        let response =
            parse("HTTP/1.1 200 OK\r\nVary: a\r\nX: y\r\nvary: b\r\ncontent-length: 2\r\n\r\nhi", false)
                .unwrap();
        assert_eq!(response.values("vary").collect::<Vec<_>>(), [b"a", b"b"]);
        assert_eq!(response.cors_lines(), ["vary: a", "vary: b"]);
        assert_eq!(response.body, b"hi");
    }

    #[test]
    fn bodies_end_where_they_say() {
        assert_eq!(parse("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nh", false), None);
        assert_eq!(parse("HTTP/1.1 200 OK\r\n\r\nh", false), None);
        assert_eq!(parse("HTTP/1.1 200 OK\r\n\r\nh", true).unwrap().body, b"h");
        assert_eq!(parse("HTTP/1.1 204 No Content\r\n\r\n", false).unwrap().body, b"");
        let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";
        assert_eq!(parse(chunked, false).unwrap().body, b"abc");
        assert_eq!(parse(&chunked[..chunked.len() - 2], false), None);
        assert_eq!(parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 X\r\n\r\n", false).unwrap().status, 204);
    }
}
