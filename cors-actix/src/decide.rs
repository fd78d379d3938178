//! Decisions for requests of actix-web.

use std::future::Future;

use actix_web::dev::ServiceRequest;
use cors_core::__private::{MaybeReady, Owner};
use cors_core::{Decision, PolicyRef};

use crate::adapter::{ActixAdapter, Head};

/// Decides a request by `policy`, a policy of `owner`, and calls its predicate, if any.
///
/// The future borrows the request. A caller that has to move the request before the future is ready drops the future
/// and calls this function again.
pub(crate) fn decide<'r>(
    owner: Owner<'_>,
    policy: PolicyRef<'static>,
    service_request: &'r ServiceRequest,
) -> MaybeReady<impl Future<Output = Decision<'static>> + use<'r>> {
    let request = owner.request(Head(service_request.head()));
    owner.step(policy, request).call::<ActixAdapter>(service_request.request())
}
