//! Text of a request or of an error, escaped for the log.

use std::fmt;

/// The longest text that is written, in bytes.
const MAX_LEN: usize = 128;

/// Bytes of a request. Everything except printable ASCII is escaped, and text after 128 bytes is cut.
#[derive(Debug)]
pub(crate) struct Escaped<'r>(pub(crate) &'r [u8]);

impl Escaped<'_> {
    /// Reports whether the text is written unchanged.
    pub(crate) fn is_plain(&self) -> bool {
        self.to_string().as_bytes() == self.0
    }

    pub(crate) const fn is_cut(&self) -> bool {
        self.0.len() > MAX_LEN
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.get(..MAX_LEN).filter(|_| self.is_cut()) {
            Some(start) => write!(f, "{}… ({} bytes)", start.escape_ascii(), self.0.len()),
            None => write!(f, "{}", self.0.escape_ascii()),
        }
    }
}
