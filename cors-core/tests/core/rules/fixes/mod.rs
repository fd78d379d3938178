//! Every fix that a message offers, applied as it is written: its mistake is gone, no other has come, and nothing
//! else has changed.

mod apply;
mod properties;
mod table;
