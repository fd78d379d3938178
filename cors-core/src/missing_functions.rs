//! Functions that the `Cors` types of other crates have, and ours do not.

/// Makes calls of `Cors::permissive()` and `Cors::default()` errors that name the replacement.
///
/// A doc alias has no effect on errors, since the compiler reads only aliases of its own crate. None of the functions can be
/// called, because no type meets their bounds, and the error is the message of the bound. The bound determines the return type
/// as well, so a chain of calls adds no further errors.
#[doc(hidden)]
#[macro_export]
macro_rules! __missing_functions {
    ($cors:ty, permissive: $permissive:literal, default: $default:literal) => {
        /// A bound that no type meets. Without its lifetime the compiler would reject the function itself.
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $permissive, label = "there is no such function")]
        pub trait Permissive<'a> {
            type Cors;

            fn permissive() -> Self::Cors;
        }

        /// A bound that no type meets, for `Cors::default()`.
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $default, label = "there is no such function")]
        pub trait WithoutPolicy<'a> {
            type Cors;

            fn without_policy() -> Self::Cors;
        }

        impl $cors {
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
    };
}
