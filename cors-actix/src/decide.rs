//! A decision for a request of actix-web.

use std::future::Future;

use actix_web::dev::ServiceRequest;
use cors_core::__private::{MaybeReady, Owner};
use cors_core::{Decision, PolicyRef};

use crate::adapter::{ActixAdapter, Head};

/// Decides a request by `policy`, which is the owner's, and calls the predicate that it may have.
///
/// The future borrows the request. Who has to move the request before the future is ready drops it and calls this again.
pub(crate) fn decide<'r>(
    owner: Owner<'_>,
    policy: PolicyRef<'static>,
    service_request: &'r ServiceRequest,
) -> MaybeReady<impl Future<Output = Decision<'static>> + use<'r>> {
    let request = owner.request(Head(service_request.head()));
    owner.decide(policy, request).call::<ActixAdapter>(service_request.request())
}
