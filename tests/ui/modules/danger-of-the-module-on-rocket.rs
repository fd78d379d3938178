use cors_rocket::cors;

#[cors(origins = ["null", "https://*.github.io"], dangerously_allow = ["null_origin", "public_suffix_wildcards"])]
mod api {
    use cors_rocket::cors;
    use rocket::get;

    #[cors(origins = ["null"])]
    #[get("/null")]
    pub fn null() {}

    #[cors(origins = "https://*.gitlab.io")]
    #[get("/pages")]
    pub fn pages() {}
}

fn main() {}
