//! Which routes have which policy, for tests and for people.

use std::fmt;

use crate::adapter::{Adapter, Level};
use crate::explain::RoutePath;
use crate::policy::{Policy, PolicyRef};
use crate::route::default_policy::DefaultPolicy;
use crate::route::endpoint::Endpoint;

/// The routes of an application that have a policy of their own, by their paths.
///
/// Its `Display` is a table, in which `*` marks the routes that are open to any origin. Every line ends with a line feed.
///
/// ```text
/// * GET, HEAD  /articles/<id>  origins = ["*"], expose_headers = ["etag"]
///   PUT        /articles/<id>  origins = ["https://admin.example.com"], credentials = true, enforce = "unsafe_methods"
///   GET, HEAD  /session        same_origin
///   everything else: origins = ["https://app.example.com"]
/// ```
///
/// A path that is empty shows as `""`. The last line is the default policy, where one is known. What a predicate allows nobody can tell beforehand, so it is
/// not marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Inventory {
    rows: Vec<InventoryRow>,
    default: Option<PolicyRef<'static>>,
}

/// A path of a route, with its policy. Its `Display` is one line: `GET, HEAD /articles/<id>: origins = ["*"]`, in which an
/// empty path is `""`.
#[derive(Debug, Clone, PartialEq)]
pub struct InventoryRow {
    path: String,
    methods: Vec<&'static str>,
    policy: PolicyRef<'static>,
    enforce: Option<&'static str>,
}

impl Inventory {
    /// Of routes, each a path and what the attribute has made.
    #[doc(hidden)]
    #[must_use]
    pub fn of<P: Into<String>>(routes: impl IntoIterator<Item = (P, &'static Endpoint)>) -> Self {
        let rows = routes.into_iter().map(|(path, endpoint)| InventoryRow::of(path.into(), endpoint));
        Self { rows: rows.collect(), default: None }.sorted()
    }

    /// The same with the policy of everything else.
    #[doc(hidden)]
    #[must_use]
    pub fn with_default(self, default: Option<&DefaultPolicy>) -> Self {
        Self { default: default.map(DefaultPolicy::policy), ..self }
    }

    /// Writes a line for each route into the log, and one for the default policy.
    #[doc(hidden)]
    pub fn log<A: Adapter>(&self) {
        for row in &self.rows {
            A::log(Level::Debug, &format_args!("annotated: {row}"));
        }
        if let Some(policy) = self.default_policy() {
            A::log(Level::Debug, &format_args!("default policy: {policy}"));
        }
    }

    /// The same routes below `prefix`, such as that of a scope, which handlers on actix-web know nothing of.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        for row in &mut self.rows {
            let slash = if row.path.is_empty() || row.path.starts_with('/') { "" } else { "/" };
            row.path = format!("{}{slash}{}", prefix.trim_end_matches('/'), row.path);
        }
        self.sorted()
    }

    /// So that the same routes give the same table, in whatever order they were registered.
    fn sorted(mut self) -> Self {
        self.rows.sort_by_cached_key(|row| (row.path.clone(), row.methods.clone(), row.policy_text()));
        self
    }

    /// The routes, sorted by path and methods.
    #[must_use]
    pub fn rows(&self) -> &[InventoryRow] {
        &self.rows
    }

    /// The policy of everything else, where one is known.
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

    /// The path as the framework writes patterns.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The methods that the route serves to other origins; none if the policy leaves out all.
    #[must_use]
    pub fn methods(&self) -> &[&'static str] {
        &self.methods
    }

    /// The policy at the moment of the inventory.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The word of the key `enforce`, if the route refuses requests of other origins.
    #[must_use]
    pub fn enforce(&self) -> Option<&'static str> {
        self.enforce
    }

    /// Whether pages of any origin can read what the route answers.
    #[must_use]
    pub fn is_open_to_any(&self) -> bool {
        self.policy.origins().is_any() && !self.methods.is_empty()
    }

    /// The first column.
    fn methods_text(&self) -> String {
        if self.methods.is_empty() { "no method".to_owned() } else { self.methods.join(", ") }
    }

    /// The last column.
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
            (width(InventoryRow::methods_text), width(|row| RoutePath(&row.path).to_string()));
        let mark = |is_open: bool| if is_open { '*' } else { ' ' };
        for row in &self.rows {
            write!(f, "{} {:methods$}  ", mark(row.is_open_to_any()), row.methods_text())?;
            writeln!(f, "{:path$}  {}", RoutePath(&row.path), row.policy_text())?;
        }
        match self.default_policy() {
            Some(policy) => writeln!(f, "{} everything else: {policy}", mark(policy.origins().is_any())),
            None => Ok(()),
        }
    }
}

impl fmt::Display for InventoryRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.methods_text(), RoutePath(&self.path), self.policy_text())
    }
}
