use cors_actix::cors;

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

fn main() {
    api::configure();
}
