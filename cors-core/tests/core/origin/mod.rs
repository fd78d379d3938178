//! What an origin is, on both sides: as it is received, and as it is written.

mod parse;
mod received;
