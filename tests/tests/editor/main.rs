//! The attribute and `policy!` in rust-analyzer. Apart from other tests, beside which it would wait for their compilers.

mod client;
#[allow(dead_code, reason = "`compile` uses the rest")]
#[path = "../../fixtures/mod.rs"]
mod fixtures;

use std::path::Path;

use cors_core::Key;
use cors_expand::Framework;
use quote::quote;
use serde_json::Value;

use client::{Document, Editor};
use fixtures::workspace;

const WITH_ATTRIBUTE: [&str; 3] = ["actix", "axum", "rocket"];

/// One process for all, because it has to load each dependency once.
#[test]
fn keys_are_explained_followed_and_completed() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor-target");
    let Some(mut editor) = Editor::open(workspace(), &target, "keys in an editor") else {
        return;
    };
    for framework in WITH_ATTRIBUTE {
        let document = open(&mut editor, framework);
        let hover = hover(&mut editor, &document, "#[cors(", 3);
        assert!(hover.contains("a CORS policy of its own"), "{framework}: {hover}");
        has_meaning(&mut editor, &document, "credentials = true", "credentials");
        assert_eq!(mistakes(&mut editor, &document), [""; 0], "{framework}");
        the_first_key(&mut editor, &document, "#[cors(", ")]");
        the_next_key(&mut editor, &document, "max_age = \"10m\"");
        typing(&mut editor, &document);
    }
    for framework in ["actix", "axum", "rocket", "tower"] {
        let document = open(&mut editor, framework);
        let hover = hover(&mut editor, &document, "policy!(", 1);
        assert!(hover.contains("Makes a policy"), "{framework}: {hover}");
        has_meaning(&mut editor, &document, "expose_headers = ", "expose_headers");
        the_first_key(&mut editor, &document, "policy!(", ");");
        the_next_key(&mut editor, &document, "expose_headers = [\"etag\"]");
    }
}

/// A compiler gets no further items.
#[test]
fn keys_are_for_editors_alone() {
    let (args, item) = (
        quote!(origins = "*"),
        quote!(
            #[get("/")]
            async fn index() -> String {}
        ),
    );
    for framework in Framework::ALL {
        let output = [framework.expand(args.clone(), item.clone()), framework.policy(args.clone())];
        for output in output.map(|tokens| tokens.to_string()) {
            assert!(output.contains("__private") && !output.contains("keys"), "{output}");
        }
    }
}

fn open(editor: &mut Editor, framework: &str) -> Document {
    editor.document(&workspace().join(format!("{framework}-editor/src/lib.rs")))
}

fn hover(editor: &mut Editor, document: &Document, text: &str, offset: usize) -> String {
    let hover = editor.request("textDocument/hover", document.at(text, offset));
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

/// The documentation of a key is shown, and it is found where the constant is.
fn has_meaning(editor: &mut Editor, document: &Document, text: &str, key: &str) {
    let shown = hover(editor, document, text, 1);
    let (_, documentation) =
        shown.split_once(&format!("pub const {key}: ")).unwrap_or_else(|| panic!("{shown}"));
    assert!(documentation.contains(&format!(": {key} = ")), "{shown}");

    let places = editor.request("textDocument/definition", document.at(text, 1));
    let place = &places[0];
    assert!(place["uri"].as_str().unwrap().ends_with("cors-core/src/editor.rs"), "{places}");
    let source = include_str!("../../../cors-core/src/editor.rs");
    let line = usize::try_from(place["range"]["start"]["line"].as_u64().unwrap()).unwrap();
    let line = source.lines().nth(line).unwrap();
    assert!(line.starts_with(&format!("pub const {key}: ")), "{line}");
}

/// Nothing is written yet between the parentheses.
fn the_first_key(editor: &mut Editor, document: &Document, opening: &str, closing: &str) {
    let (before, rest) = document.text().split_once(opening).unwrap();
    let (_, after) = rest.split_once(closing).unwrap();
    let changed = editor.typed(document, [before, opening, closing, after].concat());
    let at = changed.at(opening, opening.len());
    assert_eq!(completions(editor, at), keys(), "{opening}");
}

/// Behind `entry`, all keys are offered: before the first letter, after some, and for a name that another key begins with.
fn the_next_key(editor: &mut Editor, document: &Document, entry: &str) {
    for (typed, caret) in [(", ", 2), (", cred", 6), (", cred, methods = [\"GET\"]", 6)] {
        let text = document.text().replace(entry, &format!("{entry}{typed}"));
        let changed = editor.typed(document, text);
        let at = changed.at(entry, entry.len() + caret);
        assert_eq!(completions(editor, at), keys(), "`{typed}`");
    }
    let text = document.text().replace(entry, "");
    let changed = editor.typed(document, text);
    let before = document.text().split(entry).next().unwrap();
    let at = changed.at(before, before.len());
    assert_eq!(completions(editor, at), keys(), "instead of `{entry}`");
    editor.typed(document, document.text().to_owned());
}

fn keys() -> Vec<String> {
    let mut keys: Vec<String> = Key::ALL.iter().map(|key| key.as_str().to_owned()).collect();
    keys.extend(["policy", "same_origin"].map(str::to_owned));
    keys.sort();
    keys
}

fn completions(editor: &mut Editor, at: Value) -> Vec<String> {
    let answer = editor.request("textDocument/completion", at);
    let items = answer["items"].as_array().or_else(|| answer.as_array());
    let labels = items.into_iter().flatten().filter_map(|item| item["label"].as_str());
    let mut labels: Vec<String> = labels.map(str::to_owned).collect();
    labels.sort();
    labels
}

/// A key that is half typed is one mistake, at its place, and the body of the handler is completed as ever.
fn typing(editor: &mut Editor, document: &Document) {
    let text = document.text().replace("max_age = \"10m\"", "max_ag");
    let changed = editor.typed(document, text.clone());
    assert_eq!(mistakes(editor, &changed), ["max_ag: unknown key `max_ag`; write `max_age`"]);
    let changed = editor.typed(document, text.replace("to_lowercase()", "to_low"));
    let names = completions(editor, changed.at("to_low", 6));
    assert!(names.iter().any(|name| name == "to_lowercase"), "{names:?}");
    editor.typed(document, document.text().to_owned());
}

/// Returns the messages of rust-analyzer itself, each behind the text that it is about.
fn mistakes(editor: &mut Editor, document: &Document) -> Vec<String> {
    let report = editor.request("textDocument/diagnostic", document.whole());
    let mistakes = report["items"].as_array().into_iter().flatten().map(|mistake| {
        let place =
            |end: &str| usize::try_from(mistake["range"][end]["character"].as_u64().unwrap()).unwrap();
        let line = usize::try_from(mistake["range"]["start"]["line"].as_u64().unwrap()).unwrap();
        let text = document.text().lines().nth(line).and_then(|line| line.get(place("start")..place("end")));
        format!("{}: {}", text.unwrap_or_default(), mistake["message"].as_str().unwrap_or_default())
    });
    mistakes.collect()
}
