//! Text of a request or of an error, escaped for the log.

use std::fmt;

/// The longest text that is written, in bytes.
const MAX_LEN: usize = 128;

/// Bytes of a request. Everything except printable ASCII is escaped, and text after 128 bytes is cut. No text is `""`, because a
/// blank would look like a missing word.
#[derive(Debug)]
pub(crate) struct Escaped<'r>(pub(crate) &'r [u8]);

impl Escaped<'_> {
    /// Reports whether the text needs no escape and no cut.
    pub(crate) fn is_plain(&self) -> bool {
        !self.is_cut() && self.0.escape_ascii().eq(self.0.iter().copied())
    }

    const fn is_cut(&self) -> bool {
        self.0.len() > MAX_LEN
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.get(..MAX_LEN).filter(|_| self.is_cut()) {
            Some(start) => write!(f, "{}… ({} bytes)", start.escape_ascii(), self.0.len()),
            None if self.0.is_empty() => f.write_str("\"\""),
            None => write!(f, "{}", self.0.escape_ascii()),
        }
    }
}
