//! The table.

mod answers;
mod cache;
mod credentials;
mod deviations;
mod preflighted;
mod redirects;
mod simple;

use crate::browser::row::Row;

pub(crate) fn all() -> Vec<Row> {
    [
        simple::rows(),
        preflighted::rows(),
        credentials::rows(),
        redirects::rows(),
        cache::rows(),
        answers::rows(),
        deviations::rows(),
    ]
    .concat()
}
