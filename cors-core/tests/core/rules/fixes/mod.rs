//! Every offered fix, applied as written: its mistake is gone, no other one appears, and nothing else changes. The
//! fixes of the table are applied in `mistakes`.

pub(super) mod apply;
mod properties;
