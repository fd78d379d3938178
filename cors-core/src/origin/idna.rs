//! Names in the form that browsers send, of those that are not ASCII (UTS #46).

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::origin::punycode::{decode, encode_label};

/// The combining class of a virama, which removes the vowel of the letter before it.
const VIRAMA: u8 = 9;

/// Reports whether every `xn--` label of `host` decodes to a name in the form that browsers encode: composed, lower
/// case, with joiners only where they belong. Browsers never send other names.
pub(crate) fn is_stable(host: &str) -> bool {
    host.split('.').filter_map(|label| label.strip_prefix("xn--")).all(|encoded| {
        decode(encoded).is_some_and(|label| {
            let starts_with_mark = label.chars().next().is_none_or(is_combining_mark);
            mapped(&label) == label && !starts_with_mark && has_joiners_in_place(&label)
        })
    })
}

/// Reports whether each joiner of a label stands after a virama, or keeps two letters apart that their script joins (RFC 5892,
/// appendix A.1 and A.2). The blocks stand for its table of joining types, and have more letters than that.
fn has_joiners_in_place(label: &str) -> bool {
    const NON_JOINER: char = '\u{200c}';
    const JOINED: [RangeInclusive<char>; 5] = [
        '\u{600}'..='\u{8ff}',
        '\u{1800}'..='\u{18af}',
        '\u{a840}'..='\u{a873}',
        '\u{10ac0}'..='\u{10fff}',
        '\u{1e900}'..='\u{1e94f}',
    ];
    let is_joined = |c: Option<char>| c.is_some_and(|c| JOINED.iter().any(|block| block.contains(&c)));
    label.match_indices([NON_JOINER, '\u{200d}']).all(|(at, joiner)| {
        let (before, after) = (label[..at].chars().next_back(), label[at + joiner.len()..].chars().next());
        before.is_some_and(|c| canonical_combining_class(c) == VIRAMA)
            || (joiner.starts_with(NON_JOINER) && is_joined(before) && is_joined(after))
    })
}

/// Replaces compatibility forms, composes and lower-cases a name, which is close to UTS #46. Cherokee has capitals there, since its
/// small letters are newer.
fn mapped(name: &str) -> String {
    let capital = |c: char| match c {
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => c.to_uppercase().next().unwrap_or(c),
        _ => c,
    };
    name.nfkc().flat_map(char::to_lowercase).map(capital).nfkc().collect()
}

/// Returns a host with its Unicode labels in ASCII form, if it consists of plain letters and digits. Browsers have
/// rules for other characters that are not repeated here.
pub(crate) fn to_ascii(host: &str) -> Option<String> {
    let host = mapped(host).replace('\u{3002}', ".");
    let is_plain = |c: char| c.is_alphanumeric() && !matches!(c, '\u{115f}' | '\u{1160}');
    let starts_with_mark = host.split('.').any(|label| label.starts_with(is_combining_mark));
    let is_encoded = host.split('.').any(|label| !label.is_ascii() && label.starts_with("xn--"));
    if is_encoded || starts_with_mark || !host.chars().all(|c| c.is_ascii() || is_plain(c)) {
        return None;
    }
    let labels: Option<Vec<String>> = host.split('.').map(encode_label).collect();
    Some(labels?.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_encoded_as_browsers_do() {
        for (host, ascii) in [
            ("b\u{fc}cher.example", "xn--bcher-kva.example"),
            ("B\u{dc}CHER.example", "xn--bcher-kva.example"),
            ("\u{43f}\u{440}\u{438}\u{43c}\u{435}\u{440}.\u{440}\u{444}", "xn--e1afmkfd.xn--p1ai"),
            ("example\u{3002}com", "example.com"),
            ("\u{ff45}xample.com", "example.com"),
            ("fa\u{df}.example", "xn--fa-hia.example"),
            ("\u{391}\u{3a3}.example", "xn--mxa0b.example"),
            ("\u{13a0}\u{ab71}\u{13f8}.example", "xn--58dc1v.example"),
            ("\u{4f8b}\u{3048}.\u{30c6}\u{30b9}\u{30c8}", "xn--r8jz45g.xn--zckzah"),
        ] {
            assert_eq!(to_ascii(host).as_deref(), Some(ascii), "{host}");
        }
    }

    #[test]
    fn what_browsers_have_rules_for_is_left_to_them() {
        for host in [
            "\u{2764}\u{fe0f}.a",
            "b\u{fc}\u{ad}cher",
            "a\u{200b}",
            "\u{301}a",
            "\u{3164}",
            "\u{115f}",
            "xn--\u{fc}",
        ] {
            assert_eq!(to_ascii(host), None, "{host}");
        }
    }

    #[test]
    fn labels_that_no_browser_makes_are_known() {
        for host in [
            "xn--bcher-kva.example",
            "xn--53h.example",
            "xn--e1afmkfd.xn--p1ai",
            "plain",
            "xn--fa-hia",
            "xn--58d",
        ] {
            assert!(is_stable(host), "{host}");
        }
        for host in ["xn--u-ccb", "a.xn--1ug", "xn--0ug", "xn--bcher-kva.xn--u-ccb"] {
            assert!(!is_stable(host), "{host}");
        }
    }

    #[test]
    fn a_joiner_belongs_after_a_virama_or_between_letters_that_join() {
        for name in [
            "\u{646}\u{627}\u{645}\u{647}\u{200c}\u{627}\u{6cc}",
            "\u{915}\u{94d}\u{200d}\u{937}",
            "\u{b95}\u{bcd}\u{200c}\u{bb7}",
            "\u{1e922}\u{200c}\u{1e923}",
        ] {
            let host = encode_label(name).unwrap();
            assert!(is_stable(&host), "{host}");
        }
        for name in [
            "a\u{200c}b",
            "\u{e9}\u{200c}\u{e9}",
            "\u{645}\u{200d}\u{645}",
            "\u{645}\u{200c}",
            "\u{200c}\u{645}",
        ] {
            let host = encode_label(name).unwrap();
            assert!(!is_stable(&host), "{host}");
        }
    }
}
