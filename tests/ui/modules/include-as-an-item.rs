use cors_actix::cors;

#[cors(same_origin)]
mod api {
    include!("files/item.in");

    #[cfg(all())]
    include! { "files/another_item.in" }

    pub const NUMBER: u8 = include!("files/number.in");
}

fn main() {
    let _ = (api::item, api::another_item, api::NUMBER);
}
