//! Pages in Chromium, compared with the model of browsers: rows of a table, generated cases, and the playground.
//!
//! `CORS_SEED=7 cargo test -p cors-tests --test chromium differential` generates other cases.

mod browser;
mod differential;
mod playground;
