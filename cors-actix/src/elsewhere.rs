//! Functions that the `Cors` of other crates has, so that whoever looks for one reads what to write.
//!
//! A doc alias would not do: the compiler knows those of its own crate alone. None of these functions can be called,
//! because their bounds hold for no type, and the error is that of the bound. As what they return is known by it too, a chain
//! behind them adds no errors.

use crate::default_policy::Cors;

/// Implemented by no type. Without its lifetime the compiler would refuse the function itself.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a `Cors` has no permissive default; write `Cors::new(Policy::PUBLIC)`, with which every site that a visitor opens can read everything",
    label = "there is no such function"
)]
#[allow(unreachable_pub, reason = "it stands in the bound of a public function")]
pub trait Permissive<'a> {
    type Cors;

    fn permissive() -> Self::Cors;
}

/// Implemented by no type either, for `Cors::default()`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a `Cors` has no policy by default; write `Cors::new(policy!(origins = […]))`, or `Cors::new(Policy::PUBLIC)` for a public API",
    label = "there is no such function"
)]
#[allow(unreachable_pub, reason = "it stands in the bound of a public function")]
pub trait WithoutPolicy<'a> {
    type Cors;

    fn without_policy() -> Self::Cors;
}

impl Cors {
    #[doc(hidden)]
    #[must_use]
    pub fn permissive<'a>() -> <Self as Permissive<'a>>::Cors
    where
        Self: Permissive<'a>,
    {
        <Self as Permissive<'a>>::permissive()
    }

    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "there is no default, which the error says")]
    pub fn default<'a>() -> <Self as WithoutPolicy<'a>>::Cors
    where
        Self: WithoutPolicy<'a>,
    {
        <Self as WithoutPolicy<'a>>::without_policy()
    }
}
