//! One list of policies through every door: the attribute, `policy!`, constants in `origins`, the builder, serde, and
//! the environment. `differences.rs` has each difference from the builder, with the reason.

mod at_run_time;
mod compiled;
mod differences;
mod positional;
mod rows;

use std::collections::BTreeMap;

use cors_core::Config;

use crate::doors::differences::DIFFERENCES;

/// A door: a place where policies are written, beside the builder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Door {
    Attribute,
    AttributeOnRocket,
    Macro,
    Constants,
    Serde,
    Environment,
}

/// All messages of a door about a policy, sorted; empty if the policy is accepted.
type Said = Vec<String>;

#[test]
fn every_door_says_the_same() {
    let rows = rows::all();
    let doors: BTreeMap<Door, Vec<Said>> =
        compiled::doors(&rows).into_iter().chain(at_run_time::doors(&rows)).collect();
    let mut met = vec![false; DIFFERENCES.len()];
    let mut wrong = Vec::new();
    for (door, said) in &doors {
        for (row, said) in rows.iter().zip(said) {
            let expected = by_the_builder(*door, row);
            if *said == expected {
                continue;
            }
            match DIFFERENCES.iter().position(|other| other.is_about(*door, row, said, &expected)) {
                Some(place) => met[place] = true,
                None => wrong.push(format!("{door:?} {row:?}\n  says     {said:?}\n  expected {expected:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences without a reason:\n{}", wrong.len(), wrong.join("\n"));
    let never: Vec<&str> =
        DIFFERENCES.iter().zip(met).filter(|(_, met)| !met).map(|(other, _)| other.reason).collect();
    assert!(never.is_empty(), "no row differs for these reasons: {never:#?}");
}

/// Returns the messages of the builder, in the words of `door`.
fn by_the_builder(door: Door, row: &Config) -> Said {
    let Err(error) = at_run_time::build(&compiled::sent(door, row)) else { return Said::new() };
    let words = error.mistakes().iter().map(|mistake| match door {
        Door::Environment => format!("{:?} {:?}", mistake.key(), mistake.kind()),
        Door::Constants => reason(&mistake.to_string()),
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
