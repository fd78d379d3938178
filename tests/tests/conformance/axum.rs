//! Cases of the table that axum has no form for.

use cors_tests::table::{Case, WITHOUT_A_FORM, cases, on_axum};

/// Each case is run on axum or has a reason, and each reason has a case.
#[test]
fn each_case_without_a_form_has_a_reason() {
    let cases = cases();
    let reason = |case: &Case| on_axum(case).err();
    for (rule, desc, why) in WITHOUT_A_FORM {
        let is_its = |case: &&Case| case.rule == *rule && desc.is_none_or(|desc| desc == case.desc);
        let own: Vec<_> = cases.iter().filter(is_its).map(reason).collect();
        assert!(!own.is_empty() && own.iter().all(|reason| *reason == Some(*why)), "{rule}, {desc:?}");
    }
    let left_out = cases.iter().filter(|case| on_axum(case).is_err());
    // A case of both other frameworks has a form here, but for modules.
    for case in left_out.filter(|case| case.actix.is_some() && case.rocket.is_some()) {
        assert!(case.request.target.starts_with("/modules/"), "{}, {}", case.rule, case.desc);
    }
}
