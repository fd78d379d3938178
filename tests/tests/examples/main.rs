//! The examples, each as a program of its own that requests are sent to.

mod proxy;
mod quickstart;
mod tenants;
mod websocket;
