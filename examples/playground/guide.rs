//! The guide "It still fails" as a page, whose rows can be linked to.

use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

const SOURCE: &str = include_str!("../../cors-core/guide/it_still_fails.md");

pub(crate) static GUIDE: LazyLock<Guide> = LazyLock::new(Guide::new);

/// The guide in HTML.
pub(crate) struct Guide {
    pub(crate) page: String,
    /// The first cell of each row of a table, with its id.
    rows: Vec<(String, String)>,
}

impl Guide {
    fn new() -> Self {
        let mut events: Vec<Event<'_>> = Parser::new_ext(SOURCE, Options::ENABLE_TABLES).collect();
        while let Some(start) = events.iter().position(leads_elsewhere) {
            let length = events.iter().skip(start).position(|event| *event == Event::End(TagEnd::Link));
            events.remove(start + length.unwrap_or_default());
            events.remove(start);
        }
        let mut rows = Vec::new();
        let named = (0..events.len()).map(|at| named(events.get(at..).unwrap_or_default(), &mut rows));
        let mut body = String::new();
        html::push_html(&mut body, named.flatten());
        Self { page: include_str!("guide.html").replace("{body}", &body), rows }
    }

    /// Returns the id of the row about the sentence of the console with these words.
    pub(crate) fn entry(&self, words: &str) -> Option<&str> {
        self.rows.iter().find(|(text, _)| text.contains(words)).map(|(_, id)| id.as_str())
    }
}

/// Reports whether a link begins that leads to another page of the guide, which is not here.
fn leads_elsewhere(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Link { dest_url, .. }) if dest_url.contains(".md"))
}

/// Returns the first event, with an id if it begins a heading or a row.
fn named<'e>(events: &[Event<'e>], rows: &mut Vec<(String, String)>) -> Option<Event<'e>> {
    let text = |end| text(events, end);
    Some(match events.first()? {
        // The page has its own first heading.
        Event::Start(Tag::Heading { level, .. }) => {
            let id = Some(CowStr::from(slug(&text(TagEnd::Heading(*level)))));
            Event::Start(Tag::Heading { level: below(*level), id, classes: vec![], attrs: vec![] })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(*level))),
        Event::Start(Tag::TableRow) => {
            let id = format!("row-{}", rows.len() + 1);
            rows.push((text(TagEnd::TableCell), id.clone()));
            Event::InlineHtml(format!("<tr id=\"{id}\">").into())
        }
        event => event.clone(),
    })
}

/// Returns the text up to `end`.
fn text(events: &[Event<'_>], end: TagEnd) -> String {
    let inner = events.iter().take_while(|event| **event != Event::End(end));
    inner
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect()
}

fn below(level: HeadingLevel) -> HeadingLevel {
    HeadingLevel::try_from(level as usize + 1).unwrap_or(level)
}

/// Returns the id that rustdoc gives a heading.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}
