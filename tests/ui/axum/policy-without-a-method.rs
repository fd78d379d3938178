use cors_axum::{Policy, cors, policy};

const READ: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET"]);
const ANY: Policy = policy!(origins = ["https://app.example.com"], methods = "*");

#[cors(policy = READ, methods = ["POST", "PUT"])]
async fn no_method_left() {}

#[cors(policy = READ, methods = ["HEAD", "POST"])]
async fn head_follows_get() {}

#[cors(policy = ANY, methods = ["POST"])]
async fn any_method() {}

#[cors(policy = READ)]
async fn known_to_the_router() {}

fn main() {}
