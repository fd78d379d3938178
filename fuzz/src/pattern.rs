//! One origin pattern: `https://*.example.com`.

use cors_core::__private::{is_pattern, matches};
use cors_core::{Fix, Key, Origin, Policy, PolicyError};
use cors_oracle::decide::decide;
use cors_oracle::grammar::{is_entry, is_received};
use cors_oracle::reference::allows;

/// Checks that an accepted pattern allows what it describes, and that a rejected one has a
/// message with a correct fix.
pub fn run(data: &[u8]) {
    let received = Origin::parse(data);
    assert_eq!(received.is_some(), is_received(data));
    let Ok(text) = str::from_utf8(data) else { return };
    let is_pattern = is_pattern(text);
    if !text.contains('*') {
        assert_eq!(is_pattern, is_entry(text));
        assert!(received.is_some() || !is_pattern);
    }
    if let Some(origin) = received {
        let port = origin.port().map(|port| format!(":{port}")).unwrap_or_default();
        assert_eq!(format!("{}://{}{port}", origin.scheme(), origin.host()), text);
    }
    if is_pattern {
        allows_what_it_says(text);
    }
    for (credentials, danger) in DANGERS {
        match build(text, credentials, danger) {
            Ok(policy) => is_policy_of(&policy, text),
            Err(error) => has_right_fixes(&error, credentials, danger),
        }
    }
}

const DANGERS: [(bool, Option<&str>); 5] = [
    (false, None),
    (true, None),
    (true, Some("insecure_origins")),
    (false, Some("null_origin")),
    (false, Some("public_suffix_wildcards")),
];

fn build(text: &str, credentials: bool, danger: Option<&str>) -> Result<Policy, PolicyError> {
    Policy::builder().origins([text]).credentials(credentials).dangerously_allow(danger).build()
}

/// Checks that an exact pattern allows itself, and that a pattern with wildcards allows their substitutions and never
/// itself.
fn allows_what_it_says(text: &str) {
    let is_exact = !text.contains('*');
    assert_eq!(matches(text, text.as_bytes()), is_exact);
    for port in ["", ":1", ":65535"] {
        let origin = text.replace("*.", "x.").replace(":*", port);
        assert!(matches(text, origin.as_bytes()), "{text}: {origin}");
    }
    let apex = text.replace("*.", "").replace(":*", "");
    assert_eq!(matches(text, apex.as_bytes()), allows(&[text.to_owned()], apex.as_bytes()), "{text}: {apex}");
}

fn is_policy_of(policy: &Policy, text: &str) {
    assert_eq!(policy.origins().iter().collect::<Vec<_>>(), [text]);
    if !text.contains('*') {
        let answer = decide(policy, b"GET", &[text.as_bytes().to_vec()], &[]);
        assert_eq!(answer.allow_origin(), Some(text.as_bytes()));
    }
}

fn has_right_fixes(error: &PolicyError, credentials: bool, danger: Option<&str>) {
    assert!(!error.to_string().is_empty());
    for mistake in error.mistakes() {
        if let Some(Fix::Write(text)) = mistake.fix() {
            let left = build(text, credentials, danger).err();
            let at_entry =
                left.iter().flat_map(PolicyError::mistakes).find(|left| left.key() == Some(Key::Origins));
            assert_eq!(at_entry, None, "{mistake}");
        }
    }
}
