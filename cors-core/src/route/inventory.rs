//! The table of routes and their policies, for tests and for the log.

use std::fmt;

use crate::adapter::{Adapter, Level};
use crate::explain::shown_path;
use crate::policy::{Policy, PolicyRef};
use crate::route::default_policy::DefaultPolicy;
use crate::route::endpoint::Endpoint;

/// The routes of an application that have a policy of their own, sorted by path.
///
/// Its `Display` is a table, in which `*` marks the routes that are open to any origin. Every line ends with a line
/// feed.
///
/// ```text
/// * GET, HEAD  /articles/<id>  origins = ["*"], expose_headers = ["etag"]
///   PUT        /articles/<id>  origins = ["https://admin.example.com"], credentials = true, enforce = "unsafe_methods"
///   GET, HEAD  /session        same_origin
///   everything else: origins = ["https://app.example.com"]
/// ```
///
/// An empty path is written as `""`. The last line is the default policy, if known. A route with a predicate is not
/// marked, because its result is not known in advance.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inventory {
    rows: Vec<InventoryRow>,
    default: Option<PolicyRef<'static>>,
}

/// A path of a route, with its policy. Its `Display` is one line: `GET, HEAD /articles/<id>: origins = ["*"]`. An empty
/// path is written as `""`.
#[derive(Debug, Clone, PartialEq)]
pub struct InventoryRow {
    path: String,
    methods: Vec<&'static str>,
    policy: PolicyRef<'static>,
    enforce: Option<&'static str>,
}

impl Inventory {
    /// Makes an inventory of routes, each a path and its endpoint.
    #[doc(hidden)]
    #[must_use]
    pub fn of<'a>(routes: impl IntoIterator<Item = (&'a str, &'static Endpoint)>) -> Self {
        let rows = routes.into_iter().map(|(path, endpoint)| InventoryRow::of(path.into(), endpoint));
        Self { rows: rows.collect(), default: None }.sorted()
    }

    /// Adds the default policy.
    #[doc(hidden)]
    #[must_use]
    pub fn with_default(self, default: Option<&DefaultPolicy>) -> Self {
        Self { default: default.map(DefaultPolicy::policy), ..self }
    }

    /// Writes a line to the log for each route, and one for the default policy.
    #[doc(hidden)]
    pub fn log<A: Adapter>(&self) {
        for row in &self.rows {
            A::log(Level::Debug, &format_args!("annotated: {row}"));
        }
        if let Some(policy) = self.default_policy() {
            A::log(Level::Debug, &format_args!("default policy: {policy}"));
        }
    }

    /// Puts `prefix` before every path, such as the prefix of a scope, which handlers on actix-web do not know.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        for row in &mut self.rows {
            let slash = if row.path.is_empty() || row.path.starts_with('/') { "" } else { "/" };
            row.path = format!("{}{slash}{}", prefix.trim_end_matches('/'), row.path);
        }
        self.sorted()
    }

    /// Sorts the rows, so that the table does not depend on the order of registration.
    fn sorted(mut self) -> Self {
        self.rows.sort_by_cached_key(|row| (row.path.clone(), row.methods.clone(), row.policy_text()));
        self
    }

    /// Returns the routes, sorted by path and methods.
    #[must_use]
    pub fn rows(&self) -> &[InventoryRow] {
        &self.rows
    }

    /// Returns the default policy, if known.
    #[must_use]
    pub fn default_policy(&self) -> Option<&Policy> {
        self.default.as_deref()
    }
}

impl InventoryRow {
    fn of(path: String, endpoint: &Endpoint) -> Self {
        let enforce = endpoint.enforce.map(|enforce| enforce.as_str());
        Self { path, methods: endpoint.methods(), policy: endpoint.policy(), enforce }
    }

    /// Returns the path in the framework's syntax for patterns.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the methods that the route serves to other origins. The list is empty if the policy excludes all of them. On axum,
    /// where only the router knows the methods, it is `*` unless the attribute lists some, and the policy may allow fewer.
    #[must_use]
    pub fn methods(&self) -> &[&'static str] {
        &self.methods
    }

    /// Returns the policy at the time of the inventory.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Returns the value of the key `enforce`, if the route refuses requests of other origins.
    #[must_use]
    pub fn enforce(&self) -> Option<&'static str> {
        self.enforce
    }

    /// Reports whether pages of any origin can read the route's responses.
    #[must_use]
    pub fn is_open_to_any(&self) -> bool {
        self.policy.origins().is_any() && !self.methods.is_empty()
    }

    fn methods_text(&self) -> String {
        if self.methods.is_empty() { "no method".to_owned() } else { self.methods.join(", ") }
    }

    fn policy_text(&self) -> String {
        let enforce = self.enforce.map(|word| format!(", enforce = {word:?}"));
        format!("{}{}", self.policy(), enforce.unwrap_or_default())
    }
}

impl fmt::Display for Inventory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |text: fn(&InventoryRow) -> String| {
            self.rows.iter().map(|row| text(row).chars().count()).max().unwrap_or_default()
        };
        let (methods, path) =
            (width(InventoryRow::methods_text), width(|row| shown_path(&row.path).to_owned()));
        let mark = |is_open: bool| if is_open { '*' } else { ' ' };
        for row in &self.rows {
            write!(f, "{} {:methods$}  ", mark(row.is_open_to_any()), row.methods_text())?;
            writeln!(f, "{:path$}  {}", shown_path(&row.path), row.policy_text())?;
        }
        match self.default_policy() {
            Some(policy) => writeln!(f, "{} everything else: {policy}", mark(policy.origins().is_any())),
            None => Ok(()),
        }
    }
}

impl fmt::Display for InventoryRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.methods_text(), shown_path(&self.path), self.policy_text())
    }
}
