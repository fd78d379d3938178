use cors_actix::{Policy, policy};

static PARTNERS: Policy = policy!(.."PARTNERS", credentials = true);

fn main() {}
