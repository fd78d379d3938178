//! The same routes on both frameworks, as the cases of [`table`](crate::table) and pages in browsers need them.

pub mod actix;
pub mod axum;
pub mod differential;
pub mod loopback;
pub(crate) mod named;
pub mod places;
pub mod rocket;
pub mod statuses;
pub mod vectors;

/// Every header that only a policy may write, and what the handlers of `/stray` write there.
pub(crate) const STRAY: [(&str, &str); 8] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Origin", "null"),
    ("access-control-allow-credentials", "true"),
    ("Access-Control-Allow-Methods", "GET"),
    ("Access-Control-Allow-Headers", "x-stray"),
    ("ACCESS-CONTROL-MAX-AGE", "1"),
    ("Access-Control-Expose-Headers", "x-stray"),
    ("Access-Control-Allow-Private-Network", "true"),
];
