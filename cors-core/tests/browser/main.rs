//! The model of the browser: rows from web-platform-tests and the standard, whole stories, and properties.

mod data;
mod redirects;
mod vectors;
