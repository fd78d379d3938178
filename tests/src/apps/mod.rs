//! Applications on each framework with the same routes, for the cases of [`table`](crate::table) and for pages in
//! browsers.

pub mod actix;
pub mod axum;
pub mod differential;
pub mod loopback;
pub(crate) mod named;
pub mod places;
pub(crate) mod predicates;
pub mod rocket;
pub mod statuses;
pub mod vectors;

/// Every header that only a policy may write, with the value that the handlers of `/stray` write.
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
