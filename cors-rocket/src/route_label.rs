//! The name of a route in messages.

use std::fmt;

use rocket::Route;

/// A route, named as in `` `update` (PUT /users/<id>) ``.
pub(crate) struct RouteLabel<'r>(pub(crate) &'r Route);

impl fmt::Display for RouteLabel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Route { name, method, uri, .. } = self.0;
        match name {
            Some(name) => write!(f, "`{name}` ({method} {uri})"),
            None => write!(f, "`{method} {uri}`"),
        }
    }
}
