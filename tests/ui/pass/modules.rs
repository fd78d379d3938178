use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
mod api {
    //! Text such as `#[get("/x")] fn x() {}` is no route.

    #[allow(unused_imports)]
    use actix_web::get as fetch;
    use actix_web::{get, routes, web::ServiceConfig};

    pub const TEXT: &str = "#[get(\"/x\")] fn x() {} include!(\"x.rs\");";
    pub const RAW: &str = r##"#[post("/x")] async fn x() {}"##;
    pub const NUMBER: u8 = include!("library/number.in");

    /// ```text
    /// #[get("/x")] async fn x() {}
    /// ```
    pub fn documented() -> u8 {
        let number = include!("library/number.in");
        include!("library/number.in").max(number) + { 1 }
    }

    pub struct Fields {
        pub get: fn(u8) -> u8,
        pub route: u8,
    }

    /// Its matcher has a route.
    #[allow(unused_macros)]
    macro_rules! matched {
        ($(#[get($path:literal)])* async fn $name:ident()) => {
            concat!($($path,)* stringify!($name))
        };
        (#[$attribute:meta] fn $name:ident()) => {
            stringify!(#[$attribute])
        };
    }
    pub const MATCHED: &str = matched!(async fn list());

    macro_rules! route {
        ($(#[$attribute:meta])* $name:ident, $path:literal) => {
            $(#[$attribute])*
            #[cors_actix::cors(policy = crate::PARTNERS)]
            #[actix_web::post($path)]
            pub async fn $name() -> &'static str {
                ""
            }
        };
    }
    route! {
        /// Documented.
        save, "/save"
    }

    macro_rules! accessor {
        ($(#[$attribute:meta])* $name:ident : $ty:ty) => {
            $(#[$attribute])*
            pub struct $name(pub $ty);
        };
    }
    accessor! {
        /// A number.
        Number: u8
    }

    macro_rules! same {
        ($($item:tt)*) => { $($item)* };
    }
    same! {
        #[cors_actix::cors(same_origin)]
        #[get("/own")]
        pub async fn own() -> &'static str {
            ""
        }
    }

    #[cfg_attr(all(), get("/holds"))]
    pub async fn holds() -> &'static str {
        ""
    }

    #[cfg_attr(any(), get("/fails"))]
    pub async fn fails() -> &'static str {
        ""
    }

    #[routes]
    #[get("/first")]
    #[get("/second")]
    pub async fn several() -> &'static str {
        ""
    }

    #[r#get("/raw")]
    pub async fn r#type() -> &'static str {
        ""
    }

    pub fn configure(app: &mut ServiceConfig) {
        #[get("/nested")]
        async fn nested() -> &'static str {
            ""
        }
        app.service(nested).service(several).service(r#type).service(holds);
    }

    #[actix_web::scope("/v1")]
    pub mod v1 {
        use actix_web::get;

        #[get("/list")]
        pub async fn list() -> &'static str {
            ""
        }
    }
}

static PARTNERS: cors_actix::Policy = cors_actix::policy!(origins = ["https://partner.example.com"]);

/// What has no `#[cors]` is no service of this crate.
fn annotated<T: cors_actix::Annotated>(_: T) {}

fn main() {
    annotated(api::holds);
    annotated(api::several);
    annotated(api::r#type);
    annotated(api::own);
    annotated(api::save);
    annotated(api::v1::list);
    let _ = (api::TEXT, api::RAW, api::NUMBER, api::MATCHED, api::documented(), api::fails());
    let fields = api::Fields { get: u8::reverse_bits, route: 0 };
    let _ = (fields.get, fields.route, api::Number(0).0, api::configure);
}
