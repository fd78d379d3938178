//! The differences between other ways and the builder, with the reasons for keeping them.

use cors_core::{Config, MaxAge};

use crate::ways_to_write::{Said, Way};

pub(crate) struct Difference {
    pub(crate) way: Way,
    pub(crate) reason: &'static str,
    /// Reports whether the reason applies to a policy, given the messages of the way and those of the builder.
    is_met: fn(&Config, &Said, &Said) -> bool,
}

impl Difference {
    pub(crate) fn is_about(&self, way: Way, row: &Config, said: &Said, expected: &Said) -> bool {
        self.way == way && (self.is_met)(row, said, expected)
    }
}

pub(crate) const DIFFERENCES: &[Difference] = &[
    Difference {
        way: Way::Attribute,
        reason: "a route serves certain methods, so that one beyond them, or `*`, is a mistake, and a misspelt one means one of these",
        is_met: |row, said, expected| {
            row.methods.is_some()
                && differing(said, expected)
                    .all(|message| message.contains("ethod") || message.contains("`*`"))
        },
    },
    Difference {
        way: Way::Constants,
        reason: "a constant is an exact origin, so that whoever reads the list sees how wide it is, and needs no danger of patterns",
        is_met: |row, said, _| {
            let mut patterns = row.origins.iter().flatten().filter(|origin| origin.contains('*')).peekable();
            patterns.peek().is_some()
                && patterns.all(|text| {
                    said.contains(&format!("constants are exact origins, and `{text}` contains a `*`"))
                })
        },
    },
    Difference {
        way: Way::Constants,
        reason: "two constants may have one value, as where two environments share an origin",
        is_met: |_, said, expected| {
            let is_repetition =
                |message: &String| message.ends_with("is listed twice") || message.contains(" duplicates `");
            said.len() <= expected.len() && differing(expected, said).any(is_repetition)
        },
    },
    Difference {
        way: Way::Constants,
        reason: "a constant has another value in another build, which may need the danger",
        is_met: |_, said, expected| {
            said.iter().all(|message| expected.contains(message))
                && differing(said, expected).all(|message| message.starts_with("nothing here needs"))
        },
    },
    Difference {
        way: Way::Constants,
        reason: "const evaluation stops at the first mistake of an element",
        is_met: |_, said, expected| {
            !said.is_empty()
                && said.len() < expected.len()
                && said.iter().all(|message| expected.contains(message))
        },
    },
    Difference {
        way: Way::Constants,
        reason: "const evaluation has no tables, so it does not know which names there are in punycode",
        is_met: |_, said, expected| {
            said.is_empty()
                && expected.iter().all(|message| message.contains("`xn--` label that encodes no name"))
        },
    },
    Difference {
        way: Way::Constants,
        reason: "const evaluation has no heap, so it writes control characters as they are",
        is_met: |_, said, expected| {
            let escaped: Said = said.iter().map(|message| message.escape_debug().to_string()).collect();
            escaped == *expected
        },
    },
    Difference {
        way: Way::Environment,
        reason: "commas separate the elements of a variable, and white space around them does not count",
        is_met: |row, _, _| elements(row).any(|element| element.contains(',') || element.trim() != element),
    },
    Difference {
        way: Way::Environment,
        reason: "an empty list is a variable that is not set",
        is_met: |row, _, _| row.origins.as_ref().is_some_and(Vec::is_empty),
    },
    Difference {
        way: Way::Environment,
        reason: "what files and shells make of a value has mistakes of its own",
        is_met: |_, said, expected| differing(expected, said).any(|message| message.contains(" Variable")),
    },
    Difference {
        way: Way::Environment,
        reason: "a number is written as text",
        is_met: |row, _, _| matches!(&row.max_age, Some(MaxAge::Text(text)) if text.parse::<i64>().is_ok()),
    },
];

/// Returns the messages that only one of both has.
fn differing<'s>(one: &'s Said, other: &'s Said) -> impl Iterator<Item = &'s String> {
    let beyond = |one: &'s Said, other: &'s Said| one.iter().filter(|message| !other.contains(message));
    beyond(one, other).chain(beyond(other, one))
}

fn elements(row: &Config) -> impl Iterator<Item = &String> {
    let optional = [&row.origins, &row.methods].into_iter().flatten();
    optional.chain([&row.allow_headers, &row.expose_headers, &row.dangerously_allow]).flatten()
}
