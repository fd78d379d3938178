//! Generated requests, to policies and to servers with mistakes: Chromium and the model in `cors_browser` agree, on
//! each framework.

mod answers;
mod bench;
mod case;
mod census;
mod deviations;
mod generate;
mod trace;

use cors_tests::framework::Framework;

use bench::Bench;
use deviations::{DEVIATIONS, Deviation, ask_as_chromium};
use trace::Compared;

/// The variable with the seed.
const VARIABLE: &str = "CORS_SEED";
const CASES: usize = 2400;

#[test]
fn chromium_does_what_the_model_says() {
    let Some(bench) = Bench::start("the differential run") else { return };
    let seed = std::env::var(VARIABLE).map_or(1, |seed| seed.parse().expect("a number as the seed"));
    println!("{VARIABLE}={seed}");
    let compared = bench.run(&generate::cases(seed, CASES), ask_as_chromium);
    let others: Vec<_> = compared.iter().filter(|compared| !compared.agrees()).collect();
    for deviation in &DEVIATIONS {
        let alone = std::slice::from_ref(deviation);
        let explained = others.iter().filter(|compared| Deviation::explain(alone, compared)).count();
        println!("{explained} times {}", deviation.name);
    }
    let unknown: Vec<_> =
        others.iter().filter(|compared| !Deviation::explain(&DEVIATIONS, compared)).collect();
    let texts: Vec<_> = unknown.iter().map(ToString::to_string).collect();
    assert!(texts.is_empty(), "{VARIABLE}={seed}, {} disagreements:\n\n{}", texts.len(), texts.join("\n"));
    the_frameworks_agree(&compared);
    for framework in Framework::ALL {
        census::take(framework, &compared);
    }
}

/// All frameworks have the same policies, so cases whose method all have must end equally.
fn the_frameworks_agree(compared: &[Compared]) {
    const METHODS: [&str; 5] = ["GET", "POST", "PUT", "DELETE", "PATCH"];
    let (actix, others) = compared.split_at(compared.len() / Framework::ALL.len());
    let pairs = actix.iter().cycle().zip(others);
    let on_all = pairs.filter(|(actix, _)| METHODS.contains(&actix.case.asked.method.as_str()));
    let differing = on_all.filter(|(actix, other)| actix.seen.story() != other.seen.story());
    let texts: Vec<_> = differing.map(|(actix, other)| format!("{actix}\n{other}")).collect();
    assert!(texts.is_empty(), "{} times the frameworks differ:\n\n{}", texts.len(), texts.join("\n"));
}

#[test]
fn each_deviation_is_one() {
    let Some(bench) = Bench::start("where Chromium deviates from the standard") else { return };
    for deviation in &DEVIATIONS {
        for (case, predicted, seen) in (deviation.rows)() {
            for compared in bench.run(&[case], |model, _, asked| model.fetch(asked)) {
                let stories = (compared.predicted.story(), compared.seen.story());
                assert_eq!(
                    stories,
                    (predicted.to_owned(), seen.to_owned()),
                    "{}\n{compared}",
                    deviation.name
                );
                assert!(!compared.agrees(), "no longer: {}", deviation.name);
                let alone = std::slice::from_ref(deviation);
                assert!(Deviation::explain(alone, &compared), "{}\n{compared}", deviation.name);
            }
        }
    }
}
