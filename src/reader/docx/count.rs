//! The independent count: the text of a part straight from its XML events, sharing nothing with the tree, the styles
//! or the blocks. What tracked changes deleted is left out, and so is the fallback copy of modern drawings.

use crate::error::ReadError;
use crate::reconcile::Raw;
use crate::xml::entity;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The paragraphs of a part. `place` names them: "paragraph:12".
pub fn paragraphs(part: &str, place: &str, xml: &str) -> Result<Vec<Raw>, ReadError> {
    let mut counter = Counter { place, seen: 0, open: Vec::new(), skip: 0, in_text: false, done: Vec::new() };
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|why| ReadError::damaged(part, why))? {
            Event::Start(start) => counter.start(start.local_name().into_inner()),
            Event::Empty(empty) => counter.empty(empty.local_name().into_inner()),
            Event::End(end) => counter.end(end.local_name().into_inner()),
            Event::Text(text) => counter.text(&text.xml10_content()),
            Event::CData(text) => counter.text(&text.xml10_content()),
            Event::GeneralRef(name) => counter.text(&entity(&name)),
            Event::Eof => return Ok(counter.done),
            _ => {}
        }
    }
}

struct Counter<'p> {
    place: &'p str,
    seen: usize,
    /// A paragraph can stand within another, in a text box.
    open: Vec<(usize, String)>,
    skip: usize,
    in_text: bool,
    done: Vec<Raw>,
}

impl Counter<'_> {
    fn start(&mut self, name: &str) {
        if self.skip > 0 || matches!(name, "del" | "moveFrom" | "Fallback") {
            self.skip += 1;
            return;
        }
        match name {
            "p" => {
                self.seen += 1;
                self.open.push((self.seen, String::new()));
            }
            "t" => self.in_text = true,
            name => self.empty(name),
        }
    }

    fn empty(&mut self, name: &str) {
        let sign = match name {
            "br" | "cr" | "tab" | "ptab" => ' ',
            "noBreakHyphen" => '\u{2011}',
            _ => return,
        };
        if let Some((_, text)) = self.open.last_mut().filter(|_| self.skip == 0) {
            text.push(sign);
        }
    }

    fn end(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => {
                if let Some((at, text)) = self.open.pop() {
                    self.done.push(Raw { place: format!("{}:{at}", self.place), text });
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, open)) = self.open.last_mut().filter(|_| self.in_text && self.skip == 0) {
            open.push_str(text);
        }
    }
}
