//! Functions that the `Cors` types of other crates have, and ours do not.

/// Makes calls of `Cors::permissive()` and `Cors::default()` errors that name the replacement.
///
/// A doc alias has no effect on errors, since the compiler reads only aliases of its own crate. None of the functions can be
/// called, because no type meets their bounds, and the error is the message of the bound. The bound determines the return type
/// as well, so a chain of calls adds no further errors.
#[doc(hidden)]
#[macro_export]
macro_rules! __missing_functions {
    ($cors:ty, $($bound:ident::$function:ident: $message:literal),+ $(,)?) => {
        $(
            /// A bound that no type meets. Without its lifetime the compiler would reject the function itself.
            #[doc(hidden)]
            #[diagnostic::on_unimplemented(message = $message, label = "there is no such function")]
            pub trait $bound<'a> {
                type Cors;

                fn $function() -> Self::Cors;
            }

            impl $cors {
                #[doc(hidden)]
                #[must_use]
                #[allow(clippy::should_implement_trait, reason = "there is no default, which the error says")]
                pub fn $function<'a>() -> <Self as $bound<'a>>::Cors
                where
                    Self: $bound<'a>,
                {
                    <Self as $bound<'a>>::$function()
                }
            }
        )+
    };
}
