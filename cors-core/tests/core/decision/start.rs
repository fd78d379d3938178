//! Questions of an adapter to a route or a default policy at the start, and lines that are logged once.

use cors_core::__adapter::{Level, MaybeReady, Owner, PredicateFn};
use cors_core::__private::{Endpoint, Enforce, PolicySource, Predicate, StaticOrigins};
use cors_core::{DefaultPolicy, Policy};

use super::endpoint::{ANY, CODE, LAZY, LISTED, ORIGIN, PREDICATE, get, of, on, preflight};
use crate::adapter::{Head, Recorder};

/// The predicate of [`CODE`] is of another framework.
static OWN_CODE: Policy = of(StaticOrigins::Predicate(Predicate {
    function: &PredicateFn::<Recorder>::Sync(|_, ()| Ok(true)),
    ..PREDICATE
}));

#[test]
fn routes_know_what_adapters_have_to_do_for_them() {
    let lazy = || Endpoint::from_source(PolicySource::RunTime(&LAZY), "GET", false);
    let function = || Endpoint::from_source(PolicySource::RunTime(&|| &LISTED), "GET", false);
    let with_enforce = |policy| on(policy).with_enforce(Enforce::AllMethods);
    for (endpoint, first, can_start) in [
        (on(&LISTED), false, true),
        (on(&ANY), false, true),
        (lazy(), false, true),
        (on(&OWN_CODE), true, true),
        (on(&CODE), true, false),
        (function(), true, true),
        (with_enforce(&LISTED), true, true),
        (with_enforce(&ANY), true, false),
    ] {
        assert_eq!(endpoint.decides_before_handler(), first, "{endpoint:?}");
        assert_eq!(Owner::Route(&endpoint, "/a").can_start::<Recorder>(), can_start, "{endpoint:?}");
        let errors = Recorder::take().into_iter().filter(|(level, _)| *level == Level::Error).count();
        assert_eq!(errors, usize::from(!can_start), "{endpoint:?}");
        warns_once(Owner::Route(&endpoint, "/a"), "/a");
    }
    warns_once(Owner::Default(DefaultPolicy::from(&LISTED)), "the default policy");
    assert_eq!(on(&LISTED).preflight_policy(&preflight(b"PUT")).as_deref(), Some(&LISTED));
    assert!(on(&LISTED).preflight_policy(&preflight(b"DELETE")).is_none());
    assert!(on(&LISTED).preflight_policy(&get(ORIGIN)).is_none());
}

/// A default policy can come from anywhere, and no macro sees where it goes.
#[test]
fn a_predicate_of_another_framework_is_told() {
    let owner = |policy: &'static Policy| Owner::Default(DefaultPolicy::from(policy));
    let request = get(ORIGIN);
    for (policy, is_own) in [(&OWN_CODE, true), (&CODE, false)] {
        assert_eq!(owner(policy).can_start::<Recorder>(), is_own);
        let error = "`predicate(f)` of the default policy takes the requests of another framework, so it would refuse every origin; \
                     name a policy that is made with `policy!` of this application's adapter";
        let lines = Recorder::take();
        assert_eq!(lines, if is_own { vec![] } else { vec![(Level::Error, error.to_owned())] });
        let step = owner(policy).step(owner(policy).policy(), Head::of(&request));
        let MaybeReady::Ready(decision) = step.call::<Recorder>(&()) else { panic!("it is not async") };
        assert_eq!(decision.headers().allow_origin().is_some(), is_own);
        let refused = "a predicate takes the requests of another framework, which refuses the origin";
        let lines = Recorder::take();
        assert_eq!(lines, if is_own { vec![] } else { vec![(Level::Debug, refused.to_owned())] });
    }
}

/// Checks that removed headers are logged once.
fn warns_once(owner: Owner<'_>, name: &str) {
    let removed = ["access-control-max-age".to_owned()];
    owner.warn_removed::<Recorder>(&[]);
    assert_eq!(Recorder::take(), []);
    owner.warn_removed::<Recorder>(&removed);
    owner.warn_removed::<Recorder>(&removed);
    let text = format!(
        "{name}: removed `access-control-max-age`, which only its policy may set; do not set that in the handler or fairing"
    );
    assert_eq!(Recorder::take(), [(Level::Warn, text)]);
}
