use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(.."PARTNERS", credentials = true);

static BASE_MISSING: Policy = policy!(.., credentials = true);

fn main() {}
