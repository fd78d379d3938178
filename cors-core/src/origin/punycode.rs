//! The ASCII form of labels that are not ASCII: Punycode (RFC 3492).

use crate::syntax::bytes::after_last;

const BASE: u32 = 36;
const TMIN: u32 = 1;
const TMAX: u32 = 26;
const INITIAL_N: u32 = 128;
const INITIAL_BIAS: u32 = 72;

/// The decoder of the part after `xn--`, between two code points.
struct Decoder<'e> {
    /// The digits that are not read yet.
    rest: &'e [u8],
    /// The number of code points so far.
    count: u32,
    code: u32,
    place: u32,
    bias: u32,
    is_first: bool,
}

impl<'e> Decoder<'e> {
    /// Starts after the code points that are written unchanged.
    const fn new(encoded: &'e [u8]) -> Self {
        let rest = after_last(encoded, b'-');
        let count = (encoded.len() - rest.len()).saturating_sub(1) as u32;
        Self { rest, count, code: INITIAL_N, place: 0, bias: INITIAL_BIAS, is_first: true }
    }

    /// Returns the next code point, and the place where it is inserted.
    const fn next(&mut self) -> Option<(char, u32)> {
        let Some((delta, rest)) = variable_length_integer(self.rest, self.bias) else { return None };
        self.count += 1;
        self.bias = adapt(delta, self.count, self.is_first);
        let Some(sum) = self.place.checked_add(delta) else { return None };
        let Some(code) = self.code.checked_add(sum / self.count) else { return None };
        let place = sum % self.count;
        (self.rest, self.code, self.place, self.is_first) = (rest, code, place + 1, false);
        match char::from_u32(code) {
            Some(letter) if code >= 0xa0 => Some((letter, place)),
            _ => None,
        }
    }
}

/// Reports whether the part after `xn--` decodes to a label that is not ASCII.
pub(crate) const fn decodes(encoded: &[u8]) -> bool {
    let mut decoder = Decoder::new(encoded);
    while !decoder.rest.is_empty() {
        if decoder.next().is_none() {
            return false;
        }
    }
    !decoder.is_first
}

const fn variable_length_integer(mut digits: &[u8], bias: u32) -> Option<(u32, &[u8])> {
    let (mut value, mut weight, mut k) = (0_u32, 1_u32, BASE);
    while let [digit, rest @ ..] = digits {
        let digit = match *digit {
            letter @ b'a'..=b'z' => letter - b'a',
            number @ b'0'..=b'9' => number - b'0' + 26,
            _ => return None,
        } as u32;
        let Some(product) = digit.checked_mul(weight) else { return None };
        let Some(sum) = value.checked_add(product) else { return None };
        value = sum;
        let t = threshold(k, bias);
        if digit < t {
            return Some((value, rest));
        }
        let Some(heavier) = weight.checked_mul(BASE - t) else { return None };
        (weight, k, digits) = (heavier, k + BASE, rest);
    }
    None
}

const fn threshold(k: u32, bias: u32) -> u32 {
    match k.saturating_sub(bias) {
        t if t < TMIN => TMIN,
        t if t > TMAX => TMAX,
        t => t,
    }
}

const fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > (BASE - TMIN) * TMAX / 2 {
        delta /= BASE - TMIN;
        k += BASE;
    }
    k + (BASE - TMIN + 1) * delta / (delta + 38)
}

/// Decodes the part after `xn--`.
pub(super) fn decode(encoded: &str) -> Option<String> {
    if !encoded.is_ascii() {
        return None;
    }
    let mut label: Vec<char> = encoded.rsplit_once('-').map_or("", |(basic, _)| basic).chars().collect();
    let mut decoder = Decoder::new(encoded.as_bytes());
    while !decoder.rest.is_empty() {
        let (letter, place) = decoder.next()?;
        label.insert(usize::try_from(place).ok()?, letter);
    }
    Some(label.into_iter().collect())
}

/// Encodes a label, unless it is ASCII.
pub(super) fn encode_label(label: &str) -> Option<String> {
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    let total = u32::try_from(label.chars().count()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (INITIAL_N, 0_u32, INITIAL_BIAS, basic);
    while handled < total {
        let next = label.chars().map(u32::from).filter(|code| *code >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for code in label.chars().map(u32::from) {
            if code < n {
                delta = delta.checked_add(1)?;
            } else if code == n {
                push_integer(&mut output, delta, bias)?;
                bias = adapt(delta, handled + 1, handled == basic);
                (delta, handled) = (0, handled + 1);
            }
        }
        (delta, n) = (delta.checked_add(1)?, n + 1);
    }
    Some(format!("xn--{output}"))
}

fn push_integer(output: &mut String, mut value: u32, bias: u32) -> Option<()> {
    // Punycode counts letters first.
    let digit = |value: u32| ('a'..='z').chain('0'..='9').nth(usize::try_from(value).ok()?);
    let mut k = BASE;
    loop {
        let t = threshold(k, bias);
        if value < t {
            output.push(digit(value)?);
            return Some(());
        }
        output.push(digit(t + (value - t) % (BASE - t))?);
        (value, k) = ((value - t) / (BASE - t), k + BASE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Most of these are the examples of RFC 3492, section 7.1.
    #[test]
    fn what_is_encoded_decodes() {
        for (label, encoded) in [
            ("b\u{fc}cher", "bcher-kva"),
            ("a\u{10437}z\u{e000}", "az-ke4l027i"),
            // One less would be a surrogate.
            ("\u{e000}\u{d7ff}", "hb9bj0m"),
            ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
            ("pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"),
            ("यहलोगहिन्दीक्योंनहींबोलसकतेहैं", "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd"),
            ("なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
            (
                "세계의모든사람들이한국어를이해한다면얼마나좋을까",
                "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c",
            ),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("hello-another-way-それぞれの場所", "hello-another-way--fc4qua05auwb3674vfr0b"),
        ] {
            assert_eq!(encode_label(label), Some(format!("xn--{encoded}")));
            assert_eq!(decode(encoded).as_deref(), Some(label));
            assert!(decodes(encoded.as_bytes()), "{label}");
        }
        for label in ["", "-", "example-", "a", "99999999", "b\u{fc}cher", "ls8h="] {
            assert!(!decodes(label.as_bytes()), "{label}");
        }
    }

    #[test]
    fn what_is_encoded_at_random_decodes() {
        let mut seed = 1_u32;
        let mut random = |bound: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % bound
        };
        for _ in 0..4000 {
            let letters = (0..=random(12)).map(|_| match random(3) {
                0 => random(26) + 0x61,
                1 => random(0x200) + 0x4e00,
                _ => random(0x1f) + 0xe0,
            });
            let label: String = letters.filter_map(char::from_u32).collect();
            let encoded = encode_label(&label).unwrap();
            let Some(encoded) = encoded.strip_prefix("xn--") else { continue };
            assert_eq!(decode(encoded).as_deref(), Some(label.as_str()));
            assert!(decodes(encoded.as_bytes()), "{label}");
        }
    }

    #[test]
    fn the_bias_changes_where_the_rfc_says() {
        assert_eq!([adapt(910, 1000, false), adapt(912, 1000, false)], [33, 45]);
    }
}
