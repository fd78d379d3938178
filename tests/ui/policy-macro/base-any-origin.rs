use cors_actix::{Policy, policy};

mod base_any_origin_with_credentials {
    use super::*;

    const BASE: Policy = policy!(origins = "*");
    static PARTNERS: Policy = policy!(..BASE, credentials = true);
}

mod base_with_credentials_any_origin {
    use super::*;

    const BASE: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
    static PARTNERS: Policy = policy!(..BASE, origins = "*");
}

mod public_with_credentials {
    use super::*;

    static ALL: Policy = policy!(..Policy::PUBLIC, credentials = true);
}

fn main() {}
