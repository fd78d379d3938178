use cors_actix::{Policy, policy};

mod base_any_header_with_credentials {
    use super::*;

    const BASE: Policy = policy!(origins = ["https://app.example.com"], allow_headers = "*");
    static PARTNERS: Policy = policy!(..BASE, credentials = true);
}

mod base_any_exposed_with_credentials {
    use super::*;

    const BASE: Policy = policy!(origins = ["https://app.example.com"], expose_headers = "*");
    static PARTNERS: Policy = policy!(..BASE, credentials = true);
}

fn main() {}
