//! Properties that hold for every server.

use cors_browser::{
    Browser, Credentials, HeaderList, Mode, Profile, Received, Request, ResponseType, is_safelisted_header,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const PAGE: &str = "https://app.test";

fn value() -> impl Strategy<Value = String> {
    let words = [
        "*",
        PAGE,
        "null",
        "true",
        "PUT",
        "GET, PUT",
        "x-a",
        "x-a, authorization",
        "",
        ",",
        "a b",
        "-1",
        "60",
        "https://api.test/",
        "https://app.test/",
        "/b",
        "https://me@b.test/",
        "data:,",
        "\u{0}",
    ];
    select(words.map(str::to_owned).to_vec())
}

fn headers() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let names = [
        "access-control-allow-origin",
        "access-control-allow-credentials",
        "access-control-allow-methods",
        "access-control-allow-headers",
        "access-control-expose-headers",
        "access-control-max-age",
        "location",
        "set-cookie",
    ];
    let likely = (select(vec!["*".to_owned(), PAGE.to_owned(), "null".to_owned()]), any::<bool>()).prop_map(
        |(origin, credentials)| {
            let mut headers = vec![("access-control-allow-origin", origin)];
            headers.extend(credentials.then(|| ("access-control-allow-credentials", "true".to_owned())));
            headers.push(("access-control-allow-methods", "PUT, *".to_owned()));
            headers.push(("access-control-allow-headers", "x-a, Authorization".to_owned()));
            headers
        },
    );
    (prop_oneof![likely, Just(Vec::new())], vec((select(names.to_vec()), value()), 0..4))
        .prop_map(|(likely, more)| [likely, more].concat())
}

fn request() -> impl Strategy<Value = Request> {
    let urls = select(vec!["/", "https://api.test/", "https://b.test/?a#b", "http://app.test/"]);
    let methods = select(vec!["GET", "POST", "PUT", "HEAD", "patch"]);
    let credentials = select(vec![Credentials::Omit, Credentials::SameOrigin, Credentials::Include]);
    let headers = vec((select(vec!["x-a", "Authorization", "accept", "content-type"]), value()), 0..3);
    let mode = prop_oneof![4 => Just(Mode::Cors), 1 => Just(Mode::NoCors), 1 => Just(Mode::SameOrigin)];
    (methods, urls, credentials, headers, mode).prop_map(|(method, url, credentials, headers, mode)| {
        let request = Request::new(method, url).credentials(credentials).mode(mode);
        headers.into_iter().fold(request, |request, (name, value)| request.header(name, value))
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    select(vec![Profile::Standard, Profile::Chromium, Profile::Firefox, Profile::Safari])
}

proptest! {
    #![proptest_config(crate::cases(4096))]

    #[test]
    fn nothing_is_read_that_is_not_shared(
        request in request(),
        profile in profile(),
        answers in vec((select(vec![200_u16, 204, 302, 307, 404]), headers()), 1..6),
    ) {
        let (mut sent, mut number) = (Vec::new(), 0);
        let mut browser = Browser::at(PAGE).with_profile(profile);
        let outcome = browser.fetch(request, |request| {
            let (status, headers) = &answers[number % answers.len()];
            number += 1;
            sent.push((request, headers.clone()));
            Received::response(*status, headers.iter().map(|(name, value)| (*name, value)).collect(), vec![1])
        });
        prop_assert!(sent.len() <= 42);
        // A failed preflight is the last request; a successful one is followed by the actual request.
        for pair in sent.windows(2).filter(|pair| pair[0].0.is_preflight()) {
            prop_assert!(!pair[1].0.is_preflight());
            prop_assert_eq!(pair[0].0.url(), pair[1].0.url());
            let asked = pair[0].0.headers().get("access-control-request-method").unwrap();
            prop_assert_eq!(asked, pair[1].0.method().as_bytes());
        }
        for (request, _) in &sent {
            prop_assert!(!(request.is_preflight() && request.with_credentials()));
        }
        let Some((last, headers)) = sent.last() else { return Ok(()) };
        let Ok(readable) = outcome else { return Ok(()) };
        prop_assert!(readable.header("set-cookie").is_none());
        if readable.kind() == ResponseType::Cors {
            let headers = HeaderList::from_iter(headers.iter().map(|(name, value)| (*name, value)));
            let (allowed, origin) = (headers.get("access-control-allow-origin"), last.headers().get("origin"));
            prop_assert!(allowed == origin || allowed.as_deref() == Some(b"*") && !last.with_credentials());
            if last.with_credentials() {
                let allowed = headers.get("access-control-allow-credentials").unwrap_or_default();
                prop_assert_eq!(allowed, b"true");
            }
        }
        prop_assert!(readable.kind() != ResponseType::Basic || last.url().starts_with("https://app.test/"));
    }

    #[test]
    fn names_are_asked_for_in_order(names in vec("[a-cX-Z]{1,2}", 0..8)) {
        let request = names.iter().fold(Request::get("https://api.test/"), |request, name| request.header(name, "1"));
        let mut asked = None;
        let _ = Browser::at(PAGE).fetch(request, |sent| {
            asked = sent.headers().get("access-control-request-headers");
            Received::failure("enough")
        });
        let mut expected: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        expected.sort();
        expected.dedup();
        prop_assert_eq!(String::from_utf8(asked.unwrap_or_default()).unwrap(), expected.join(","));
    }

    #[test]
    fn ranges_are_compared_as_numbers(start in 0_u64.., end in 0_u64.., zeros in 0_usize..20) {
        let value = format!("bytes={}{start}-{end}", "0".repeat(zeros));
        prop_assert_eq!(is_safelisted_header("range", value.as_bytes()), start <= end);
    }
}
