use cors_rocket::cors;

macro_rules! same {
    ($($item:tt)*) => {
        $($item)*
    };
}

#[cors(same_origin)]
mod api {
    same! {
        #[rocket::route(PUT, uri = "/list")]
        pub fn save() {}
    }

    macro_rules! route {
        ($method:ident) => {
            #[rocket::route($method, uri = "/list")]
            pub fn list() {}
        };
    }
    route!(GET);
}

fn main() {
    let _ = rocket::routes![api::list, api::save];
}
