//! One list of policies, written in every way: with the attribute, `policy!`, constants in `origins`, the builder, serde, and
//! the environment. `differences.rs` has each difference from the builder, with the reason.

mod at_run_time;
mod compiled;
mod differences;
mod positional;
mod rows;

use std::collections::BTreeMap;

use cors_core::Config;

use crate::ways_to_write::differences::DIFFERENCES;

/// A way to write policies, beside the builder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Attribute,
    AttributeOnRocket,
    Macro,
    Constants,
    Serde,
    Environment,
}

/// All messages about a policy that is written in one way, sorted; empty if the policy is accepted.
type Said = Vec<String>;

#[test]
fn every_way_says_the_same() {
    let rows = rows::all();
    let ways: BTreeMap<Way, Vec<Said>> =
        compiled::ways(&rows).into_iter().chain(at_run_time::ways(&rows)).collect();
    let mut met = vec![false; DIFFERENCES.len()];
    let mut wrong = Vec::new();
    for (way, said) in &ways {
        for (row, said) in rows.iter().zip(said) {
            let expected = by_the_builder(*way, row);
            if *said == expected {
                continue;
            }
            match DIFFERENCES.iter().position(|other| other.is_about(*way, row, said, &expected)) {
                Some(place) => met[place] = true,
                None => wrong.push(format!("{way:?} {row:?}\n  says     {said:?}\n  expected {expected:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences without a reason:\n{}", wrong.len(), wrong.join("\n"));
    let never: Vec<&str> =
        DIFFERENCES.iter().zip(met).filter(|(_, met)| !met).map(|(other, _)| other.reason).collect();
    assert!(never.is_empty(), "no row differs for these reasons: {never:#?}");
}

/// Returns the messages of the builder, in the words of `way`.
fn by_the_builder(way: Way, row: &Config) -> Said {
    let Err(error) = at_run_time::build(&compiled::sent(way, row)) else { return Said::new() };
    let words = error.mistakes().iter().map(|mistake| match way {
        Way::Environment => format!("{:?} {:?}", mistake.key(), mistake.kind()),
        Way::Constants => reason(&mistake.to_string()),
        _ => mistake.to_string(),
    });
    sorted(words.collect())
}

/// Cuts the help from a message. For a value that only const evaluation knows, the help is general.
fn reason(message: &str) -> String {
    message.split("; ").next().unwrap_or_default().to_owned()
}

fn sorted(mut said: Said) -> Said {
    said.sort();
    said.dedup();
    said
}
