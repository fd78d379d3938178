//! Response headers, independent of a policy.

mod name;
pub(crate) mod replace;
mod value;
mod vary;

pub use name::HeaderName;
pub(crate) use name::HeaderSet;
pub use value::Value;
pub(crate) use value::{AllowOrigin, Text};
pub use vary::Vary;
pub(crate) use vary::VaryOn;
