//! Which policy decides a request.
//!
//! A default policy stands around routes that may have policies of their own, and cannot ask them afterwards, since an
//! error has no request any more. So it leaves a slot in the request's extensions, into which they put themselves.

use std::cell::Cell;
use std::rc::Rc;

use actix_web::HttpMessage as _;
use actix_web::dev::{Extensions, ServiceRequest};

/// What has come closest to the handler so far.
#[derive(Clone, Default)]
pub(crate) struct Claims(Rc<Cell<Claim>>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// The innermost of this many default policies.
    Default(u32),
    /// An annotated route.
    Route,
    /// An annotated route that answers the preflight, as its guard has found.
    Preflight,
    /// An annotated route, to which a preflight belongs that nobody may answer, since the method is for its own origin.
    LeftOut,
    /// Nobody who could be seen: a preflight was refused before it came to a handler.
    Nobody,
}

impl Default for Claim {
    fn default() -> Self {
        Self::Default(0)
    }
}

impl Claims {
    /// The slot of a request, which has one from now on.
    pub(crate) fn of(request: &ServiceRequest) -> Self {
        Self::within(&mut request.extensions_mut())
    }

    fn within(extensions: &mut Extensions) -> Self {
        if let Some(claims) = extensions.get::<Self>() {
            return claims.clone();
        }
        let claims = Self::default();
        extensions.insert(claims.clone());
        claims
    }

    /// As [`Self::of`], with nothing in it of a route that the request came to before, if it is sent on a second time.
    pub(crate) fn fresh(request: &ServiceRequest) -> Self {
        let claims = Self::of(request);
        if !matches!(claims.0.get(), Claim::Default(_) | Claim::LeftOut) {
            claims.0.set(Claim::default());
        }
        claims
    }

    /// A default policy comes to the request. Inside of an annotated route it decides nothing.
    pub(crate) fn claim_default(self) -> DefaultClaim {
        let level = match self.0.get() {
            Claim::Default(outer) => Some(outer.saturating_add(1)),
            _ => None,
        };
        if let Some(level) = level {
            self.0.set(Claim::Default(level));
        }
        DefaultClaim { claims: self, level }
    }

    /// An annotated route decides, if anybody wants to know. Returns whether a route before it has kept to itself what a
    /// preflight asks for.
    pub(crate) fn put_route(extensions: &Extensions) -> bool {
        let Some(Self(claims)) = extensions.get() else { return false };
        let before = claims.get();
        if before != Claim::Preflight {
            claims.set(Claim::Route);
        }
        before == Claim::LeftOut
    }

    /// An annotated route is about to answer the preflight.
    pub(crate) fn put_preflight(extensions: &Extensions) {
        if let Some(Self(claims)) = extensions.get() {
            claims.set(Claim::Preflight);
        }
    }

    /// An annotated route keeps the method that a preflight asks for to itself. All that comes later has to know.
    pub(crate) fn exclude(extensions: &mut Extensions) {
        Self::within(extensions).0.set(Claim::LeftOut);
    }

    /// Whether an annotated route has kept to itself what a preflight asks for.
    pub(crate) fn is_excluded(extensions: &Extensions) -> bool {
        extensions.get().is_some_and(|claims: &Self| claims.has_left_out())
    }

    /// As [`Self::is_excluded`].
    pub(crate) fn has_left_out(&self) -> bool {
        self.0.get() == Claim::LeftOut
    }

    /// The preflight is refused without an answer of anybody, so no default policy may give one.
    pub(crate) fn refuse(&self) {
        self.0.set(Claim::Nobody);
    }

    /// Whether the call led to an annotated route that answers the preflight.
    pub(crate) fn has_preflight(&self) -> bool {
        self.0.get() == Claim::Preflight
    }
}

/// What a default policy keeps to know whether it decides.
pub(crate) struct DefaultClaim {
    claims: Claims,
    level: Option<u32>,
}

impl DefaultClaim {
    /// Whether nothing with a policy was closer to the handler.
    pub(crate) fn decides(&self) -> bool {
        self.level.is_some_and(|level| self.claims.0.get() == Claim::Default(level))
    }

    /// Whether an annotated route has kept to itself what a preflight asks for.
    pub(crate) fn is_excluded(&self) -> bool {
        self.claims.has_left_out()
    }
}
