//! `Vary` lines of a handler, merged with the names that a response varies by, chosen by the first byte.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use cors_oracle::vary::{FIXED, NAMES, declaring, missing};

/// Checks that the merge loses nothing, repeats nothing, and changes nothing when it is repeated.
pub fn run(data: &[u8]) {
    let [choice, lines @ ..] = data else { return };
    let lines: Vec<Vec<u8>> = lines.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (vary, names) = match FIXED.get(usize::from(*choice)) {
        Some((vary, names)) => (*vary, names.to_vec()),
        None => {
            let (declared, preflight) = (declared(*choice), *choice & 0x80 != 0);
            let by_origin: &[&str] =
                if preflight { &["Origin", "Access-Control-Request-Method"] } else { &["Origin"] };
            (declaring(declared, preflight), [by_origin, declared].concat())
        }
    };
    let added = vary.missing_from(lines.iter().map(Vec::as_slice));
    assert_eq!(added.as_deref(), missing(&names, &lines).as_deref(), "{names:?}");

    let merged: Vec<Vec<u8>> =
        lines.iter().cloned().chain(added.map(|line| line.into_owned().into_bytes())).collect();
    assert_eq!(vary.missing_from(merged.iter().map(Vec::as_slice)), None, "a second time");
}

/// Returns the names whose bits are set. They are borrowed for `'static`, so each list is built once.
fn declared(choice: u8) -> &'static [&'static str] {
    static MADE: Mutex<BTreeMap<u8, &[&str]>> = Mutex::new(BTreeMap::new());
    let bits = choice & 0x7f;
    let names = || NAMES.into_iter().zip(0..).filter(|(_, bit)| bits >> bit & 1 == 1).map(|(name, _)| name);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry(bits).or_insert_with(|| names().collect::<Vec<_>>().leak())
}
