//! Messages in const evaluation, where `format!` is not available.

use crate::error::kind::MistakeKind;

/// Stops the compilation with the message of `kind`.
#[allow(
    clippy::panic,
    reason = "only constants are evaluated with it, and this is how they report a mistake"
)]
#[track_caller]
pub(crate) const fn const_panic(kind: MistakeKind, value: &str) -> ! {
    let mut message = ConstString { text: [0; SIZE], len: 0 };
    message.push_filled(kind.reason().as_bytes(), value.as_bytes());
    if let Some(help) = kind.help() {
        message.push(b"; ");
        message.push(help.as_bytes());
    }
    panic!("{}", message.as_str())
}

/// The capacity, enough for every message with the longest origin.
const SIZE: usize = 1024;

/// A string that grows in const evaluation.
struct ConstString {
    text: [u8; SIZE],
    len: usize,
}

impl ConstString {
    /// Appends `text`, with `value` in place of `{value}` and of `{detail}`, since const evaluation knows no detail.
    const fn push_filled(&mut self, mut text: &[u8], value: &[u8]) {
        while let [byte, rest @ ..] = text {
            if let [b'{', b'v', b'a', b'l', b'u', b'e', b'}', rest @ ..]
            | [b'{', b'd', b'e', b't', b'a', b'i', b'l', b'}', rest @ ..] = text
            {
                self.push(value);
                text = rest;
            } else {
                self.push(&[*byte]);
                text = rest;
            }
        }
    }

    /// Appends `text`, and drops what exceeds the capacity.
    const fn push(&mut self, mut text: &[u8]) {
        while let [byte, rest @ ..] = text {
            if let Some((_, [next, ..])) = self.text.split_at_mut_checked(self.len) {
                *next = *byte;
                self.len += 1;
            }
            text = rest;
        }
    }

    const fn as_str(&self) -> &str {
        whole_characters(self.text.split_at(self.len).0)
    }
}

/// Returns text without its end, if that is a cut character.
const fn whole_characters(text: &[u8]) -> &str {
    match str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => whole_characters(text.split_at(error.valid_up_to()).0),
    }
}
