//! The host of an origin, in the form that the URL Standard's [host serializer] writes.
//!
//! Functions `unlike_…` say why no client sends such a host, and functions `wrong_…` why it is a mistake in a policy.
//!
//! [host serializer]: https://url.spec.whatwg.org/#concept-host-serializer

use crate::error::MistakeKind;
use crate::origin::scheme::is_http;
use crate::origin::{ip, punycode};
use crate::syntax::bytes::{
    after_last, equal, has_uppercase, is_number, position, split_once, strip_prefix, without_final_dot,
};

/// The longest host, in bytes (RFC 1035).
pub(crate) const MAX_HOST_LEN: usize = 253;
/// The longest label of a host, in bytes (RFC 1035).
const MAX_LABEL_LEN: usize = 63;

/// Reports whether `host`, without a final dot, is `localhost` or a name below it, which is always the machine itself.
pub(crate) const fn is_localhost(host: &[u8]) -> bool {
    equal(after_last(host, b'.'), b"localhost")
}

/// Reports whether origins of `scheme` can have `host`.
pub(crate) const fn can_have_host(scheme: &[u8], host: &[u8]) -> bool {
    if let [b'[', inner @ .., b']'] = host {
        return ip::is_canonical_ipv6(inner);
    }
    match is_http(scheme) {
        true => unlike_a_domain(host).is_none(),
        false => host.is_empty() || unlike_an_opaque_host(host).is_none(),
    }
}

/// Returns the first mistake in a host that is written in a policy, after its `*.` if `subdomains` is set.
pub(crate) const fn wrong_host(scheme: &[u8], host: &[u8], subdomains: bool) -> Option<MistakeKind> {
    if let [b'[', inner @ .., b']'] = host {
        return if subdomains { Some(MistakeKind::WildcardIp) } else { ip::wrong_ipv6(inner) };
    }
    if host.is_empty() {
        return Some(MistakeKind::HostEmpty);
    }
    if !is_http(scheme) && !subdomains {
        return wrong_opaque_host(scheme, host);
    }
    wrong_domain(scheme, host, subdomains)
}

/// Returns the first mistake in a host of labels. A host after `*.` consists of labels in every scheme.
const fn wrong_domain(scheme: &[u8], host: &[u8], subdomains: bool) -> Option<MistakeKind> {
    let unlike = if is_http(scheme) { unlike_a_domain(host) } else { unlike_labels(host) };
    match unlike {
        Some(MistakeKind::HostIpv4) if subdomains => Some(MistakeKind::WildcardIp),
        Some(kind) => Some(kind),
        None if subdomains && is_http(scheme) && ends_in_a_number(host) => Some(MistakeKind::WildcardIp),
        None if has_outer_hyphen(host) => Some(MistakeKind::HostLabelHyphen),
        None if subdomains && host.len() + "*.".len() > MAX_HOST_LEN => Some(MistakeKind::HostTooLong),
        None => None,
    }
}

/// Returns the first mistake in a host that does not consist of labels. Browsers keep the case of such a host.
const fn wrong_opaque_host(scheme: &[u8], host: &[u8]) -> Option<MistakeKind> {
    match unlike_an_opaque_host(host) {
        None if is_lower_case(scheme, host) && has_uppercase(host) => Some(MistakeKind::HostUppercase),
        unlike => unlike,
    }
}

/// Reports whether no app can have chosen upper-case letters for `host`, which does not consist of labels.
pub(crate) const fn is_lower_case(scheme: &[u8], host: &[u8]) -> bool {
    // The ids of Chromium's extensions are letters from `a` to `p`.
    equal(scheme, b"chrome-extension") || host.eq_ignore_ascii_case(b"localhost")
}

/// Returns why `host` is not a host of an `http` or `https` origin, or `None` if it is one. IPv6 addresses are checked
/// elsewhere.
const fn unlike_a_domain(host: &[u8]) -> Option<MistakeKind> {
    match ends_in_a_number(host) {
        true if ip::is_canonical_ipv4(host) => None,
        true if wrong_characters(host).is_none() => Some(MistakeKind::HostIpv4),
        _ => unlike_labels(host),
    }
}

/// Returns why `host` does not consist of labels, or `None` if it does.
const fn unlike_labels(host: &[u8]) -> Option<MistakeKind> {
    if let Some(kind) = wrong_characters(host) {
        return Some(kind);
    }
    let mut rest = Some(without_final_dot(host));
    while let Some(labels) = rest {
        let (label, tail) = match split_once(labels, b'.') {
            Some((label, tail)) => (label, Some(tail)),
            None => (labels, None),
        };
        if label.is_empty() {
            return Some(MistakeKind::HostLabelEmpty);
        }
        if label.len() > MAX_LABEL_LEN {
            return Some(MistakeKind::HostLabelTooLong);
        }
        if !is_decodable_label(label) {
            return Some(MistakeKind::HostPunycode);
        }
        rest = tail;
    }
    if host.len() > MAX_HOST_LEN { Some(MistakeKind::HostTooLong) } else { None }
}

const fn wrong_characters(host: &[u8]) -> Option<MistakeKind> {
    let mut uppercase = false;
    let mut invalid = false;
    let mut rest = host;
    while let [byte, tail @ ..] = rest {
        match *byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {}
            b'A'..=b'Z' => uppercase = true,
            128..=255 => return Some(MistakeKind::HostUnicode),
            _ => invalid = true,
        }
        rest = tail;
    }
    match (invalid, uppercase) {
        (true, _) => Some(MistakeKind::HostCharacter),
        (false, true) => Some(MistakeKind::HostUppercase),
        (false, false) => None,
    }
}

/// Returns why `host` is not an [opaque host], the form for schemes that the URL Standard does not list, or `None` if
/// it is one.
///
/// [opaque host]: https://url.spec.whatwg.org/#concept-opaque-host-parser
pub(crate) const fn unlike_an_opaque_host(host: &[u8]) -> Option<MistakeKind> {
    let mut invalid = false;
    let mut rest = host;
    while let [byte, tail @ ..] = rest {
        match *byte {
            128..=255 => return Some(MistakeKind::HostUnicode),
            // URL Standard, "forbidden host code point", and bytes that a field line cannot begin or end with.
            0..=b' ' | 127 => invalid = true,
            byte => invalid |= position(b"#/:<>?@[\\]^|", byte).is_some(),
        }
        rest = tail;
    }
    match host {
        [] => Some(MistakeKind::HostEmpty),
        _ if invalid => Some(MistakeKind::HostCharacter),
        _ if host.len() > MAX_HOST_LEN => Some(MistakeKind::HostTooLong),
        _ => None,
    }
}

/// Reports whether `host` ends in a number (URL Standard, "ends in a number checker"). Such a host is either an IPv4
/// address or invalid.
pub(crate) const fn ends_in_a_number(host: &[u8]) -> bool {
    let last = after_last(without_final_dot(host), b'.');
    match last {
        [b'0', b'x' | b'X', hex @ ..] => hex.is_empty() || is_number(hex, 16),
        _ => is_number(last, 10),
    }
}

/// Reports whether the last label, or the last but one, begins or ends with `-`. Registries do not give out such
/// labels.
///
/// Below a registered name any label can exist: `https://foo-.example.com`.
const fn has_outer_hyphen(host: &[u8]) -> bool {
    let host = without_final_dot(host);
    let last = after_last(host, b'.');
    let last_but_one = match host.split_at_checked(host.len() - last.len()) {
        Some((front, _)) => after_last(without_final_dot(front), b'.'),
        None => last,
    };
    matches!(last, [b'-', ..] | [.., b'-']) || matches!(last_but_one, [b'-', ..] | [.., b'-'])
}

/// Reports whether a wildcard matches `label`.
pub(crate) fn is_label(label: &[u8]) -> bool {
    (1..=MAX_LABEL_LEN).contains(&label.len())
        && label.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

/// Reports whether `label` is a plain label, or an `xn--` label that decodes.
pub(crate) const fn is_decodable_label(label: &[u8]) -> bool {
    match strip_prefix(label, b"xn--") {
        Some(encoded) => punycode::decodes(encoded),
        None => true,
    }
}
