//! Every fix that a message offers, applied as it is written: its mistake is gone, no other has come, and nothing
//! else has changed. Those of the table are applied in `mistakes`.

pub(super) mod apply;
mod properties;
