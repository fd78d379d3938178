//! Applications with every status. Their routes have a policy of their own, follow the default policy, or are for
//! their own origin.

pub mod actix;
pub mod axum;
pub mod rocket;

use cors_actix::Policy;

/// The default policy.
pub const DEFAULT: Policy = cors_actix::policy!(
    origins = ["https://admin.example.com"],
    methods = ["GET", "PUT"],
    allow_headers = ["authorization"],
    expose_headers = ["etag"],
);
