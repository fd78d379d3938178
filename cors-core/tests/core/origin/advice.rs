//! The Punycode that messages advise for names in Unicode, compared with the URL Standard.

use std::ops::RangeInclusive;

use cors_core::{Fix, Policy};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use url::Url;

/// Letters and marks of many scripts, and symbols.
const SCRIPTS: [RangeInclusive<char>; 18] = [
    '\u{f8}'..='\u{17f}',
    '\u{300}'..='\u{33f}',
    '\u{391}'..='\u{3c9}',
    '\u{1f00}'..='\u{1fbc}',
    '\u{410}'..='\u{44f}',
    '\u{1c80}'..='\u{1c88}',
    '\u{5d0}'..='\u{5ea}',
    '\u{627}'..='\u{64a}',
    '\u{904}'..='\u{94d}',
    '\u{b85}'..='\u{bcd}',
    '\u{d85}'..='\u{ddf}',
    '\u{e01}'..='\u{e3a}',
    '\u{e40}'..='\u{e4e}',
    '\u{17b6}'..='\u{17d2}',
    '\u{3041}'..='\u{3096}',
    '\u{4e00}'..='\u{9fff}',
    '\u{2600}'..='\u{27bf}',
    '\u{1f300}'..='\u{1f64f}',
];

fn name() -> impl Strategy<Value = String> {
    let word =
        select(&SCRIPTS[..]).prop_flat_map(|script| vec(proptest::char::ranges(vec![script].into()), 1..6));
    let end = select(&["", "a", "-1", "\u{fe0f}", "\u{200d}", "\u{3002}b"][..]);
    (word, end).prop_map(|(word, end)| word.into_iter().collect::<String>() + end)
}

fn advised(origin: &str) -> Option<String> {
    let error = Policy::builder().origins([origin]).build().err()?;
    match error.mistakes()[0].fix() {
        Some(Fix::Write(origin)) => Some(origin.clone()),
        _ => None,
    }
}

proptest! {
    #![proptest_config(crate::cases(4000))]

    #[test]
    fn a_name_is_advised_as_browsers_send_it(name in name()) {
        let written = format!("https://{name}.example");
        if let Ok(url) = Url::parse(&written) {
            let sent = url.origin().ascii_serialization();
            prop_assert!(Policy::builder().origins([&sent]).build().is_ok(), "{}", sent);
            prop_assert_eq!(advised(&written), Some(sent));
        }
    }
}
