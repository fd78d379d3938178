use cors_actix::cors;

#[cors(same_origin)]
mod api {
    macro_rules! route {
        ($attribute:meta, $name:ident) => {
            #[$attribute]
            pub async fn $name() -> &'static str {
                ""
            }
        };
    }
    macro_rules! served_by {
        ($method:ident, $name:ident) => {
            #[doc = "Served."]
            #[actix_web::$method("/served")]
            pub async fn $name() -> &'static str {
                ""
            }
        };
    }
    macro_rules! with_attributes {
        ($(# $attribute:tt)* $name:ident) => {
            $(# $attribute)*
            pub async fn $name() -> &'static str {
                ""
            }
        };
    }

    route!(actix_web::get("/list"), list);
    served_by!(put, save);
    with_attributes!(#[actix_web::get("/tokens")] tokens);
}

fn main() {
    let _ = (api::list, api::save, api::tokens);
}
