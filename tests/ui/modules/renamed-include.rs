use cors_actix::cors;

mod in_an_inner_module {
    use super::*;

    #[cors(origins = "https://app.example.com", enforce = "all_methods")]
    mod api {
        use std::include as paste;

        pub mod inner {
            use super::paste;

            paste!("files/item.in");
        }
    }

    pub(super) fn main() {
        let _ = api::inner::item;
    }
}

mod renamed_twice {
    use super::*;

    #[cors(same_origin)]
    mod api {
        use std::include as first;

        use first as second;

        second!("files/item.in");
    }

    pub(super) fn main() {
        let _ = api::item;
    }
}

fn main() {
    in_an_inner_module::main();
    renamed_twice::main();
}
