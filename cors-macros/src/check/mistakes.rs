//! The mistakes that cors-core finds.

use cors_core::__macros::{CheckContext, MoreOrigins};
use cors_core::{Config, Key, Mistake};

use crate::parse::args::Args;

/// Returns the mistakes of the policy in its context.
pub(crate) fn mistakes_of(args: &Args, context: CheckContext<'_>) -> Vec<(Key, Mistake)> {
    let is_same_origin = args.is_same_origin();
    let has_more = args.predicate().is_some() || !args.constants().is_empty();
    let context = CheckContext {
        enforce: args.enforce(),
        is_partial: context.is_partial || args.whole.is_some(),
        more_origins: if has_more { MoreOrigins::Exact } else { MoreOrigins::None },
        is_same_origin,
        ..context
    };
    let config = if is_same_origin { Config::default() } else { config(args) };
    let Err(error) = config.check(&context) else { return Vec::new() };
    error.mistakes().iter().filter_map(|mistake| Some((mistake.key()?, mistake.clone()))).collect()
}

fn config(args: &Args) -> Config {
    let mut config = Config::default();
    config.origins = args.texts(Key::Origins);
    config.methods = args.texts(Key::Methods).filter(|_| args.inherited_from(Key::Methods).is_none());
    config.allow_headers = args.texts(Key::AllowHeaders).unwrap_or_default();
    config.expose_headers = args.texts(Key::ExposeHeaders).unwrap_or_default();
    config.dangerously_allow = args.texts(Key::DangerouslyAllow).unwrap_or_default();
    config.credentials = args.credentials();
    config.max_age = args.max_age().cloned();
    config
}
