//! `Vary` is merged as a list of names, with any existing value and any value that a predicate declares.

use cors_core::Vary;
use cors_oracle::vary::{FIXED, NAMES, declaring, missing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

proptest! {
    #![proptest_config(crate::cases(4000))]

    #[test]
    fn nothing_is_lost_or_repeated(
        lines in vec(line(), 0..4),
        (vary, names) in select(&FIXED[..]),
    ) {
        check(vary, names, &lines)?;
    }

    #[test]
    fn names_that_a_predicate_declares_are_merged_alike(
        lines in vec(line(), 0..4),
        declared in vec(select(&NAMES[..]), 0..6),
        preflight in any::<bool>(),
    ) {
        let by_origin: &[&str] =
            if preflight { &["Origin", "Access-Control-Request-Method"] } else { &["Origin"] };
        let names: Vec<&str> = by_origin.iter().chain(&declared).copied().collect();
        check(declaring(declared.leak(), preflight), &names, &lines)?;
    }
}

fn check(vary: Vary, names: &[&str], lines: &[Vec<u8>]) -> Result<(), TestCaseError> {
    let expected = missing(names, lines);
    let added = vary.missing_from(lines.iter().map(Vec::as_slice));
    prop_assert_eq!(added.as_deref(), expected.as_deref());

    let merged: Vec<Vec<u8>> = lines.iter().cloned().chain(expected.map(String::into_bytes)).collect();
    prop_assert_eq!(vary.missing_from(merged.iter().map(Vec::as_slice)), None, "a second time");
    Ok(())
}

fn line() -> impl Strategy<Value = Vec<u8>> {
    let usual = select(
        &[
            "Origin",
            "ORIGIN",
            "Accept",
            "accept-encoding",
            "*",
            "Access-Control-Request-Method",
            "sec-fetch-site",
            "X-TENANT",
            "origin2",
            "x*",
            "",
        ][..],
    );
    let member =
        prop_oneof![5 => usual.prop_map(|name| name.as_bytes().to_vec()), 1 => vec(33_u8..=255, 0..6)];
    let space = select(&["", " ", "\t", "  "][..]);
    vec((space.clone(), member, space), 0..4).prop_map(|members| {
        let members = members
            .into_iter()
            .map(|(left, name, right)| [left.as_bytes(), &name, right.as_bytes()].concat());
        members.collect::<Vec<_>>().join(&b","[..])
    })
}
