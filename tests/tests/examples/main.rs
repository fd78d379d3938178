//! The examples, each as a running program that gets requests.

mod proxy;
mod quickstart;
mod tenants;
mod websocket;
