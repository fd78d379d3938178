//! Routes that look the same to a preflight.

use cors_core::__adapter::Endpoint;
use rocket::Route;

/// A route and its policy, if the route is annotated.
pub(crate) type RouteEntry<'r> = (&'r Route, Option<&'static Endpoint>);

/// Returns the pairs of routes that differ only in `format` and have different policies. `routes` are in the order in
/// which Rocket tries them.
///
/// A preflight does not have the request's `Content-Type` or `Accept`, so the first route of such a pair would answer
/// for both. Routes are not a pair if one path only contains the other, as `/<path..>` of a file server contains
/// `/items`. There the first route decides.
pub(crate) fn find<'r>(routes: &[RouteEntry<'r>]) -> Vec<(&'r Route, &'r Route)> {
    let mut conflicts = Vec::new();
    // Most applications have no route of the first kind, and many of the second.
    let with_format = routes.iter().enumerate().filter(|(_, (route, _))| route.format.is_some());
    for (place, (first, endpoint)) in with_format {
        for (second, other) in routes.iter().skip(place + 1) {
            if apart_by_format(first, second) && endpoint != other {
                conflicts.push((*first, *second));
            }
        }
    }
    conflicts
}

/// Reports whether `second` gets requests that `first`, which has a `format`, would get without it.
///
/// Queries do not separate routes, as in Rocket's own check for collisions: one request can have the static parts of
/// both.
fn apart_by_format(first: &Route, second: &Route) -> bool {
    first.method == second.method && first.format != second.format && {
        let (segments, others) = (segments(first), segments(second));
        segments == others || (first.rank == second.rank && overlap(&segments, &others))
    }
}

/// A segment of a route's path. Names of dynamic segments are ignored.
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

/// Reports whether a path can match both.
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
