//! IP addresses in the one spelling that browsers send (URL Standard, [host serializer]; RFC 5952).
//!
//! [host serializer]: https://url.spec.whatwg.org/#concept-host-serializer

use crate::error::MistakeKind;
use crate::syntax::bytes::{has_uppercase, is_number, number, position, split_once, strip_prefix};

/// Reports whether `host` is four decimal numbers from 0 to 255 without leading zeros.
pub(crate) const fn is_canonical_ipv4(host: &[u8]) -> bool {
    let mut parts = 1;
    let mut rest = host;
    while let Some((part, tail)) = split_once(rest, b'.') {
        if !is_octet(part) {
            return false;
        }
        parts += 1;
        rest = tail;
    }
    parts == 4 && is_octet(rest)
}

const fn is_octet(part: &[u8]) -> bool {
    match part {
        [b'0'] => true,
        [b'0', ..] => false,
        _ => part.len() <= 3 && is_number(part, 10) && number(part, 10) <= 255,
    }
}

/// Reports whether `inner`, the text between `[` and `]`, is an address as the host serializer writes it.
pub(crate) const fn is_canonical_ipv6(inner: &[u8]) -> bool {
    match parse_ipv6(inner) {
        Some(address) => address.is_canonical(),
        None => false,
    }
}

/// Returns the first mistake in the text between `[` and `]`.
pub(crate) const fn wrong_ipv6(inner: &[u8]) -> Option<MistakeKind> {
    if position(inner, b'%').is_some() {
        return Some(MistakeKind::HostIpv6Zone);
    }
    match parse_ipv6(inner) {
        None => Some(MistakeKind::HostIpv6),
        Some(address) if address.value >> 32 == 0xffff => Some(MistakeKind::HostIpv6Mapped),
        Some(address) if address.is_canonical() => None,
        Some(_) => Some(MistakeKind::HostIpv6Form),
    }
}

/// An address, and the form in which it was written.
struct Ipv6 {
    value: u128,
    /// Set if every piece is in lower case without leading zeros, and none is dotted decimal.
    plain: bool,
    /// The first piece and the number of pieces that `::` replaces.
    gap: Option<(u32, u32)>,
}

impl Ipv6 {
    const fn is_canonical(&self) -> bool {
        let gap_is_right = match (self.gap, self.longest_zeros()) {
            (None, None) => true,
            (Some(written), Some(right)) => written.0 == right.0 && written.1 == right.1,
            _ => false,
        };
        self.plain && gap_is_right
    }

    /// Returns the first of the longest runs of two or more zero pieces.
    const fn longest_zeros(&self) -> Option<(u32, u32)> {
        let (mut best, mut run, mut index) = ((0, 1), 0, 0);
        while index < 8 {
            run = if (self.value >> (112 - 16 * index)) & 0xffff == 0 { run + 1 } else { 0 };
            index += 1;
            if run > best.1 {
                best = (index - run, run);
            }
        }
        if best.1 > 1 { Some(best) } else { None }
    }
}

const fn parse_ipv6(text: &[u8]) -> Option<Ipv6> {
    let (head, tail) = match split_at_gap(text) {
        Some((head, tail)) => (head, Some(tail)),
        None => (text, None),
    };
    let Some(head) = parse_pieces(head, tail.is_none()) else { return None };
    let Some(tail) = tail else {
        return match head.count {
            8 => Some(Ipv6 { value: head.value, plain: head.plain, gap: None }),
            _ => None,
        };
    };
    let Some(tail) = parse_pieces(tail, true) else { return None };
    let written = head.count + tail.count;
    if written > 7 {
        return None;
    }
    let high = if head.count == 0 { 0 } else { head.value << (16 * (8 - head.count)) };
    let gap = Some((head.count, 8 - written));
    Some(Ipv6 { value: high | tail.value, plain: head.plain && tail.plain, gap })
}

const fn split_at_gap(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut rest = text;
    while let [_, tail @ ..] = rest {
        if let Some(after) = strip_prefix(rest, b"::") {
            return match text.split_at_checked(text.len() - rest.len()) {
                Some((before, _)) => Some((before, after)),
                None => None,
            };
        }
        rest = tail;
    }
    None
}

/// A part of the pieces of an address.
struct Pieces {
    value: u128,
    count: u32,
    plain: bool,
}

const fn parse_pieces(text: &[u8], may_end_dotted: bool) -> Option<Pieces> {
    let mut pieces = Pieces { value: 0, count: 0, plain: true };
    if text.is_empty() {
        return Some(pieces);
    }
    let mut rest = Some(text);
    while let Some(current) = rest {
        let (piece, tail) = match split_once(current, b':') {
            Some((piece, tail)) => (piece, Some(tail)),
            None => (current, None),
        };
        if position(piece, b'.').is_some() {
            if tail.is_some() || !may_end_dotted || !is_canonical_ipv4(piece) {
                return None;
            }
            // The value does not matter here, since browsers write no address in dotted decimal.
            pieces.value <<= 32;
            pieces.count += 2;
            pieces.plain = false;
        } else {
            if piece.len() > 4 || !is_number(piece, 16) {
                return None;
            }
            pieces.value = (pieces.value << 16) | number(piece, 16);
            pieces.count += 1;
            pieces.plain = pieces.plain && !matches!(piece, [b'0', _, ..]) && !has_uppercase(piece);
        }
        if pieces.count > 8 {
            return None;
        }
        rest = tail;
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use super::*;

    #[test]
    fn canonical_ipv4_is_what_the_standard_library_prints() {
        for host in ["127.0.0.1", "0.0.0.0", "255.255.255.255", "10.0.0.10"] {
            assert!(is_canonical_ipv4(host.as_bytes()), "{host}");
            assert_eq!(host.parse::<Ipv4Addr>().unwrap().to_string(), host);
        }
        for host in
            ["127.1", "1", "127.0.0.01", "256.0.0.1", "1.2.3.4.5", "1.2.3.4.", "0x7f.0.0.1", "1..2.3", ""]
        {
            assert!(!is_canonical_ipv4(host.as_bytes()), "{host}");
        }
    }

    #[test]
    fn ipv6_mistakes_are_told_apart() {
        for inner in [
            "::1",
            "::",
            "2001:db8::a",
            "2001:db8:0:1:1:1:1:1",
            "1:0:0:2::",
            "fe80::1",
            "0:0:1::",
            "1::2:0:0:3:4",
        ] {
            assert_eq!(wrong_ipv6(inner.as_bytes()), None, "{inner}");
            assert_eq!(inner.parse::<Ipv6Addr>().unwrap().to_string(), inner);
        }
        for inner in [
            "0:0:0:0:0:0:0:1",
            "::0001",
            "2001:DB8::1",
            "2001:db8::1:1:1:1:1",
            "1::2:0:0:0:3",
            "::1.2.3.4",
            "1:0:0:2::3:4",
            "1:2:3:4:5:6:1.2.3.4",
        ] {
            assert_eq!(wrong_ipv6(inner.as_bytes()), Some(MistakeKind::HostIpv6Form), "{inner}");
        }
        for inner in
            ["", ":", ":::1", "1:2:3:4:5:6:7:8:9", "::g", "1::2::3", "12345::", "1:2", "::1.2.3", "1.2.3.4::"]
        {
            assert_eq!(wrong_ipv6(inner.as_bytes()), Some(MistakeKind::HostIpv6), "{inner}");
        }
        assert_eq!(wrong_ipv6(b"::ffff:7f00:1"), Some(MistakeKind::HostIpv6Mapped));
        assert_eq!(wrong_ipv6(b"::ffff:127.0.0.1"), Some(MistakeKind::HostIpv6Mapped));
        assert_eq!(wrong_ipv6(b"fe80::1%25eth0"), Some(MistakeKind::HostIpv6Zone));
    }
}
