//! Sets what the tests read with `env!`, as a deployment would.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-env=STAGING_ORIGIN=https://staging.example.com");
}
