//! Response headers, without a policy.

mod name;
mod value;
mod vary;

pub(crate) use name::Given;
pub use name::HeaderName;
pub use value::Value;
pub(crate) use value::{AllowOrigin, Text};
pub use vary::Vary;
pub(crate) use vary::VaryOn;
