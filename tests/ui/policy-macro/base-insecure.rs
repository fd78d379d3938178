use cors_actix::{Policy, policy};

mod base_insecure_origin_with_credentials {
    use super::*;

    mod policies {
        pub(super) const BASE: cors_actix::Policy = cors_actix::policy!(origins = ["http://app.example.com"]);
    }
    static PARTNERS: Policy = policy!(..policies::BASE, credentials = true);
}

mod base_insecure_pattern_with_credentials {
    use super::*;

    const BASE: Policy = policy!(origins = ["http://*.example.com"]);
    static PARTNERS: Policy = policy!(..BASE, credentials = true);
}

mod base_with_credentials_insecure_origin {
    use super::*;

    const BASE: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
    static PARTNERS: Policy = policy!(..BASE, origins = ["http://app.example.com"]);
}

mod base_with_credentials_insecure_constant {
    use super::*;

    const APP: &str = "http://app.example.com";
    const BASE: Policy = policy!(origins = ["https://app.example.com"], credentials = true);
    static PARTNERS: Policy = policy!(..BASE, origins = [APP]);
}

mod base_without_its_danger {
    use super::*;

    const BASE: Policy = policy!(
        origins = ["http://app.example.com"],
        credentials = true,
        dangerously_allow = ["insecure_origins"]
    );
    static PARTNERS: Policy = policy!(..BASE, dangerously_allow = []);
}

mod base_danger_for_new_origins {
    use super::*;

    const APP: &str = "http://constant.example";
    const BASE: Policy = policy!(
        origins = ["http://intranet.example"],
        credentials = true,
        dangerously_allow = ["insecure_origins"]
    );
    static OTHER: Policy = policy!(..BASE, origins = ["http://other.example"]);
    static PATTERN: Policy = policy!(..BASE, origins = ["http://*.other.example"]);
    static CONSTANT: Policy = policy!(..BASE, origins = [APP]);
    static ON_ROCKET: cors_rocket::Policy = cors_rocket::policy!(..BASE, origins = ["http://rocket.example"]);
}

fn main() {}
