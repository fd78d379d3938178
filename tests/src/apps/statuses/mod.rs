//! Applications that end in every status, by routes with a policy of their own, by routes that follow the default policy,
//! and by routes for their own origin.

pub mod actix;
pub mod rocket;

use cors_actix::Policy;

/// What routes without a policy of their own follow.
pub const DEFAULT: Policy = cors_actix::policy!(
    origins = ["https://admin.example.com"],
    methods = ["GET", "PUT"],
    allow_headers = ["authorization"],
    expose_headers = ["etag"],
);
