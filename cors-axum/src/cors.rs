//! A router with the policies of its handlers.

use axum::Router;
use cors_core::__adapter::{Adapter as _, Level, Owner};
use cors_core::{DefaultPolicy, IntoDefaultPolicy, Inventory};
use cors_tower::__adapter::TowerAdapter;

use crate::ask::{AxumChanged, CHECKED, ListedRouter};

/// A router whose handlers with `#[cors]` have their policies. It stands outside of everything else.
///
/// ```no_run
/// use axum::Router;
/// use axum::routing::{get, put};
/// use cors_axum::{Cors, cors};
///
/// #[cors(origins = ["https://app.example.com"], allow_headers = ["content-type"])]
/// async fn update() -> &'static str {
///     "updated"
/// }
///
/// # #[tokio::main]
/// # async fn main() -> std::io::Result<()> {
/// let app = Router::new().route("/users", put(update));
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
/// axum::serve(listener, Cors::new(app)).await
/// # }
/// ```
///
/// A preflight is answered by the policy of the handler that serves the requested method, and runs nothing: no handler, no
/// extractor, no layer. Every other request goes its way, and the response, whatever it is and whoever made it, gets the
/// headers of that policy.
///
/// A router does not say everything about its handlers:
///
/// - It does not say for which methods it calls a handler in axum's `any`, in `fallback`, or in a method router as a service
///   (`route_service`, `nest_service`, `fallback_service`). Preflights for that handler get 403. Its responses have the headers,
///   unless the method router has several annotated handlers.
/// - It does not say the handlers of a router in `nest_service` or `fallback_service`, nor those behind `tower::buffer`. They are
///   closed: their responses have no headers, and their preflights get 405 (403 in `any`), or the answer of a default policy.
///
/// The log says both. [It still fails](crate::guide::it_still_fails) has its lines and the remedies, such as
/// [`any`](crate::any()) of this crate, and `Cors::new(inner)` around the router inside.
///
/// A service that is bound to several methods by `on_service`, such as a method router, looks like one handler of all of them. Do
/// not put an annotated handler beside others into one: bind each with `get`, `put` or `on`. A closure, a service or a state that
/// holds an annotated handler looks like that handler as well.
///
/// The router has to have its handlers when `Cors::new` is called. One that a service gets later is closed, and the log says so
/// once it runs.
#[derive(Debug, Clone)]
pub struct Cors {
    pub(crate) listed: ListedRouter,
    /// Set if [`Cors::check`] has succeeded.
    pub(crate) is_supported: bool,
    /// Set if one of its handlers needs the whole head of a request.
    pub(crate) needs_head: bool,
    pub(crate) default: Option<DefaultPolicy>,
}

impl Cors {
    /// Puts the policies of its handlers around a router. One of handlers with `State` gets it first: `router.with_state(state)`.
    ///
    /// # Panics
    /// If a policy cannot be served: one in a `LazyLock` panics, or a predicate takes the requests of another framework, or
    /// `enforce` refuses nothing because the policy allows any origin. The log says the latter two.
    ///
    /// In debug builds, if [`Cors::check`] fails. In release builds that is an error in the log, and no page of another
    /// origin is allowed.
    #[must_use]
    pub fn new(router: Router) -> Self {
        let checked = Self::check();
        debug_assert_eq!(checked, Ok(()), "{AxumChanged}");
        if let Err(error) = checked {
            TowerAdapter::log(Level::Error, &error);
        }
        let listed = ListedRouter::new(router);
        let handlers = listed.handlers();
        let stopping = handlers.iter().filter(|handler| !handler.owner().can_start::<TowerAdapter>()).count();
        assert!(stopping == 0, "a policy of a handler cannot be served; the log says why");
        let needs_head = handlers.iter().any(|handler| handler.endpoint.decides_before_handler());
        let cors = Self { listed, is_supported: checked.is_ok(), needs_head, default: None };
        inventory(&cors).log::<TowerAdapter>();
        cors
    }

    /// Adds a policy for every response without a policy of its own: of other handlers, of paths without a route, and of methods
    /// that a path does not have.
    ///
    /// Annotated handlers keep their own policies, also for what layers answer in their place. `#[cors(same_origin)]` stays
    /// closed, and so does a method that `methods` excludes. Another `Cors`, given to `nest_service` or `route_service` of this
    /// router, decides alone what is inside of it.
    ///
    /// ```
    /// use axum::Router;
    /// use axum::routing::{get, put};
    /// use cors_axum::{Cors, Policy, cors, policy};
    ///
    /// const APP: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET", "PUT"]);
    ///
    /// async fn save() -> &'static str {
    ///     "saved"
    /// }
    ///
    /// #[cors(same_origin)]
    /// async fn session() {}
    ///
    /// let router = Router::new().route("/orders/{id}", put(save)).route("/session", get(session));
    /// let app = Cors::new(router).default_policy(APP);
    /// ```
    ///
    /// [`DefaultPolicy`] lists the types of `policy`. The default policy answers a preflight before any handler of `OPTIONS`. A
    /// preflight for a method that it does not list is passed on to those. `Access-Control-*` headers that they or layers write are
    /// removed, as on annotated handlers.
    ///
    /// A service such as `tower::buffer` hides annotated handlers, so the default policy answers their preflights. Their responses
    /// stay closed, unless a layer makes another request or response of theirs in another task. `enforce` refuses requests all the
    /// same.
    ///
    /// # Panics
    /// If the policy cannot be served: one in a `LazyLock` panics, or a predicate takes the requests of another framework, which the
    /// log says.
    #[must_use]
    pub fn default_policy(self, policy: impl IntoDefaultPolicy) -> Self {
        let default: DefaultPolicy = policy.into();
        let can_start = Owner::Default(default.clone()).can_start::<TowerAdapter>();
        assert!(can_start, "the default policy cannot be served; the log says why");
        // The handlers of the inventory are in the log already.
        Inventory::default().with_default(Some(&default)).log::<TowerAdapter>();
        Self { default: Some(default), ..self }
    }

    /// Checks that this version of axum behaves as this crate relies on, for tests of an application.
    ///
    /// # Errors
    /// If it does not, so that no page of another origin would be allowed.
    pub fn check() -> Result<(), AxumChanged> {
        *CHECKED
    }
}

/// A router again, for layers around it: `Router::from(Cors::new(router).default_policy(POLICY)).layer(…)`.
impl From<Cors> for Router {
    fn from(cors: Cors) -> Self {
        Self::new().fallback_service(cors)
    }
}

/// `router.cors()` beside [`Cors::new`].
pub trait RouterExt {
    /// The same as [`Cors::new`], as a router again, for layers around it. Inside of another `Cors`, as in `nest_service`, write
    /// `Cors::new(router)`: the other one does not see a `Cors` in a router, and its default policy would answer the preflights.
    fn cors(self) -> Router;
}

impl RouterExt for Router {
    fn cors(self) -> Router {
        Cors::new(self).into()
    }
}

/// Returns the handlers of `app` that have `#[cors(…)]`, and the default policy, as data and as a table.
///
/// A test of the table notices when a handler becomes public by accident. [`Inventory`] explains the table. A router does not
/// say its paths, so a row has the name of the function in the place of a path, and `*` for its methods unless the attribute
/// lists some. Handlers that a service hides are missing, but for those that a layer hides, and so are those inside of another
/// `Cors`.
///
/// ```
/// use axum::Router;
/// use axum::routing::get;
/// use cors_axum::{Cors, Policy, cors, policy};
///
/// const APP: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
///
/// #[cors(origins = "*", methods = ["GET"])]
/// async fn show() {}
///
/// #[cors(policy = APP, enforce = "unsafe_methods")]
/// async fn update() {}
///
/// let app = Cors::new(Router::new().route("/articles/{id}", get(show).put(update))).default_policy(APP);
///
/// assert_eq!(
///     cors_axum::inventory(&app).to_string(),
///     r#"* GET  show    origins = ["*"]
///   *    update  origins = ["https://app.example.com"], credentials = true, enforce = "unsafe_methods"
///   everything else: origins = ["https://app.example.com"], credentials = true
/// "#
/// );
/// ```
#[must_use]
pub fn inventory(app: &Cors) -> Inventory {
    let handlers = app.listed.handlers();
    Inventory::of(handlers.iter().map(|handler| (handler.name, &handler.endpoint)))
        .with_default(app.default.as_ref())
}

cors_core::__missing_functions!(
    Cors,
    Permissive::permissive: "a `Cors` has no permissive default; write `Cors::new(router).default_policy(Policy::PUBLIC)`, with which every site that a visitor opens can read everything",
    WithoutPolicy::default: "a `Cors` is made of a router; write `Cors::new(router)` for the policies of handlers, and `.default_policy(…)` after it for all other responses"
);
