//! The table in the format of the documentation.

use crate::Stack;
use crate::cases::Case;
use crate::measure::{Row, Spread};

pub(crate) fn head() {
    println!("| | bare, ns | ours over bare | peer over bare | ours / peer | allocations, ours | peer |");
    println!("|---|---|---|---|---|---|---|");
}

pub(crate) fn row(stack: &Stack, case: &Case, row: &Row) {
    let [ours, peer] = row.allocations;
    // If the peer is no slower than bare, the ratio has no divisor.
    let ratio = if row.peer.lower > 0.0 { with_quartiles(row.ratio, 2) } else { "–".to_owned() };
    println!(
        "| {}: {} | {:.0} | {} | {} | {ratio} | {ours} | {peer} |",
        stack.name,
        case.name,
        row.bare.median,
        with_quartiles(row.ours, 0),
        with_quartiles(row.peer, 0),
    );
}

fn with_quartiles(Spread { lower, median, upper }: Spread, places: usize) -> String {
    format!("{median:.places$} ({lower:.places$} to {upper:.places$})")
}
