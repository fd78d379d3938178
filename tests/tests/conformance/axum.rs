//! Cases of the table that axum has no form for.

use cors_tests::table::{cases, on_axum};

/// A case of both other frameworks has a form here, but for modules.
#[test]
fn only_modules_and_what_one_framework_has_alone_have_no_form() {
    let both = cases().into_iter().filter(|case| case.actix.is_some() && case.rocket.is_some());
    for case in both.filter(|case| on_axum(case).is_err()) {
        assert!(case.request.target.starts_with("/modules/"), "{}, {}", case.rule, case.desc);
    }
}
