//! Cases of the table that axum has no form for.

use cors_tests::framework::Framework;
use cors_tests::table::{Case, cases};

/// A case of actix-web and Rocket has a form here, but for modules.
#[test]
fn only_modules_and_what_one_framework_has_alone_have_no_form() {
    let has_form = |case: &Case, framework| case.expect(framework).is_ok();
    let both = |case: &Case| [Framework::Actix, Framework::Rocket].iter().all(|it| has_form(case, *it));
    for case in cases().into_iter().filter(|case| both(case) && !has_form(case, Framework::Axum)) {
        assert!(case.request.target.starts_with("/modules/"), "{}, {}", case.rule, case.desc);
    }
}
