//! The independent count: the text of paragraphs and headings straight from the XML events, sharing nothing with the tree,
//! the styles or the blocks. Left out is what tracked changes deleted, comments, and the marks of notes and lists.

use crate::error::ReadError;
use crate::reconcile::Raw;
use crate::xml::entity;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements whose text is no text of the document.
const SILENT: &[&str] = &[
    "text:tracked-changes",
    "office:annotation",
    "text:note-citation",
    "text:number",
    "text:ruby-text",
    "svg:title",
    "svg:desc",
    "office:forms",
    "draw:object",
    "text:script",
];

/// The paragraphs of a part.
pub fn paragraphs(part: &str, xml: &str) -> Result<Vec<Raw>, ReadError> {
    let mut counter = Counter::default();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|why| ReadError::damaged(part, why))? {
            Event::Start(start) => counter.start(&start),
            Event::Empty(empty) => counter.sign(empty.name().into_inner()),
            Event::End(end) => counter.end(end.name().into_inner()),
            Event::Text(text) => counter.text(&text.xml10_content()),
            Event::CData(text) => counter.text(&text.xml10_content()),
            Event::GeneralRef(name) => counter.text(&entity(&name)),
            Event::Eof => return Ok(counter.done),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Counter {
    seen: usize,
    /// A paragraph can stand within another, in a note or a box.
    open: Vec<(usize, String)>,
    skip: usize,
    done: Vec<Raw>,
}

impl Counter {
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.name().into_inner();
        if self.skip > 0 || SILENT.contains(&name) {
            self.skip += 1;
        } else if matches!(name, "text:p" | "text:h") {
            self.seen += 1;
            self.open.push((self.seen, String::new()));
        } else {
            self.sign(name);
        }
    }

    fn sign(&mut self, name: &str) {
        if matches!(name, "text:s" | "text:tab" | "text:line-break") {
            self.text(" ");
        }
    }

    fn end(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if matches!(name, "text:p" | "text:h")
            && let Some((at, text)) = self.open.pop()
        {
            self.done.push(Raw { place: format!("paragraph:{at}"), text });
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, open)) = self.open.last_mut().filter(|_| self.skip == 0) {
            open.push_str(text);
        }
    }
}
