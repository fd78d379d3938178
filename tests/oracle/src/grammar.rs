//! A second implementation of the grammar of received origins and of the rules for written ones. It follows the
//! design alone, in the simplest form. `fuzz` compares with it as well.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Characters that no host of any scheme has.
const FORBIDDEN: &[char] = &['#', '/', ':', '<', '>', '?', '@', '[', '\\', ']', '^', '|'];

/// Schemes without pages, and schemes whose pages send `null` or the origin of another page.
const UNSENT: [&str; 21] = [
    "file",
    "data",
    "about",
    "javascript",
    "blob",
    "filesystem",
    "view-source",
    "vbscript",
    "ftp",
    "ftps",
    "sftp",
    "ws",
    "wss",
    "mailto",
    "tel",
    "sms",
    "urn",
    "gopher",
    "ssh",
    "git",
    "jar",
];

/// Reports whether a client can send `bytes` as its origin.
pub fn is_received(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let Some((scheme, host, port)) = split(text) else { return false };
    bytes.len() <= 326
        && bytes.iter().all(|byte| (0x21..=0x7e).contains(byte))
        && is_scheme(scheme)
        && is_host(scheme, host)
        && port.is_none_or(|port| !host.is_empty() && is_port(scheme, port))
}

/// Reports whether `text` is spelt correctly as an entry without wildcards.
pub fn is_entry(text: &str) -> bool {
    let Some((scheme, host, _)) = split(text) else { return false };
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).rsplit('.').collect();
    let has_hyphen = |label: &&str| label.starts_with('-') || label.ends_with('-');
    let is_written = match scheme {
        "http" | "https" => !labels.iter().take(2).any(has_hyphen),
        "chrome-extension" => !host.chars().any(|c| c.is_ascii_uppercase()),
        _ => host == "localhost" || !host.eq_ignore_ascii_case("localhost"),
    };
    is_received(text.as_bytes())
        && is_written
        && !host.is_empty()
        && !host.contains('*')
        && !host.starts_with("[::ffff:")
        && !UNSENT.contains(&scheme)
}

/// Splits an origin into scheme, host, and the text after the first colon behind the host, if there is one.
pub fn split(origin: &str) -> Option<(&str, &str, Option<&str>)> {
    let (scheme, rest) = origin.split_once("://")?;
    let host_len = match rest.find(']') {
        Some(bracket) if rest.starts_with('[') => bracket + 1,
        _ => rest.find(':').unwrap_or(rest.len()),
    };
    match rest[host_len..].strip_prefix(':') {
        Some(port) => Some((scheme, &rest[..host_len], Some(port))),
        None if host_len == rest.len() => Some((scheme, rest, None)),
        None => None,
    }
}

fn is_scheme(scheme: &str) -> bool {
    scheme.len() <= 64
        && scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+.-".contains(c))
}

fn is_port(scheme: &str, port: &str) -> bool {
    let is_default = [("http", "80"), ("https", "443")].contains(&(scheme, port));
    !is_default && port.parse::<u16>().is_ok_and(|number| number > 0 && number.to_string() == port)
}

fn is_host(scheme: &str, host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<Ipv6Addr>().is_ok_and(|parsed| serialized(parsed) == address);
    }
    match scheme {
        "http" | "https" => is_domain_or_ipv4(host),
        _ => host.len() <= 253 && !host.contains(FORBIDDEN),
    }
}

/// Writes an address as the "IPv6 serializer" of the URL Standard, with no part in dotted decimal.
fn serialized(address: Ipv6Addr) -> String {
    let [.., high, low] = address.segments();
    match address.to_ipv4_mapped() {
        Some(_) => format!("::ffff:{high:x}:{low:x}"),
        None => address.to_string(),
    }
}

fn is_domain_or_ipv4(host: &str) -> bool {
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let last = labels[labels.len() - 1];
    let is_hex = |digits: &str| digits.chars().all(|c| c.is_ascii_hexdigit());
    let is_decimal = !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    if is_decimal || last.strip_prefix("0x").is_some_and(is_hex) {
        return host.parse::<Ipv4Addr>().is_ok_and(|address| address.to_string() == host);
    }
    let decodes = |label: &&str| label.strip_prefix("xn--").is_none_or(decodes);
    host.len() <= 253 && labels.iter().all(is_label) && labels.iter().all(decodes)
}

/// Reports whether `label` is a label of a host in ASCII.
pub fn is_label(label: &&str) -> bool {
    (1..=63).contains(&label.len())
        && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

/// Reports whether a label decodes (RFC 3492, section 6.2) and has a character to encode. A label of ASCII and
/// control characters alone has none.
fn decodes(encoded: &str) -> bool {
    let (basic, digits) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut digits = digits.chars().map(|c| match c {
        'a'..='z' => u64::from(c) - u64::from('a'),
        '0'..='9' => u64::from(c) - u64::from('0') + 26,
        _ => u64::MAX,
    });
    let (mut len, mut code, mut index, mut bias) = (basic.len() as u64, 128_u64, 0_u64, 72_u64);
    let mut is_first = true;
    while let Some(mut digit) = digits.next() {
        let (start, mut weight, mut k) = (index, 1_u64, 36_u64);
        loop {
            index = index.saturating_add(digit.saturating_mul(weight));
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.saturating_mul(36 - threshold);
            k += 36;
            let Some(next) = digits.next() else { return false };
            digit = next;
        }
        len += 1;
        let mut delta = (index - start) / if is_first { 700 } else { 2 };
        delta += delta / len;
        k = 0;
        while delta > 455 {
            delta /= 35;
            k += 36;
        }
        bias = k + 36 * delta / (delta + 38);
        code = code.saturating_add(index / len);
        index = index % len + 1;
        let character = u32::try_from(code).ok().and_then(char::from_u32);
        if character.is_none_or(|character| character < '\u{a0}') {
            return false;
        }
        is_first = false;
    }
    !is_first
}
