//! Behaviour that only actix-web has: services in the order of their registration, guards, and middleware in between.

mod authentication;
mod default_policy;
mod options;
mod pitfalls;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use cors_tests::in_process;
use cors_tests::wire::Request;

/// Returns the status of a response, and the origin that may read it.
async fn outcome<S, B>(app: &S, request: &Request) -> (u16, Option<String>)
where
    S: Service<actix_http::Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    in_process::actix(app, request).await.outcome()
}
