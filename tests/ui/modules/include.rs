use cors_actix::cors;

mod include_as_an_item {
    use super::*;

    #[cors(same_origin)]
    mod api {
        include!("files/item.in");

        #[cfg(all())]
        include! { "files/another_item.in" }

        pub const NUMBER: u8 = include!("files/number.in");
    }

    pub(super) fn main() {
        let _ = (api::item, api::another_item, api::NUMBER);
    }
}

mod include_as_a_statement {
    use super::*;

    #[cors(same_origin)]
    mod api {
        pub fn configure() -> u8 {
            let number = include!("files/number.in");
            include!("files/statement.in");
            let closure = || {
                ::core::include!("files/statement.in")
            };
            closure();
            number + include!("files/number.in")
        }
    }

    pub(super) fn main() {
        api::configure();
    }
}

fn main() {
    include_as_an_item::main();
    include_as_a_statement::main();
}
