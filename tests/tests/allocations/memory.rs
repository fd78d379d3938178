//! The memory of a long list of origins, as documented in the guide.

use allocation_counter::measure;
use cors_core::Policy;

const GUIDE: &str = include_str!("../../../cors-core/guide/run_time_policies.md");

#[test]
fn ten_thousand_origins_take_what_the_guide_says() {
    let (_, rest) = GUIDE.split_once("A policy with 10 000 origins of 26 bytes takes ").unwrap();
    let (kilobytes, _) = rest.split_once(" kB").unwrap();
    let origins = || (0..10_000).map(|number| format!("https://t{number:05}.example.com"));
    assert!(origins().all(|origin| origin.len() == 26));

    let mut policy = None;
    let held = measure(|| policy = Some(Policy::builder().origins(origins()).build().unwrap())).bytes_current;
    let said = kilobytes.parse::<i64>().unwrap() * 1000;
    assert!((held - said).abs() < said / 20, "{held} bytes");
    assert_eq!(policy.unwrap().origins().iter().count(), 10_000);
}
