//! The form for a policy and a request of the reader's own, and the guide that the console's sentences lead to.

use serde_json::{Value, json};

use super::Playground;

impl Playground {
    /// Fills in fields of the form, sends it, and returns the attribute and what the page then says.
    pub(super) fn ask(&self, fields: &[(&str, &str)]) -> Vec<String> {
        let fields: Vec<Value> = fields.iter().map(|(name, value)| json!([name, value])).collect();
        let shown = self.browser.run(include_str!("ask.js"), &json!({ "fields": fields }));
        shown.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    }

    /// Returns the address of the guide.
    pub(super) fn guide(&self) -> String {
        self.texts("return [location.origin + '/it_still_fails']").remove(0)
    }
}

#[test]
fn the_policy_is_mended_until_the_page_can_read() {
    let Some(playground) = Playground::open("the form of the playground") else { return };
    let blocked = playground.ask(&[]);
    assert_eq!(
        blocked,
        [
            "#[cors(origins = [\"https://app.example.com\"])]",
            "Blocked. The script got only “TypeError: Failed to fetch”. There was a preflight.",
            "A form could not send the method PUT or content-type: application/json, so the browser sent a preflight first.",
            "https://app.example.com cannot read PUT https://api.example.com/: the answer to the preflight does not allow \
             the request header content-type; add content-type to allow_headers",
            "The actual request was never sent.",
        ]
    );
    let readable =
        playground.ask(&[("allow_headers", "content-type"), ("expose_headers", "etag"), ("max_age", "10m")]);
    let attribute = "#[cors(origins = [\"https://app.example.com\"], allow_headers = [\"content-type\"], \
                     expose_headers = [\"etag\"], max_age = 600)]";
    assert_eq!(readable[0], attribute);
    assert!(readable[1].starts_with("Readable. The script got status 200"), "{readable:?}");
    let names = readable.last().unwrap();
    assert_eq!(
        names,
        "The script can read these response headers: content-type, etag. Others need expose_headers."
    );
    let hidden = playground.texts(
        "return [...document.querySelectorAll('#own .received li')].map(li => li.textContent)
           .filter(text => text.startsWith('hidden from the script'))",
    );
    assert!(hidden.contains(&"hidden from the script x-total: 42".to_owned()), "{hidden:?}");
    assert!(!hidden.iter().any(|text| text.contains("etag:")), "{hidden:?}");
}

#[test]
fn mistakes_are_named_at_their_fields() {
    let Some(playground) = Playground::open("mistakes in the form of the playground") else { return };
    let wrong = playground.ask(&[("origins", "https://app.example.com/, *"), ("credentials", "true")]);
    assert_eq!(wrong[0], "");
    assert!(wrong[1].starts_with("The policy does not compile: "), "{wrong:?}");
    let fix = "origin https://app.example.com/ ends with /, and browsers send origins without a path; \
               write https://app.example.com";
    assert!(wrong.contains(&fix.to_owned()), "{wrong:?}");
    let fields = "return [...document.querySelectorAll('#own [aria-invalid]')].map(({name}) => name)";
    assert_eq!(playground.texts(fields), ["origins"]);
    let right = playground.ask(&[("origins", "https://app.example.com"), ("credentials", "")]);
    assert_eq!(right[0], "#[cors(origins = [\"https://app.example.com\"])]");
    assert_eq!(playground.texts(fields), [""; 0]);
}

#[test]
fn advice_names_the_key_at_fault() {
    let Some(playground) = Playground::open("advice of the playground") else { return };
    let why = |fields: &[(&str, &str)]| playground.ask(fields).join("\n");
    let wildcard = why(&[("origins", "*"), ("headers", ""), ("with_credentials", "true")]);
    assert!(wildcard.contains("write https://app.example.com instead of *"), "{wildcard}");
    let credentials = why(&[("origins", "https://app.example.com")]);
    assert!(credentials.contains("add credentials = true"), "{credentials}");
    let method = why(&[("credentials", "true"), ("methods", "DELETE")]);
    assert!(method.ends_with("add PUT to methods\nThe actual request was never sent."), "{method}");
    let page = why(&[("methods", ""), ("page", "https://other.example")]);
    assert!(page.contains("add https://other.example to origins"), "{page}");
    let none = why(&[("page", "app.example.com")]);
    assert!(none.contains("no page has this origin"), "{none}");
}

/// Each sentence leads to the row of the guide that has its words.
#[test]
fn sentences_lead_to_their_entries() {
    let Some(playground) = Playground::open("the guide of the playground") else { return };
    for case in ["refused", "method", "header", "wildcard"] {
        playground.press(case);
    }
    playground.ask(&[("headers", ""), ("with_credentials", "true")]);
    let links = playground.texts("return [...document.querySelectorAll('.console a')].map(({href}) => href)");
    assert_eq!(links.len(), 5);
    let words = [
        "No 'Access-Control-Allow-Origin' header is present",
        "No 'Access-Control-Allow-Origin' header is present",
        "is not allowed by Access-Control-Allow-Headers",
        "must not be the wildcard '*'",
        "which must be 'true'",
    ];
    for (link, words) in links.iter().zip(words) {
        playground.browser.open(link);
        let entry = playground.texts("return [document.querySelector(':target').textContent]");
        assert!(entry[0].contains(words), "{link}: {entry:?}");
    }
    let dangling = playground.texts(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.hash)
           .filter((hash) => !document.querySelector(hash))",
    );
    assert_eq!(dangling, [""; 0]);
}
