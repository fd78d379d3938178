//! Annotated handlers together with other parts of applications.

mod actix;
mod axum;
mod rocket;
