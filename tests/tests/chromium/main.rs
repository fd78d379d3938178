//! Pages in Chromium, beside the model of browsers: rows of a table, cases at random, and the playground.
//!
//! `CORS_SEED=7 cargo test -p cors-tests --test chromium differential` makes up other cases.

mod browser;
mod differential;
mod playground;
