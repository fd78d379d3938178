//! Pages in Chromium fetch from each framework, and get the result that the model predicts.

mod embedded;
mod guide;
mod harness;
mod isolation;
mod row;
mod rows;
mod world;

use row::Row;
use world::World;

/// Runs every row of the table, on each framework.
#[test]
fn pages_get_what_the_model_says() {
    let Some(mut world) = World::start("browser: pages_get_what_the_model_says") else { return };
    let failed: Vec<_> = rows::all().iter().flat_map(|row: &Row| world.run(row)).collect();
    assert!(failed.is_empty(), "{} steps:\n{}", failed.len(), failed.join("\n"));
}
