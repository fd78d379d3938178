//! The model of the browser: rows from web-platform-tests and the standard, whole stories, and properties.

mod agreement;
mod cache;
mod data;
mod explain;
mod preflights;
mod properties;
mod redirects;
mod requests;
mod responses;
mod vectors;
mod wire;
