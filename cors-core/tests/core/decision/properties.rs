//! Properties that hold for any input.

use cors_core::__private::{is_pattern, matches};

use cors_core::Policy;
use cors_oracle::decide::decide;
use cors_oracle::reference::{PATTERNS, Spec, allows, decides};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn pattern() -> impl Strategy<Value = String> {
    select(&PATTERNS[..]).prop_map(str::to_owned)
}

fn patterns() -> impl Strategy<Value = Vec<String>> {
    proptest::sample::subsequence(PATTERNS.map(str::to_owned).to_vec(), 1..=PATTERNS.len())
}

/// Generates near origins, from parts that often fit.
fn composed() -> impl Strategy<Value = Vec<u8>> {
    let scheme = select(&["https", "http", "app", "app", "HTTPS", "", "httpss"][..]);
    let label = prop_oneof![
        6 => select(&["a.", "b.", "x-1.", "_.", "b.b."][..]).prop_map(str::to_owned),
        1 => select(&["", ".", "A.", "ä.", "*.", "a", "a:1.", "a/.", "a@", "%61.", " ", "-.", "A!.", "xn--a.", "xn--bcher-kva."][..]).prop_map(str::to_owned),
        1 => (62_usize..=65).prop_map(|len| "a".repeat(len) + "."),
        1 => (118_usize..=124).prop_map(|count| "a.".repeat(count)),
    ];
    let base = select(
        &["a.example", "a.example.", "example", "localhost", "[::1]", "127.0.0.1", "xa.example", "A!."][..],
    );
    let port = prop_oneof![
        3 => Just(String::new()),
        3 => (0_u32..=70_000).prop_map(|port| format!(":{port}")),
        2 => select(&[":8080", ":3000", ":80", ":443", ":65535", ":65536", ":00080", ":", ":*", ":8080:1", ":8o", "/"][..])
            .prop_map(str::to_owned),
    ];
    (scheme, vec(label, 0..3), base, port).prop_map(|(scheme, labels, base, port)| {
        format!("{scheme}://{}{base}{port}", labels.concat()).into_bytes()
    })
}

/// Generates an origin that a pattern allows, or one edit away from it.
fn edited() -> impl Strategy<Value = Vec<u8>> {
    (pattern(), vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 0..2)).prop_map(
        |(pattern, edits)| {
            let mut bytes = pattern.replace("*.", "b.").replace(":*", ":8080").into_bytes();
            for (index, byte, edit) in edits {
                let at = index.index(bytes.len());
                match edit {
                    0 => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    2 => drop(bytes.remove(at)),
                    _ => bytes.push(byte),
                }
            }
            bytes
        },
    )
}

pub(crate) fn origin() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![4 => composed(), 4 => edited(), 1 => vec(any::<u8>(), 0..400), 1 => Just(b"null".to_vec())]
}

fn requested() -> impl Strategy<Value = Vec<u8>> {
    let usual =
        select(&["GET", "PUT", "OPTIONS", "put", "DELETE", "", "*", "PUT ", "GET, PUT, OPTIONS", "PU"][..]);
    prop_oneof![4 => usual.prop_map(|method| method.as_bytes().to_vec()), 1 => vec(any::<u8>(), 0..50)]
}

fn spec() -> impl Strategy<Value = Spec> {
    prop_oneof![
        4 => (patterns(), any::<bool>()).prop_map(|(origins, credentials)| Spec { origins, credentials }),
        1 => Just(Spec { origins: vec!["*".to_owned()], credentials: false }),
        1 => Just(Spec { origins: Vec::new(), credentials: false }),
    ]
}

fn policy(spec: &Spec) -> Policy {
    if spec.origins.is_empty() {
        return Policy::SAME_ORIGIN;
    }
    let danger = (spec.credentials && spec.origins.iter().any(|origin| origin.starts_with("http://a")))
        .then_some("insecure_origins");
    spec.builder().dangerously_allow(danger).build().unwrap()
}

proptest! {
    #![proptest_config(crate::cases(4000))]

    #[test]
    fn a_pattern_matches_what_the_grammar_says(pattern in pattern(), origin in origin()) {
        prop_assume!(origin.len() <= 326);
        prop_assert!(is_pattern(&pattern), "{}", pattern);
        let real = matches(&pattern, &origin);
        prop_assert_eq!(real, allows(&[pattern], &origin), "{}", String::from_utf8_lossy(&origin));
    }

    #[test]
    fn a_decision_is_the_one_of_the_table(
        spec in spec(),
        method in requested(),
        origins in vec(origin(), 0..3),
        requested in vec(requested(), 0..3),
    ) {
        let real = decide(&policy(&spec), &method, &origins, &requested);
        prop_assert_eq!(real, decides(&spec, &method, &origins, &requested));
    }

    /// Random requests are rarely preflights, so these always are.
    #[test]
    fn a_preflight_is_answered_as_the_table_says(
        spec in spec(),
        origins in vec(origin(), 1..3),
        requested in vec(requested(), 1..3),
    ) {
        let real = decide(&policy(&spec), b"OPTIONS", &origins, &requested);
        prop_assert_eq!(real, decides(&spec, b"OPTIONS", &origins, &requested));
    }
}
