//! `origins.json`: the `Origin` headers that a list of patterns refuses and accepts.

use serde_json::Value;

use super::{rows, strings};

/// A row of the file.
#[derive(Debug, Clone)]
pub struct OriginRow {
    /// The id in the file.
    pub id: String,
    /// The patterns.
    pub origins: Vec<String>,
    /// The `Origin` lines, byte for byte.
    pub lines: Vec<Vec<u8>>,
    /// The expected result of the matcher.
    pub verdict: Verdict,
    /// The effect of an HTTP/1.1 parser on the lines.
    pub on_the_wire: OnTheWire,
}

/// The expected result of the matcher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No CORS header.
    Refuse,
    /// This `Access-Control-Allow-Origin`.
    Accept(Vec<u8>),
}

/// The effect of an HTTP/1.1 parser on the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnTheWire {
    /// The lines arrive unchanged.
    Same,
    /// The lines arrive without surrounding white space.
    Trimmed,
    /// The parser rejects the request, or ends the line early.
    Rejected,
}

/// Returns every row of `origins.json`.
pub fn origin_rows() -> Vec<OriginRow> {
    rows("origins.json", "rows").iter().map(row).collect()
}

/// Returns the distinct lists of patterns, in the order of the rows.
pub fn origin_lists() -> Vec<Vec<String>> {
    let mut lists = Vec::new();
    for row in origin_rows() {
        if !lists.contains(&row.origins) {
            lists.push(row.origins);
        }
    }
    lists
}

fn row(row: &Value) -> OriginRow {
    let text = |key: &str| row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}"));
    OriginRow {
        id: text("id").to_owned(),
        origins: strings(&row["policy"]["origins"]),
        lines: lines(row),
        verdict: match text("expect") {
            "refuse" => Verdict::Refuse,
            "accept" => Verdict::Accept(text("acao").as_bytes().to_vec()),
            other => panic!("{other}"),
        },
        on_the_wire: match text("h1_wire") {
            "same" => OnTheWire::Same,
            "ows_stripped_before_match" => OnTheWire::Trimmed,
            "parser_rejects" => OnTheWire::Rejected,
            other => panic!("{other}"),
        },
    }
}

fn lines(row: &Value) -> Vec<Vec<u8>> {
    let Some(generator) = row.get("origin_gen").filter(|generator| generator.is_object()) else {
        return strings(&row["origin_hex"]).iter().map(|hex| unhex(hex)).collect();
    };
    let part = |key: &str| generator[key].as_str().expect("a string");
    let count = usize::try_from(generator["count"].as_u64().expect("a count")).unwrap();
    vec![format!("{}{}{}", part("prefix"), part("unit").repeat(count), part("suffix")).into_bytes()]
}

fn unhex(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.chars().map(|c| u8::try_from(c.to_digit(16).unwrap()).unwrap()).collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect()
}
