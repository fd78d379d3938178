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

/// Replaces compatibility forms, composes and folds case, which is close to UTS #46. Cherokee has capitals there, since its
/// small letters are newer. Lower case alone would keep small letters that browsers replace, such as an iota below another letter.
fn mapped(name: &str) -> String {
    let upper = |c: char| match c {
        '\u{df}' | '\u{131}' | '\u{3c2}' => c.to_string(),
        _ => c.to_uppercase().collect(),
    };
    let capital = |c: char| match c {
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => c.to_uppercase().next().unwrap_or(c),
        _ => c,
    };
    // Selectors of a glyph, as behind many emoji, are dropped.
    let name: String = name.chars().filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}')).map(upper).collect();
    name.nfkc().flat_map(char::to_lowercase).map(capital).nfkc().collect()
}

/// Returns a host with its Unicode labels in ASCII form, if it consists of characters that browsers keep. They have rules for
/// others that are not repeated here.
pub(crate) fn to_ascii(host: &str) -> Option<String> {
    let host = mapped(host).replace('\u{3002}', ".");
    let is_name = |label: &str| {
        let is_encoded = !label.is_ascii() && label.starts_with("xn--");
        !is_encoded && !label.starts_with(is_combining_mark) && has_joiners_in_place(label)
    };
    if !host.chars().all(is_kept) || !host.split('.').all(is_name) {
        return None;
    }
    let labels: Option<Vec<String>> = host.split('.').map(encode_label).collect();
    Some(labels?.join("."))
}

/// Reports whether browsers keep a character that is [`mapped`]: letters, digits, their marks, joiners, and symbols such as emoji.
fn is_kept(c: char) -> bool {
    match c {
        // Invisible fillers and marks.
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => false,
        '\u{b7}' | '\u{200c}' | '\u{200d}' | '\u{30fb}' => true,
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => true,
        '\u{e0000}'.. => false,
        _ => c.is_ascii() || c.is_alphanumeric() || is_combining_mark(c),
    }
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
            // Marks: the example names of the root zone in Hindi and Tamil, and a name in Thai.
            (
                "\u{909}\u{926}\u{93e}\u{939}\u{930}\u{923}.\u{92a}\u{930}\u{940}\u{915}\u{94d}\u{937}\u{93e}",
                "xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
            ),
            (
                "\u{b89}\u{ba4}\u{bbe}\u{bb0}\u{ba3}\u{bae}\u{bcd}.\u{baa}\u{bb0}\u{bbf}\u{b9f}\u{bcd}\u{b9a}\u{bc8}",
                "xn--zkc6cc5bi7f6e.xn--hlcj6aya9esc7a",
            ),
            ("\u{e44}\u{e21}\u{e49}.\u{e44}\u{e17}\u{e22}", "xn--y3c3eqa.xn--o3cw4h"),
            // Joiners that a script needs.
            ("\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}.a", "xn--10cl1a0b660p.a"),
            // Symbols, as they are and with the request to show them in colour.
            ("\u{2603}.net", "xn--n3h.net"),
            ("\u{1f4a9}.la", "xn--ls8h.la"),
            ("i\u{2764}\u{fe0f}.ws", "xn--i-7iq.ws"),
            ("l\u{b7}l.cat", "xn--ll-0ea.cat"),
            // Letters whose lower case is not what is sent.
            ("\u{1fb3}.gr", "xn--mxaq.gr"),
            ("\u{1c80}.a", "xn--b1a.a"),
            ("\u{3f2}.a", "xn--4xa.a"),
            ("\u{131}.a", "xn--cfa.a"),
        ] {
            assert_eq!(to_ascii(host).as_deref(), Some(ascii), "{host}");
        }
    }

    #[test]
    fn what_browsers_have_rules_for_is_left_to_them() {
        for host in [
            "b\u{fc}\u{ad}cher",
            "a\u{200b}",
            "\u{301}a",
            "\u{3164}",
            "\u{115f}",
            "xn--\u{fc}",
            "\u{e9}\u{200d}\u{e9}",
            "a\u{34f}",
            "a\u{202e}",
            "\u{e000}",
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
        for host in ["xn--u-ccb", "a.xn--1ug", "xn--0ug", "xn--bcher-kva.xn--u-ccb", "xn--hsg", "xn--23f"] {
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
