//! Origins on both sides: as received, and as written in a policy.

mod advice;
mod parse;
mod public_suffix;
mod received;
