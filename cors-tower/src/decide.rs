//! A decision for a request of the `http` crate.

use std::sync::Arc;

use cors_core::__private::{DecisionStep, Endpoint, HttpHead, Label, MaybeReady, Owner};
use cors_core::http::HttpDecision;
use cors_core::{Decision, DefaultPolicy, PolicyRef};
use http::Request;
use http::request::Parts;

use crate::adapter::{BoxFuture, TowerAdapter};

/// A decision, or the async predicate that has to be awaited for it.
pub enum MaybeDecided {
    /// `None` once the response has it.
    Decided(Option<HttpDecision<'static>>),
    /// The predicate is called when this is polled first.
    Deciding(BoxFuture<'static, HttpDecision<'static>>),
}

/// An owner of a policy that can be kept while an async predicate decides.
pub trait PolicyOwner: Clone + Send + 'static {
    /// Returns the owner, which decides.
    fn owner(&self) -> Owner<'_>;
}

impl PolicyOwner for Arc<DefaultPolicy> {
    fn owner(&self) -> Owner<'_> {
        Owner::Default(self)
    }
}

impl PolicyOwner for &'static Endpoint {
    fn owner(&self) -> Owner<'_> {
        Owner::Route(self)
    }
}

/// Decides a request, which only a predicate needs without its body.
pub fn decide<B>(policy_owner: &impl PolicyOwner, request: Request<B>) -> (MaybeDecided, Request<B>) {
    let owner = policy_owner.owner();
    let (policy, head) = (owner.policy(), HttpHead::from(&request));
    match owner.step(policy.clone(), owner.request(head)) {
        DecisionStep::Decided(decision) => {
            let decision = finish(owner, request.uri().path(), head, decision);
            (MaybeDecided::Decided(Some(decision)), request)
        }
        DecisionStep::Call(_) => {
            let (parts, body) = request.into_parts();
            let decision = ask(policy_owner, policy, &parts);
            (decision, Request::from_parts(parts, body))
        }
    }
}

/// Decides a request by a predicate. An async one gets a copy, since the service has the request itself meanwhile.
fn ask(policy_owner: &impl PolicyOwner, policy: PolicyRef<'static>, parts: &Parts) -> MaybeDecided {
    let owner = policy_owner.owner();
    let head = HttpHead::from(parts);
    if let MaybeReady::Ready(decision) =
        owner.step(policy.clone(), owner.request(head)).call::<TowerAdapter>(parts)
    {
        return MaybeDecided::Decided(Some(finish(owner, parts.uri.path(), head, decision)));
    }
    let (policy_owner, parts) = (policy_owner.clone(), parts.clone());
    MaybeDecided::Deciding(Box::pin(async move {
        let owner = policy_owner.owner();
        let head = HttpHead::from(&parts);
        let step = owner.step(policy, owner.request(head));
        let decision = step.call::<TowerAdapter>(&parts).wait().await;
        finish(owner, parts.uri.path(), head, decision)
    }))
}

/// Logs why pages do not get what they ask for, and makes the decision one of the `http` crate.
fn finish(
    owner: Owner<'_>,
    path: &str,
    head: HttpHead<'_>,
    decision: Decision<'static>,
) -> HttpDecision<'static> {
    owner.log_explanation::<TowerAdapter>(Label::Path(path.as_bytes()), head, &decision);
    HttpDecision::new(decision, head)
}
