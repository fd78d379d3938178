//! Origins as predicates get them, compared with the URL Standard.

use cors_core::Origin;
use proptest::prelude::*;
use proptest::sample::select;
use url::Url;

use crate::decision::properties::origin;

/// Returns the serialization and its three parts by the `url` crate.
fn by_url(text: &str) -> Option<(String, String, String, Option<u16>)> {
    let url = Url::parse(text).ok()?;
    let parts = (url.scheme().to_owned(), url.host_str()?.to_owned(), url.port());
    // The URL Standard accepts port 0, on which nothing can listen.
    let is_one = url.origin().is_tuple() && url.port() != Some(0);
    is_one.then(|| (url.origin().ascii_serialization(), parts.0, parts.1, parts.2))
}

/// Generates origins in the URL Standard's normal form, or near it.
fn near() -> impl Strategy<Value = String> {
    let host = prop_oneof![
        4 => "[a-z0-9-]{1,7}(\\.[a-z-]([a-z0-9_-]{0,4}[a-z-])?){0,3}\\.?",
        2 => "[0-9]{1,3}(\\.[0-9]{1,3}){3}",
        1 => select(&["[::1]", "[::0]", "[2001:db8::1]", "[2001:DB8::1]", "[1:2:3:4:5:6:7:8]", "0x7f.1", "A.example"][..])
            .prop_map(str::to_owned),
    ];
    let port = prop_oneof![2 => Just(String::new()), 2 => (0_u32..70_000).prop_map(|port| format!(":{port}")),
        1 => select(&[":80", ":443", ":080", ":", "/", "?", "#"][..]).prop_map(str::to_owned)];
    (select(&["https", "http"][..]), host, port)
        .prop_map(|(scheme, host, port)| format!("{scheme}://{host}{port}"))
}

proptest! {
    #![proptest_config(crate::cases(4000))]

    #[test]
    fn what_is_an_origin_is_one_to_the_url_standard(bytes in origin()) {
        if let Some(origin) = Origin::parse(&bytes) {
            prop_assert_eq!(origin.as_str().as_bytes(), &bytes);
            let port = origin.port().map(|port| format!(":{port}")).unwrap_or_default();
            prop_assert_eq!(format!("{}://{}{port}", origin.scheme(), origin.host()), origin.as_str());
            if ["http", "https"].contains(&origin.scheme()) {
                let parts = (origin.as_str().to_owned(), origin.scheme().to_owned(), origin.host().to_owned(), origin.port());
                prop_assert_eq!(by_url(origin.as_str()), Some(parts));
            }
        }
    }

    /// Checks names and addresses as hosts, in both directions.
    #[test]
    fn an_origin_in_its_normal_form_is_one(text in near()) {
        prop_assume!(!text.contains("xn--"));
        let is_normal = by_url(&text).is_some_and(|(serialization, ..)| serialization == text);
        prop_assert_eq!(Origin::parse(text.as_bytes()).is_some(), is_normal, "{}", text);
    }
}
