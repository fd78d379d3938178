//! The playground in Chromium: the test presses every button, and compares the text of the page.

mod look;
mod own;

use cors_tests::chromium::Chromium;
use cors_tests::example::Example;
use serde_json::{Value, json};

/// The page's text for each case, in the order of the page. `> ` was sent by the browser, `< ` by the API.
const EXPECTED: &str = include_str!("expected.txt");
const API: &str = include_str!("../../../../examples/playground/api.rs");

struct Playground {
    browser: Chromium,
    _example: Example,
}

impl Playground {
    fn open(tests: &str) -> Option<Self> {
        let browser = Chromium::start(tests)?;
        let mut example = Example::start("playground", &[]);
        browser.open(&example.url());
        let playground = Self { browser, _example: example };
        playground
            .run("while (!document.querySelector('#cases article')) await new Promise(done => setTimeout(done, 5))");
        Some(playground)
    }

    fn run(&self, script: &str) -> Value {
        self.browser.run(script, &json!({}))
    }

    fn texts(&self, script: &str) -> Vec<String> {
        let value = self.run(script);
        value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    }

    /// Presses the button of a case, and returns the text that the page then shows.
    fn press(&self, id: &str) -> String {
        let says = self.browser.run(include_str!("press.js"), &json!({"id": id}));
        says.as_str().unwrap().to_owned()
    }
}

#[test]
fn every_button_shows_what_is_expected() {
    let Some(playground) = Playground::open("the buttons of the playground") else { return };
    let mut buttons =
        playground.texts("return [...document.querySelectorAll('#cases article')].map(({id}) => id)");
    for case in EXPECTED.split("\n\n") {
        let (id, expected) = case.split_once('\n').unwrap();
        assert_eq!(playground.press(id), expected.trim_end(), "{id}");
        let console = playground.browser.console();
        for sentence in playground
            .texts(&format!("return [...document.querySelectorAll('#{id} q')].map(q => q.textContent)"))
        {
            assert!(console.iter().any(|line| line.ends_with(&sentence)), "{sentence}\n{console:?}");
        }
        buttons.retain(|button| button != id);
    }
    assert_eq!(buttons, [""; 0], "without an expectation");
}

#[test]
fn handlers_are_shown_as_they_stand_in_the_source() {
    let Some(playground) = Playground::open("the sources that the playground shows") else { return };
    let handlers =
        playground.texts("return [...document.querySelectorAll('.handler')].map(code => code.textContent)");
    for handler in API.split("\n\n").filter(|text| text.contains("\nasync fn ")) {
        assert!(handlers.iter().any(|shown| shown == handler), "{handler}");
    }
    for handler in &handlers {
        assert!(handler.starts_with("/// ") && handler.ends_with('}'), "{handler}");
        assert!(API.contains(&format!("\n\n{handler}\n\n")), "{handler}");
    }
    let marked =
        playground.texts("return [...document.querySelectorAll('mark')].map(mark => mark.textContent)");
    let annotated: Vec<_> = handlers.iter().filter(|handler| handler.contains("\n#[cors(")).collect();
    assert_eq!(annotated.len(), marked.len());
    assert!(annotated.iter().zip(&marked).all(|(handler, mark)| handler.contains(mark.as_str())));
    assert!(marked.iter().all(|mark| mark.starts_with("#[cors(") && mark.ends_with(")]")), "{marked:?}");
    assert!(!marked.is_empty());
}

/// The page loads nothing from other servers, so it works without a network.
#[test]
fn everything_comes_from_the_two_servers() {
    let Some(playground) = Playground::open("where the playground's resources come from") else { return };
    playground.press("preflight");
    let origins = playground.texts(
        "const urls = performance.getEntriesByType('resource').map(({name}) => new URL(name).origin);
         return [...new Set(urls)].sort()",
    );
    let own = playground
        .texts("return [location.origin, document.getElementById('api-origin').textContent].sort()");
    assert_eq!(origins, own);
}

#[test]
fn the_page_says_so_if_its_server_is_gone() {
    let Some(Playground { browser, _example: example }) = Playground::open("the end of the playground")
    else {
        return;
    };
    drop(example);
    let script = "document.querySelector('button').click();
        const failure = document.getElementById('failure');
        while (failure.hidden) await new Promise(done => setTimeout(done, 5));
        return failure.textContent";
    let text = browser.run(script, &json!({}));
    assert!(text.as_str().unwrap().starts_with("The page's own server does not answer"), "{text}");
}
