//! A decision for a request of the `http` crate.

use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use cors_core::__adapter::{DecisionStep, HttpHead, MaybeReady, Owner, is_preflight, log_line};
use cors_core::Decision;
use cors_core::http::HttpDecision;
use http::request::Parts;
use http::{Request, Response, StatusCode};

use crate::adapter::TowerAdapter;

/// A decision, or the async predicate that has to be awaited for it.
pub enum MaybeDecided {
    /// The decision is known.
    Decided(Decided),
    /// The predicate is called when this is polled first.
    Deciding(Pin<Box<dyn Future<Output = Decided> + Send>>),
}

/// A decision, which may turn out to be that of another policy once there is a response.
pub struct Decided {
    owner: Owner<'static>,
    decision: HttpDecision<'static>,
    /// The line of the log if the decision applies.
    explanation: Option<String>,
}

impl Decided {
    /// Takes a decision of an owner that the log does not explain.
    #[must_use]
    pub fn new(owner: Owner<'static>, decision: HttpDecision<'static>) -> Self {
        Self { owner, decision, explanation: None }
    }

    /// Reports whether the decision is a response, so that the request is not passed on.
    #[must_use]
    pub fn is_response(&self) -> bool {
        matches!(self.decision, HttpDecision::Respond(_))
    }

    /// Logs why pages do not get what they ask for, once.
    pub fn logged(&mut self) -> &mut Self {
        log_line::<TowerAdapter>(self.explanation.take());
        self
    }

    /// Puts the headers of the decision on the response to a request that was passed on.
    pub fn decorate<R>(&mut self, response: &mut Response<R>) {
        if let HttpDecision::Decorate(decoration) = &mut self.decision {
            self.owner.decorate::<TowerAdapter>(decoration, response.headers_mut());
        }
    }

    /// Removes the `Access-Control-*` headers of a response that the policy does not open.
    pub fn close<R>(&self, response: &mut Response<R>) {
        self.owner.close::<TowerAdapter>(response.headers_mut());
    }
}

/// Makes the response to a request that is not passed on: that of the decision, else 403.
pub fn respond<R: Default>(decided: Option<&mut Decided>) -> Response<R> {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::FORBIDDEN;
    if let Some(Decided { decision: HttpDecision::Respond(empty), .. }) = decided.map(Decided::logged) {
        response = mem::take(empty).map(|()| R::default());
    }
    response
}

impl MaybeDecided {
    /// Reports whether a request, whose head is `head`, is passed on before its predicate has decided.
    #[must_use]
    pub fn is_passed_on(&self, head: HttpHead<'_>) -> bool {
        match self {
            Self::Decided(decided) => !decided.is_response(),
            // A predicate is asked about a preflight only if the policy answers it.
            Self::Deciding(_) => !is_preflight(head),
        }
    }

    /// Awaits the predicate, if there is one to be called.
    pub fn poll_decided(&mut self, context: &mut Context<'_>) -> Poll<&mut Decided> {
        if let Self::Deciding(future) = self {
            *self = Self::Decided(ready!(future.as_mut().poll(context)));
        }
        match self {
            Self::Decided(decision) => Poll::Ready(decision),
            Self::Deciding(_) => Poll::Pending,
        }
    }
}

/// Decides a request.
pub fn decide<B>(owner: Owner<'static>, request: &mut Request<B>) -> MaybeDecided {
    let head = HttpHead::from(&*request);
    match owner.step(owner.policy(), head) {
        DecisionStep::Decided(decision) => MaybeDecided::Decided(finish(owner, head, decision)),
        DecisionStep::Call(_) => with_parts(request, |parts| decide_parts(owner, parts)),
    }
}

/// Calls `read` with the head of a request, as a predicate takes it, without the body.
pub fn with_parts<B, T>(request: &mut Request<B>, read: impl FnOnce(&Parts) -> T) -> T {
    let mut parts = Request::new(()).into_parts().0;
    swap(&mut parts, request);
    let result = read(&parts);
    swap(&mut parts, request);
    result
}

fn swap<B>(parts: &mut Parts, request: &mut Request<B>) {
    mem::swap(&mut parts.method, request.method_mut());
    mem::swap(&mut parts.uri, request.uri_mut());
    mem::swap(&mut parts.version, request.version_mut());
    mem::swap(&mut parts.headers, request.headers_mut());
    mem::swap(&mut parts.extensions, request.extensions_mut());
}

/// Decides a request by its head. An async predicate gets a copy, since the service has the request itself meanwhile, and the policy
/// is kept for it, so that a reload does not change it in between.
pub fn decide_parts(owner: Owner<'static>, parts: &Parts) -> MaybeDecided {
    let (policy, head) = (owner.policy(), HttpHead::from(parts));
    if let MaybeReady::Ready(decision) = owner.step(policy.clone(), head).call::<TowerAdapter>(parts) {
        return MaybeDecided::Decided(finish(owner, head, decision));
    }
    let parts = parts.clone();
    MaybeDecided::Deciding(Box::pin(async move {
        let head = HttpHead::from(&parts);
        let decision = owner.step(policy, head).call::<TowerAdapter>(&parts).wait().await;
        finish(owner, head, decision)
    }))
}

/// Makes a decision one of the `http` crate.
fn finish(owner: Owner<'static>, head: HttpHead<'_>, decision: Decision<'static>) -> Decided {
    let explanation = owner.explanation::<TowerAdapter>(head, &decision);
    let decision = owner.http_decision(decision, head);
    Decided { owner, decision, explanation }
}
