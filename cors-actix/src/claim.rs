//! Claims of policies on a request. The policy closest to the handler decides.
//!
//! A default policy is a middleware around routes that may have policies of their own. It cannot find out afterwards
//! which of them handled the request, because an error carries no request. So it puts a cell into the request's
//! extensions before, and the policies inside write their claims into the cell.

use std::cell::Cell;
use std::rc::Rc;

use actix_web::HttpMessage as _;
use actix_web::dev::{Extensions, ServiceRequest};

/// The innermost claim so far.
#[derive(Clone, Default)]
pub(crate) struct Claims(Rc<Cell<Claim>>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// A default policy inside this number of other default policies.
    Default(u32),
    /// An annotated route.
    Route,
    /// An annotated route that answers the preflight, as its guard has determined.
    Preflight,
    /// An annotated route that excludes the requested method. No policy may answer this preflight.
    Excluded,
    /// `SkipPreflight` refused the preflight, so no policy may answer it.
    Refused,
}

impl Default for Claim {
    fn default() -> Self {
        Self::Default(0)
    }
}

impl Claims {
    /// Returns the claims of a request, and adds an empty cell to its extensions if they have none.
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

    /// Returns the claims of a request. Claims of an earlier routing are cleared, since middleware can send a request
    /// on twice.
    pub(crate) fn fresh(request: &ServiceRequest) -> Self {
        let claims = Self::of(request);
        if !matches!(claims.0.get(), Claim::Default(_) | Claim::Excluded) {
            claims.0.set(Claim::default());
        }
        claims
    }

    /// Claims the request for a default policy. Inside an annotated route a default policy decides nothing.
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

    /// Claims the request for an annotated route. A preflight that its guard has claimed stays one.
    pub(crate) fn claim_route(extensions: &Extensions) {
        if let Some(Self(claim)) = extensions.get()
            && claim.get() != Claim::Preflight
        {
            claim.set(Claim::Route);
        }
    }

    /// Claims the request for an annotated route that answers the preflight.
    pub(crate) fn claim_preflight(extensions: &Extensions) {
        if let Some(Self(claims)) = extensions.get() {
            claims.set(Claim::Preflight);
        }
    }

    /// Marks a preflight whose method an annotated route excludes, so that no later policy answers it.
    pub(crate) fn exclude(extensions: &mut Extensions) {
        Self::within(extensions).0.set(Claim::Excluded);
    }

    /// Reports whether an annotated route excluded the requested method.
    pub(crate) fn is_excluded_in(extensions: &Extensions) -> bool {
        extensions.get().is_some_and(Self::is_excluded)
    }

    pub(crate) fn is_excluded(&self) -> bool {
        self.0.get() == Claim::Excluded
    }

    /// Marks a refused preflight, so that no default policy answers it.
    pub(crate) fn refuse(&self) {
        self.0.set(Claim::Refused);
    }

    /// Reports whether an annotated route answers the preflight.
    pub(crate) fn has_preflight(&self) -> bool {
        self.0.get() == Claim::Preflight
    }
}

/// The claim of a default policy.
pub(crate) struct DefaultClaim {
    claims: Claims,
    level: Option<u32>,
}

impl DefaultClaim {
    /// Reports whether no other policy was closer to the handler.
    pub(crate) fn decides(&self) -> bool {
        self.level.is_some_and(|level| self.claims.0.get() == Claim::Default(level))
    }

    pub(crate) fn is_excluded(&self) -> bool {
        self.claims.is_excluded()
    }
}
