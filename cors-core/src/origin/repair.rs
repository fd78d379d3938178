//! The origin that a misspelt one probably means.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::origin::host::{ends_in_a_number, is_localhost, is_lower_case};
use crate::origin::scheme::is_http;
use crate::origin::split::is_default_port;
use crate::origin::{Origin, idna, pattern};
use crate::syntax::bytes::is_number;

/// Returns the nearest text in the form in which browsers send origins. The caller checks whether the result is an
/// origin.
///
/// Nothing is guessed. Only the parts that messages name are dropped (path, user name, default port and similar ones).
pub(crate) fn repair(text: &str) -> Option<String> {
    let is_invisible = |c: char| pattern::is_invisible(c.encode_utf8(&mut [0; 4]).as_bytes());
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '"' | '\''));
    // With several origins in one text, a repair would lose some. No origin is this long.
    if text.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        || text.len() > 4 * Origin::MAX_LEN
    {
        return None;
    }
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let (scheme, rest) = scheme_and_rest(&text)?;
    let scheme = scheme.to_ascii_lowercase();
    let authority = rest.split(['/', '\\', '?', '#']).next()?;
    let authority = authority.rsplit('@').next()?;
    let (host, port) = split_leniently(authority);
    let (wildcard, host) = match host.strip_prefix("*.") {
        Some(base) => ("*.", base),
        None => ("", host),
    };
    let host = repair_host(&scheme, host, port, wildcard.is_empty())?;
    let port = port.unwrap_or_default();
    let port = match port.trim_start_matches('0') {
        "" => port.get(..1).unwrap_or_default(),
        digits => digits,
    };
    let is_default = is_default_port(scheme.as_bytes(), port.as_bytes());
    let port = if port.is_empty() || is_default { String::new() } else { format!(":{port}") };
    Some(format!("{scheme}://{wildcard}{host}{port}"))
}

fn scheme_and_rest(text: &str) -> Option<(&str, &str)> {
    if let Some(split) = text.split_once("://") {
        return Some(split);
    }
    let slashless = ["https:", "http:"].into_iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| (scheme.trim_end_matches(':'), rest.trim_start_matches(['/', '\\'])))
    });
    slashless.or_else(|| without_scheme(text.trim_start_matches('/')))
}

/// Returns the scheme to add: `http` for a development server such as `localhost:3000`, `https` for a name on the
/// internet.
fn without_scheme(rest: &str) -> Option<(&str, &str)> {
    let (host, port) = split_leniently(rest.split('/').next()?);
    let is_name = host.contains('.') && host.split('.').all(|label| !label.is_empty());
    let is_address = (host.contains('.') && parse_ipv4(host).is_some()) || parse_ipv6(host).is_some();
    let is_local = is_localhost(host.as_bytes()) || is_address;
    let is_port = port.is_none_or(|port| port == "*" || is_number(port.as_bytes(), 10));
    if is_local && is_port {
        Some(("http", rest))
    } else if is_name && is_port {
        Some(("https", rest))
    } else {
        None
    }
}

/// Splits an authority that can have mistakes into the host and the port.
fn split_leniently(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        // The colons of an IPv6 address do not separate a port.
        _ if authority.ends_with(']') => (authority, None),
        Some((front, _)) if front.parse::<Ipv6Addr>().is_err() && authority.parse::<Ipv6Addr>().is_ok() => {
            (authority, None)
        }
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    }
}

fn repair_host(scheme: &str, host: &str, port: Option<&str>, is_exact: bool) -> Option<String> {
    let has_bracket = host.starts_with('[');
    // Without brackets, the text after the last colon may be the port or a part of the address.
    let is_ambiguous = |port: &str| !has_bracket && format!("{host}:{port}").parse::<Ipv6Addr>().is_ok();
    if has_bracket != host.ends_with(']') || port.is_some_and(is_ambiguous) {
        return None;
    }
    if let Some(address) = parse_ipv6(host) {
        return Some(match address.to_ipv4_mapped() {
            Some(address) => address.to_string(),
            None => format!("[{address}]"),
        });
    }
    // Either of two ports may be the right one.
    if host.contains(':') {
        return None;
    }
    let is_http = is_http(scheme.as_bytes());
    let is_lower_case = is_lower_case(scheme.as_bytes(), host.as_bytes());
    if host.is_ascii() && is_exact && !is_http && !is_lower_case {
        return Some(host.to_owned());
    }
    let name = if host.is_ascii() { host.to_ascii_lowercase() } else { idna::to_ascii(host)? };
    if is_http && ends_in_a_number(name.as_bytes()) {
        return parse_ipv4(&name).map(|address| address.to_string());
    }
    Some(name)
}

/// Parses an IPv6 address, in brackets or without. A zone id, which origins cannot have, is dropped.
fn parse_ipv6(host: &str) -> Option<Ipv6Addr> {
    let address = match host.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?.split('%').next()?,
        None => host,
    };
    address.parse().ok()
}

/// Parses an IPv4 address as the URL Standard's [IPv4 parser](https://url.spec.whatwg.org/#concept-ipv4-parser) does.
fn parse_ipv4(host: &str) -> Option<Ipv4Addr> {
    let parts: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let numbers: Vec<u64> = parts.iter().map(|part| parse_number(part)).collect::<Option<_>>()?;
    let (last, front) = numbers.split_last()?;
    if front.len() > 3 || front.iter().any(|number| *number > 255) {
        return None;
    }
    let free = 8 * (4 - u32::try_from(front.len()).ok()?);
    if *last >= 1 << free {
        return None;
    }
    let high = front.iter().fold(0, |value, number| (value << 8) | number);
    u32::try_from((high << free) | last).ok().map(Ipv4Addr::from)
}

fn parse_number(part: &str) -> Option<u64> {
    match part.as_bytes() {
        [b'0', b'x' | b'X'] => Some(0),
        [b'0', b'x' | b'X', digits @ ..] if is_number(digits, 16) => {
            u64::from_str_radix(part.get(2..)?, 16).ok()
        }
        [b'0', _, ..] => u64::from_str_radix(part, 8).ok(),
        digits if is_number(digits, 10) => part.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, repair};

    #[test]
    fn origins_are_repaired_whole() {
        for (text, repaired) in [
            ("https://a.example/", "https://a.example"),
            ("https://a.example/path?q#f", "https://a.example"),
            ("HTTPS://User:pw@A.Example:443/", "https://a.example"),
            ("http://a.example:0080", "http://a.example"),
            ("https://a.example:08443", "https://a.example:8443"),
            ("https://A.example:00", "https://a.example:0"),
            (" https://a.example ", "https://a.example"),
            ("\"https://a.example\"", "https://a.example"),
            ("\u{feff}https://\u{2060}b\u{fc}\u{ad}cher.example\u{200b}", "https://xn--bcher-kva.example"),
            ("https://b\u{fc}cher.example", "https://xn--bcher-kva.example"),
            ("http://127.1:3000", "http://127.0.0.1:3000"),
            ("http://0x7f.1", "http://127.0.0.1"),
            ("http://0177.0.0.1", "http://127.0.0.1"),
            ("http://127.0x", "http://127.0.0.0"),
            ("http://255.255.1", "http://255.255.0.1"),
            ("http://::1", "http://[::1]"),
            ("http://[0:0:0:0:0:0:0:1]:80", "http://[::1]"),
            ("http://[2001:DB8::0001]:8080", "http://[2001:db8::1]:8080"),
            ("http://[::ffff:127.0.0.1]:3000", "http://127.0.0.1:3000"),
            ("http://[fe80::1%25eth0]:3000", "http://[fe80::1]:3000"),
            ("http://[fe80::1%eth0]", "http://[fe80::1]"),
            ("https://*.A.example:*", "https://*.a.example:*"),
            ("APP://Foo.B/", "app://Foo.B"),
            ("app://*.Foo.B", "app://*.foo.b"),
            ("TAURI://LocalHost:01", "tauri://localhost:1"),
            ("chrome-extension://ABC/page.html", "chrome-extension://abc"),
        ] {
            assert_eq!(repair(text).as_deref(), Some(repaired), "{text}");
        }
    }

    #[test]
    fn a_scheme_that_is_missing_is_added() {
        for (text, repaired) in [
            ("localhost:3000", "http://localhost:3000"),
            ("app.localhost:3000", "http://app.localhost:3000"),
            ("127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("127.1:3000", "http://127.0.0.1:3000"),
            ("[::1]:3000", "http://[::1]:3000"),
            ("[2001:DB8::1]/", "http://[2001:db8::1]"),
            ("::1", "http://[::1]"),
            ("a.example", "https://a.example"),
            ("*.a.example", "https://*.a.example"),
            ("//a.example", "https://a.example"),
            ("https:/a.example", "https://a.example"),
            ("https:a.example", "https://a.example"),
            ("https:\\\\a.example", "https://a.example"),
        ] {
            assert_eq!(repair(text).as_deref(), Some(repaired), "{text}");
        }
    }

    #[test]
    fn what_nobody_can_know_is_not_guessed() {
        let several = ["https://a.example/ https://b.example", "https://a.example,https://b.example"];
        let ambiguous = [
            "http://fe80::1:3000",
            "[::1",
            "http://[fe80::g%25eth0]",
            "https://a\u{200c}.example",
            "http://[::1",
        ];
        let nothing = ["", "nonsense", "localhost:port", "${ORIGIN}"];
        let addresses =
            ["256.0.0.1", "1.256.0.1", "1.2.3.256", "1.2.3.4.0", "08.0.0.1", "+1.2.3.4", "0x+1.2.3.4"]
                .map(|address| format!("http://{address}"));
        let addresses = addresses.each_ref().map(String::as_str);
        for text in [&several[..], &ambiguous, &nothing, &addresses].concat() {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_too_long_for_an_origin_is_left() {
        let longest = format!("{:a<1$}", "https://a.example/", 4 * Origin::MAX_LEN);
        assert_eq!(repair(&longest).as_deref(), Some("https://a.example"));
        assert_eq!(repair(&format!("{longest}a")), None);
    }
}
