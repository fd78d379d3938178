//! The table in the format of the documentation.

use crate::Stack;
use crate::cases::Case;
use crate::measure::Row;

pub(crate) fn head() {
    println!("| | bare, ns | ours over bare | peer over bare | ours / peer | allocations, ours | peer |");
    println!("|---|---|---|---|---|---|---|");
}

pub(crate) fn row(stack: &Stack, case: &Case, row: &Row) {
    let [ours, peer] = row.allocations;
    // If the peer is no slower than bare, the ratio has no divisor.
    let ratio = if row.peer.lower > 0.0 { format!("{:.2}", row.ratio) } else { "–".to_owned() };
    println!(
        "| {}: {} | {:.0} | {:.0} | {:.0} | {ratio} | {ours} | {peer} |",
        stack.name, case.name, row.bare.median, row.ours, row.peer,
    );
}
