//! Claims of policies on a request. The policy closest to the handler decides.
//!
//! A default policy is a middleware around routes that may have policies of their own. It cannot find out afterwards
//! which of them handled the request, because an error carries no request. So it puts a cell into the request's
//! extensions before, and the policies inside write their claims into the cell.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use actix_web::dev::Extensions;

/// The innermost claim so far, shared by the policies on the way of a request.
#[derive(Debug, Clone, Default)]
pub(crate) struct ClaimCell(Rc<Cell<Claim>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim {
    /// A default policy inside this number of other default policies.
    Default(u32),
    /// An annotated route.
    Route,
    /// An annotated route that answers the preflight, as its guard has determined. Middleware can make another request of a
    /// preflight before it is routed, so this is not what every route claims.
    Preflight,
    /// No policy may answer this preflight: an annotated route excludes the requested method, or `SkipPreflight` found no
    /// annotated route.
    Excluded,
}

impl Default for Claim {
    fn default() -> Self {
        Self::Default(0)
    }
}

impl ClaimCell {
    /// Returns the cell of a request. If it has none, adds the one that `make` returns.
    pub(crate) fn of(extensions: &mut Extensions, make: impl FnOnce() -> Self) -> Self {
        if let Some(claims) = extensions.get::<Self>() {
            return claims.clone();
        }
        let claims = make();
        extensions.insert(claims.clone());
        claims
    }

    /// Returns the cell of a request. The claim of a route in an earlier routing is cleared, since middleware can send a request
    /// on twice. An excluded preflight stays one.
    pub(crate) fn fresh(extensions: &mut Extensions) -> Self {
        let claims = Self::of(extensions, Self::default);
        if !matches!(claims.0.get(), Claim::Default(_) | Claim::Excluded) {
            claims.0.set(Claim::default());
        }
        claims
    }

    /// Claims a request for a default policy. Inside an annotated route a default policy decides nothing.
    ///
    /// The cell of an earlier request is `spare` once that request is gone. Its use saves an allocation.
    pub(crate) fn claim_default(extensions: &mut Extensions, spare: &RefCell<Self>) -> DefaultClaim {
        let claims = Self::of(extensions, || {
            let mut spare = spare.borrow_mut();
            match Rc::get_mut(&mut spare.0) {
                Some(claim) => *claim = Cell::default(),
                None => *spare = Self::default(),
            }
            spare.clone()
        });
        let own = match claims.0.get() {
            Claim::Default(outer) => Some(Claim::Default(outer.saturating_add(1))),
            _ => None,
        };
        if let Some(own) = own {
            claims.0.set(own);
        }
        DefaultClaim { claims, own }
    }

    /// Claims a request for an annotated route, if a middleware outside wants to know. A preflight that a guard has claimed
    /// stays one.
    pub(crate) fn claim(extensions: &Extensions, claim: Claim) {
        if let Some(Self(claims)) = extensions.get().filter(|Self(claims)| claims.get() != Claim::Preflight) {
            claims.set(claim);
        }
    }

    /// Marks a preflight that no policy may answer.
    pub(crate) fn exclude(&self) {
        self.0.set(Claim::Excluded);
    }

    /// Returns the innermost claim.
    pub(crate) fn get(&self) -> Claim {
        self.0.get()
    }
}

/// The claim of a default policy.
pub(crate) struct DefaultClaim {
    claims: ClaimCell,
    own: Option<Claim>,
}

impl DefaultClaim {
    /// Returns the claim of a policy closer to the handler, if there is one.
    pub(crate) fn closer(&self) -> Option<Claim> {
        Some(self.claims.get()).filter(|innermost| Some(*innermost) != self.own)
    }
}
