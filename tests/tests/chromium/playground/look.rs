//! The accessibility of the page.

use super::Playground;

const STYLE: &str = include_str!("../../../../examples/playground/style.css");

#[test]
fn every_control_and_heading_of_the_playground_has_a_name() {
    let Some(playground) = Playground::open("names and headings of the playground") else { return };
    playground.press("preflight");
    let nameless = playground.texts(
        "const named = (node) => node.textContent.trim() !== '' && (node.getAttribute('aria-describedby') ?? '')
           .split(' ').every((id) => id === '' || document.getElementById(id));
         return [...document.querySelectorAll('a, button, summary, figcaption, h1, h2, h3, h4, h5')]
           .filter((node) => node.checkVisibility() && !named(node)).map((node) => node.outerHTML)",
    );
    assert_eq!(nameless, [""; 0]);
    let unlabelled = playground.texts(
        "return [...document.querySelectorAll('input, textarea')].filter((field) => field.labels.length !== 1)
           .map(({ name }) => name)",
    );
    assert_eq!(unlabelled, [""; 0]);
    let levels = playground.texts(
        "return [...document.querySelectorAll('h1, h2, h3, h4, h5')].filter((node) => node.checkVisibility())
           .map((node) => node.tagName)",
    );
    assert_eq!(levels.iter().filter(|level| *level == "H1").count(), 1);
    for pair in levels.windows(2) {
        let [before, after] = [&pair[0], &pair[1]].map(|level| level[1..].parse::<u8>().unwrap());
        assert!(after <= before + 1, "a level is left out: {levels:?}");
    }
    let dangling = playground.texts(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.hash)
           .filter((hash) => !document.querySelector(hash))",
    );
    assert_eq!(dangling, [""; 0]);
}

/// On a phone the headers of a result are folded, and the reason is not.
#[test]
fn results_fit_a_phone() {
    let Some(playground) = Playground::open("the playground on a phone") else { return };
    for (is_wide, open) in [(true, ["true"]), (false, ["false"])] {
        playground.run(&format!("window.matchMedia = () => ({{ matches: {is_wide} }})"));
        playground.press("header");
        let folded = "return [String(document.querySelector('#header .sent-and-received').open)]";
        assert_eq!(playground.texts(folded), open);
        let visible = "return [String(document.querySelector('#header .why').checkVisibility())]";
        assert_eq!(playground.texts(visible), ["true"]);
    }
}

#[test]
#[ignore = "`AXE` has to name the file of axe-core"]
fn axe_finds_nothing() {
    let axe = std::fs::read_to_string(std::env::var_os("AXE").expect("the file of axe-core")).unwrap();
    let Some(playground) = Playground::open("axe on the playground") else { return };
    let violations = format!(
        "{axe};
         const {{ violations, passes }} = await axe.run();
         if (passes.length < 20) throw passes.length;
         return violations.flatMap(({{ id, nodes }}) => nodes.map(({{ html }}) => `${{id}}: ${{html}}`))"
    );
    for case in ["header", "exposed"] {
        playground.press(case);
    }
    playground.ask(&[("allow_headers", "content-type")]);
    assert_eq!(playground.texts(&violations), [""; 0]);
    playground.ask(&[("origins", "app.example.com")]);
    assert_eq!(playground.texts(&violations), [""; 0]);
    playground.browser.open(&playground.guide());
    assert_eq!(playground.texts(&violations), [""; 0]);
}

/// A screen reader announces one short sentence for each response, and the focus does not move.
#[test]
fn a_screen_reader_announces_one_sentence_for_each_response() {
    let Some(playground) = Playground::open("what the playground reads out") else { return };
    playground.run("document.querySelector('#simple button').focus()");
    playground.press("simple");
    let live = playground.texts(
        "return [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
           .map((node) => node.textContent).filter((text) => text !== '')",
    );
    let said =
        "Readable. The script got status 200 and “Rain until noon, then sun.”. There was no preflight.";
    assert_eq!(live, [said]);
    let focused = playground
        .texts("return [document.activeElement.closest('article').id, document.activeElement.tagName]");
    assert_eq!(focused, ["simple", "BUTTON"]);
}

/// At least 4.5 to 1, with a light and with a dark theme ([WCAG 2.2,
/// 1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum)).
#[test]
fn texts_have_enough_contrast() {
    let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").unwrap();
    let pairs = [
        ("text", "ground"),
        ("text", "card"),
        ("text", "code"),
        ("text", "mark"),
        ("quiet", "ground"),
        ("quiet", "card"),
        ("quiet", "code"),
        ("accent", "card"),
        ("on-accent", "accent"),
        ("good", "good-ground"),
        ("bad", "bad-ground"),
    ];
    for (scheme, style) in [("light", light), ("dark", dark)] {
        for (text, ground) in pairs {
            let [one, other] = [text, ground].map(|name| luminance(color(style, name)) + 0.05);
            let ratio = one.max(other) / one.min(other);
            assert!(ratio >= 4.5, "{text} on {ground} in {scheme}: {ratio:.2}");
        }
    }
}

fn color(style: &str, name: &str) -> u32 {
    let value = style.split_once(&format!("--{name}: #")).unwrap().1;
    u32::from_str_radix(&value[..6], 16).unwrap()
}

/// Computes the [relative luminance](https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
fn luminance(color: u32) -> f64 {
    let channel = |shift: u32| {
        let share = f64::from(color >> shift & 0xff) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}
