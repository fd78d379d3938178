//! Another crate, whose constants and policies the cases name.

use std::sync::LazyLock;

use cors_actix::{Policy, policy};

pub const APP: &str = "https://app.example.com";
pub static PARTNERS: Policy = policy!(origins = [APP, "https://partner.example"], credentials = true);
pub const READ: Policy = policy!(origins = "*", methods = ["GET", "HEAD"]);
pub static TENANTS: LazyLock<Policy> = LazyLock::new(|| READ);

pub fn tenants() -> &'static Policy {
    &TENANTS
}
