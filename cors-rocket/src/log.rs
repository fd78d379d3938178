//! The one place of this crate that writes into the log.

use std::fmt::Display;

use ::log::Level;

pub(crate) fn is_wanted() -> bool {
    ::log::log_enabled!(target: "cors", Level::Debug)
}

/// Writes a line into the log. Text of a request or of an error comes here escaped and cut, by cors-core.
#[allow(clippy::disallowed_macros, reason = "the one place of this crate that writes into the log")]
pub(crate) fn log(level: Level, line: &dyn Display) {
    ::log::log!(target: "cors", level, "{line}");
}
