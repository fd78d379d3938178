//! Response headers, independent of a policy.

mod name;
#[cfg(feature = "http")]
mod prepared;
pub(crate) mod replace;
mod value;
mod vary;

pub use name::HeaderName;
#[cfg(feature = "http")]
pub(crate) use prepared::PreparedMaps;
pub use value::Value;
pub(crate) use value::{AllowOrigin, Text};
pub use vary::Vary;
pub(crate) use vary::VaryOn;
#[cfg(feature = "http")]
pub(crate) use vary::vary_value;

/// The number of [shapes](crate::Headers::shape): four sets of headers, each with any of [`VaryOn`].
pub(crate) const SHAPES: usize = 4 * VaryOn::COUNT;
