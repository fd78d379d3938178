//! Routes that a preflight cannot tell apart.

use cors_core::__private::Endpoint;
use rocket::Route;

/// A route and its policy, if it is annotated.
pub(crate) type RouteEntry<'r> = (&'r Route, Option<&'static Endpoint>);

/// The pairs of routes that `format` alone keeps apart and that disagree in policy; `routes` are in the order in
/// which they are tried.
///
/// A preflight tells neither `Content-Type` nor `Accept`, so the first route of such a pair would answer for both.
/// Where one path is merely contained in the other's, as `/items` in a file server's `/<path..>`, the first decides.
pub(crate) fn find<'r>(routes: &[RouteEntry<'r>]) -> Vec<(&'r Route, &'r Route)> {
    let mut conflicts = Vec::new();
    for (place, (first, endpoint)) in routes.iter().enumerate() {
        for (second, other) in routes.iter().skip(place + 1) {
            if apart_by_format(first, second) && endpoint != other {
                conflicts.push((*first, *second));
            }
        }
    }
    conflicts
}

/// Whether `second` gets requests that `first` would get but for its `format`.
///
/// Queries keep no routes apart, as in Rocket's own test for collisions: one request can have the static parts of
/// both.
fn apart_by_format(first: &Route, second: &Route) -> bool {
    first.method == second.method && first.format.is_some() && first.format != second.format && {
        let (segments, others) = (segments(first), segments(second));
        segments == others || (first.rank == second.rank && overlap(&segments, &others))
    }
}

/// A part of a route's path; the names of dynamic ones do not matter.
#[derive(PartialEq)]
enum Segment<'r> {
    Static(&'r str),
    /// `<id>`
    One,
    /// `<path..>`, which can be empty
    Rest,
}

fn segments(route: &Route) -> Vec<Segment<'_>> {
    let parse = |segment: &'_ str| match segment {
        _ if !segment.starts_with('<') || !segment.ends_with('>') => None,
        _ if segment.ends_with("..>") => Some(Segment::Rest),
        _ => Some(Segment::One),
    };
    route.uri.path().split('/').map(|segment| parse(segment).unwrap_or(Segment::Static(segment))).collect()
}

/// Whether some path matches both.
fn overlap(left: &[Segment<'_>], right: &[Segment<'_>]) -> bool {
    for pair in left.iter().zip(right) {
        match pair {
            (Segment::Rest, _) | (_, Segment::Rest) => return true,
            (Segment::Static(left), Segment::Static(right)) if left != right => return false,
            _ => {}
        }
    }
    let ends = |longer: &[Segment<'_>], shorter: &[Segment<'_>]| {
        longer.len() == shorter.len() || longer.get(shorter.len()) == Some(&Segment::Rest)
    };
    ends(left, right) || ends(right, left)
}
