//! The arguments of the attribute on the first line, and the item below. Tokens in `$(…)` get the invisible group that
//! a variable of `macro_rules!` adds.

use cors_expand::{Framework, invisible, lost};

/// The parser of Rust recurses, for all macros alike.
const MAX_LEN: usize = 1024;

/// Checks that the macros terminate, with all of the user's tokens in the output, or with an expression.
pub fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let (args, item) = text.split_once('\n').unwrap_or((text, ""));
    let (Ok(args), Ok(item)) = (args.parse(), item.parse()) else { return };
    if data.len() > MAX_LEN {
        return;
    }
    let (args, item) = (invisible(args), invisible(item));
    for framework in Framework::ALL {
        assert_eq!(lost(framework, &args, &item), None, "#[cors({args})]");
        let policy = framework.policy(args.clone());
        assert!(syn::parse2::<syn::Expr>(policy.clone()).is_ok(), "policy!({args}): {policy}");
    }
}
