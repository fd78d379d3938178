//! The value of one variable, without the traces that files and shells leave on it.

use std::ffi::OsStr;
use std::net::Ipv6Addr;

use crate::error::{Fix, Mistake, MistakeKind};
use crate::key::Key;
use crate::syntax::token::is_token;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A variable, as far as it can be read.
#[derive(Debug)]
pub(crate) struct VariableValue {
    /// The name of the variable as it is set.
    pub(super) name: String,
    /// The elements, each with its position in the variable. A value that is not a list is one element.
    pub(super) elements: Vec<(usize, String)>,
    pub(super) mistakes: Vec<Mistake>,
    pub(super) has_several: bool,
    /// Set if a part of the value cannot be read.
    pub(super) has_unread: bool,
}

impl VariableValue {
    pub(super) fn read(key: Key, name: String, text: &OsStr) -> Self {
        let mut value =
            Self { name, elements: Vec::new(), mistakes: Vec::new(), has_several: false, has_unread: false };
        let Some(written) = text.to_str() else {
            let mistake = Mistake::of_key(key, MistakeKind::VariableNotUtf8);
            value.mistakes.push(mistake.with_value(&text.to_string_lossy()));
            return Self { has_unread: true, ..value };
        };
        let (text, wrappings) = without_wrapping(key, written);
        if text.is_empty() {
            // An empty variable of another key can be unset instead.
            let kind =
                if key == Key::Origins { MistakeKind::OriginsEmpty } else { MistakeKind::VariableEmpty };
            value.mistakes.push(Mistake::of_key(key, kind).with_value(written));
            value.has_unread = true;
        } else if key.takes_list() {
            value.read_list(key, &text);
        } else {
            value.read_one(key, text);
        }
        let right = Fix::Write(value.texts().join(","));
        let whole = |kind| Mistake::of_key(key, kind).with_value(written).with_fix(Some(right.clone()));
        value.mistakes.extend(wrappings.into_iter().map(whole));
        value
    }

    pub(super) fn texts(&self) -> Vec<String> {
        self.elements.iter().map(|(_, text)| text.clone()).collect()
    }

    fn read_list(&mut self, key: Key, text: &str) {
        self.has_several = text.contains(',');
        for (position, text) in text.split(',').map(str::trim_ascii).enumerate() {
            let mistake = |kind, fix| Mistake::at(key, position, text, kind, fix);
            if text.is_empty() {
                self.mistakes.push(mistake(MistakeKind::VariableComma, Some(Fix::Remove)));
            } else if has_placeholder(text) {
                self.mistakes.push(mistake(MistakeKind::VariablePlaceholder, None));
                self.has_unread = true;
            } else if let Some(pieces) = separated(key, text) {
                self.mistakes
                    .push(mistake(MistakeKind::VariableSeparator, Some(Fix::Write(pieces.join(",")))));
                self.elements.extend(pieces.into_iter().map(|piece| (position, piece.to_owned())));
            } else {
                self.elements.push((position, text.to_owned()));
            }
        }
    }

    fn read_one(&mut self, key: Key, text: String) {
        let mistake = |kind| Mistake::of_key(key, kind).with_value(&text);
        if has_placeholder(&text) {
            self.mistakes.push(mistake(MistakeKind::VariablePlaceholder));
            self.has_unread = true;
            return;
        }
        if key == Key::Credentials && !matches!(text.as_str(), "true" | "false") {
            let fix = yes_or_no(&text).map(|meant| Fix::Write(meant.to_string()));
            self.mistakes.push(mistake(MistakeKind::CredentialsSyntax).with_fix(fix));
        }
        self.elements.push((0, text));
    }
}

/// Reads `text` as a yes or a no, in any common spelling.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" | "t" | "y" => Some(true),
        "false" | "no" | "off" | "0" | "f" | "n" => Some(false),
        _ => None,
    }
}

/// Reports whether a kind concerns the variable as a whole, whatever its elements are.
pub(crate) fn is_wrapping(kind: MistakeKind) -> bool {
    matches!(
        kind,
        MistakeKind::VariableByteOrderMark | MistakeKind::VariableQuotes | MistakeKind::VariableBrackets
    )
}

/// Returns the value without the wrapping that files, shells and copying add, and the kinds of that wrapping.
fn without_wrapping(key: Key, written: &str) -> (String, Vec<MistakeKind>) {
    let mut wrappings = Vec::new();
    let mut text = written.replace(BYTE_ORDER_MARK, "").trim_ascii().to_owned();
    if written.contains(BYTE_ORDER_MARK) {
        wrappings.push(MistakeKind::VariableByteOrderMark);
    }
    if let Some(inner) = ['"', '\''].into_iter().find_map(|quote| unquoted(&text, quote)) {
        text = inner.to_owned();
        wrappings.push(MistakeKind::VariableQuotes);
    }
    let list = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    // `[::1]` is an address, not a list.
    if let Some(list) = list.filter(|list| key.takes_list() && list.parse::<Ipv6Addr>().is_err()) {
        let bare = |text: &str| text.trim_ascii().trim_matches(['"', '\'']).trim_ascii().to_owned();
        text = list.split(',').map(bare).collect::<Vec<_>>().join(",");
        wrappings.push(MistakeKind::VariableBrackets);
    }
    (text, wrappings)
}

/// Returns the text between two quotes that enclose the whole value. `"a","b"` is not such a value.
fn unquoted(text: &str, quote: char) -> Option<&str> {
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inner.contains(quote)).then(|| inner.trim_ascii())
}

/// Reports whether the text has a placeholder of a shell, a template or Windows: `${X}`, `$X`, `$(X)`, `{{X}}`, `%X%`.
fn has_placeholder(text: &str) -> bool {
    let begins =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '{' | '('));
    let is_name = |part: &&str| {
        // Two digits are a byte of an encoded URL.
        part.len() > 2
            && !part.starts_with(|c: char| c.is_ascii_digit())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let between_percents = |parts: &[&str]| matches!(parts, [_, inner @ .., _] if inner.iter().any(is_name));
    text.contains("{{")
        || text.split('$').skip(1).any(begins)
        || between_percents(&text.split('%').collect::<Vec<_>>())
}

/// Splits values that are separated by something other than a comma. A space inside one value is another mistake.
fn separated(key: Key, text: &str) -> Option<Vec<&str>> {
    let pieces: Vec<&str> =
        text.split(|c: char| c.is_ascii_whitespace() || c == ';').filter(|piece| !piece.is_empty()).collect();
    let is_one = |piece: &&str| match key {
        Key::Origins => piece.contains("://") || *piece == "*",
        _ => is_token(piece.as_bytes()),
    };
    (key.takes_list() && pieces.len() > 1 && pieces.iter().all(is_one)).then_some(pieces)
}
