//! Annotated handlers together with what applications have beside them.

mod actix;
mod rocket;
