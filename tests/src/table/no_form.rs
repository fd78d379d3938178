//! The reasons why a case has no form on a framework.

pub(super) const ANSWERED: &str = "a panic gets a response";
pub(super) const DROPPED: &str = "a panic closes the connection";
pub(super) const NO_CATCHERS: &str = "there are no catchers";
pub(super) const NO_FORM_METHOD: &str = "the method is always that of the request line";
pub(super) const NO_FORWARDING: &str = "a handler cannot forward";
pub(super) const NO_GUARDS: &str = "scopes and routes have no guards";
pub(super) const NO_HEAD: &str = "a route for `GET` does not serve `HEAD`";
pub(super) const NO_MIDDLEWARE: &str =
    "no layer between the fairing and the routes could answer instead of them";
pub(super) const NO_MODULES: &str =
    "there is no `#[cors] mod`, since nothing in a module says which functions are handlers";
pub(super) const NO_OWN_METHODS: &str = "a router knows no methods but the common ones";
pub(super) const NO_QUERIES: &str = "a query is no part of a route";
pub(super) const NO_SCOPES: &str = "there is no scope by attribute";
pub(super) const ONE_METHOD: &str =
    "a route attribute serves one method (and `HEAD` with `GET`), so no method can be excluded";
pub(super) const SEES_NO_PREFLIGHT: &str =
    "a layer inside of `Cors` sees no preflight, and a layer outside decides none";
