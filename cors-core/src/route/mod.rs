//! Policies of routes, and of responses without a policy of their own.

mod default_policy;
mod endpoint;
mod inventory;
mod named;
mod owner;
#[cfg(feature = "reload")]
mod reload;
pub(crate) mod source;
mod state;

pub use default_policy::{DefaultPolicy, IntoDefaultPolicy};
pub use endpoint::Endpoint;
pub use inventory::{Inventory, InventoryRow};
pub use named::NamedEndpoint;
pub use owner::Owner;
#[cfg(feature = "reload")]
pub use reload::ReloadablePolicy;
pub use source::PolicySource;
