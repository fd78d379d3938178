//! What a request says, as a log can show it.

use std::fmt;

/// The longest part of a request that is shown, in bytes.
const MAX_LEN: usize = 128;

/// Bytes of a request, as every line of the log shows them: all that is not printable ASCII is escaped, and what is longer
/// than 128 bytes is cut.
#[doc(hidden)]
#[derive(Debug)]
pub struct Escaped<'r>(pub &'r [u8]);

impl Escaped<'_> {
    /// Whether everything is shown as it is.
    pub(super) fn is_plain(&self) -> bool {
        self.to_string().as_bytes() == self.0
    }

    /// Whether something is cut.
    pub(super) const fn is_cut(&self) -> bool {
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
