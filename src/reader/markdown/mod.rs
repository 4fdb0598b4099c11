//! Markdown and plain text. No raw HTML passes: its text is kept, its markup dropped and told.

mod count;
mod html;
mod inline;
mod table;

use crate::error::{ReadError, TooLarge};
use crate::limits;
use crate::model::{Block, BlockKind, Body, Source, Span, trim_spans};
use crate::reconcile::{Draft, close};
use crate::report::{NoteKind, Notes};
use crate::typed;
use comrak::nodes::{ListDelimType, ListType, Node, NodeValue};
use comrak::{Arena, Options, parse_document};
use std::collections::BTreeMap;

/// Reads a text whole.
pub fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|why| ReadError::damaged("text", why))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut walker = Walker::default();
    for node in root.descendants() {
        let name = match &node.data().value {
            NodeValue::FootnoteDefinition(definition) => definition.name.clone(),
            _ => continue,
        };
        walker.footnotes.entry(name).or_insert(node);
    }
    walker.children(root, Within::default())?;
    walker.rest()?;
    let (blocks, report) = close(walker.out, &count::chunks(text), walker.notes);
    Ok(Source { blocks, report })
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    options.parse.leave_footnote_definitions = true;
    options
}

/// What a node stands in.
#[derive(Clone, Copy, Default)]
struct Within {
    level: usize,
    lists: u8,
    quote: bool,
}

#[derive(Default)]
struct Walker<'a> {
    out: Vec<Draft>,
    notes: Notes,
    footnotes: BTreeMap<String, Node<'a>>,
    /// Cited by the block that is being read.
    cited: Vec<String>,
    numbered: u32,
    heading: u8,
}

impl<'a> Walker<'a> {
    fn children(&mut self, node: Node<'a>, within: Within) -> Result<(), ReadError> {
        node.children().try_for_each(|child| self.block(child, within))
    }

    fn block(&mut self, node: Node<'a>, mut within: Within) -> Result<(), ReadError> {
        within.level = deeper(within.level)?;
        let value = node.data().value.clone();
        match value {
            NodeValue::Paragraph => self.text(node, within, plain(within), None),
            NodeValue::Heading(heading) => self.text(node, within, BlockKind::Heading { level: heading.level }, None),
            NodeValue::BlockQuote => self.children(node, Within { quote: true, ..within }),
            NodeValue::List(list) => self.list(node, &list, within),
            NodeValue::CodeBlock(code) => {
                let span = Span { text: code.literal.trim_end().to_owned(), ..Span::default() };
                self.push(vec![span], BlockKind::Code, None);
                Ok(())
            }
            NodeValue::Table(_) => self.table(node, within.level),
            NodeValue::HtmlBlock(block) => {
                self.notes.add(NoteKind::HtmlDropped, &self.place(), &html::first_tag(&block.literal));
                for text in html::paragraphs(&block.literal) {
                    self.push(vec![Span { text, ..Span::default() }], plain(within), None);
                }
                Ok(())
            }
            NodeValue::FrontMatter(text) => {
                self.notes.add(NoteKind::FrontMatterDropped, "line:1", &text);
                Ok(())
            }
            NodeValue::FootnoteDefinition(_) | NodeValue::ThematicBreak => Ok(()),
            _ => self.children(node, within),
        }
    }

    fn list(&mut self, node: Node<'a>, list: &comrak::nodes::NodeList, mut within: Within) -> Result<(), ReadError> {
        let ordered = list.list_type == ListType::Ordered;
        let depth = within.lists;
        within.lists = within.lists.saturating_add(1);
        for (at, item) in node.children().enumerate() {
            within.level = deeper(within.level)?;
            let mark = if list.delimiter == ListDelimType::Paren { ')' } else { '.' };
            let mut number = ordered.then(|| format!("{}{mark}", list.start.saturating_add(at)));
            let mut first = true;
            for child in item.children() {
                let paragraph = matches!(child.data().value, NodeValue::Paragraph);
                if first && paragraph {
                    self.text(child, within, BlockKind::ListItem { depth, ordered }, number.take())?;
                } else {
                    self.block(child, within)?;
                }
                first = false;
            }
            within.level -= 1;
        }
        Ok(())
    }

    fn text(
        &mut self,
        node: Node<'a>,
        within: Within,
        kind: BlockKind,
        number: Option<String>,
    ) -> Result<(), ReadError> {
        let spans = self.spans(node, within.level)?;
        self.push(spans, kind, number);
        self.hand_out()
    }

    fn push(&mut self, mut spans: Vec<Span>, kind: BlockKind, number: Option<String>) {
        if kind != BlockKind::Code {
            trim_spans(&mut spans);
        }
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        let heading = matches!(kind, BlockKind::Heading { .. });
        let may_be_typed = heading || matches!(kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
        let typed = if number.is_none() && may_be_typed { typed::take(&mut spans, heading) } else { None };
        let is_typed = typed.is_some();
        let block = Block { kind, body: Body::Text(spans), number: number.or(typed) };
        if let BlockKind::Heading { level } = kind {
            if level > self.heading + 1 {
                self.notes.add(NoteKind::HeadingSkipped, &self.place(), &block.text());
            }
            self.heading = level;
        }
        self.out.push(Draft { block, typed: is_typed });
    }

    fn place(&self) -> String {
        format!("block:{}", self.out.len() + 1)
    }

    /// The notes that were cited stand after the block that cites them.
    fn hand_out(&mut self) -> Result<(), ReadError> {
        while let Some(name) = self.cited.pop() {
            if let Some(node) = self.footnotes.remove(&name) {
                self.notes.count(NoteKind::FootnotesMoved);
                self.footnote(node)?;
            }
        }
        Ok(())
    }

    fn rest(&mut self) -> Result<(), ReadError> {
        while let Some((name, node)) = self.footnotes.pop_first() {
            self.notes.add(NoteKind::FootnoteUncited, &self.place(), &name);
            self.footnote(node)?;
        }
        Ok(())
    }

    /// A note's blocks become one, separated by line breaks.
    fn footnote(&mut self, node: Node<'a>) -> Result<(), ReadError> {
        let from = self.out.len();
        let cited = std::mem::take(&mut self.cited);
        self.children(node, Within::default())?;
        self.cited.extend(cited);
        let mut spans = Vec::new();
        for draft in self.out.split_off(from) {
            inline::join(&mut spans, draft);
        }
        self.numbered += 1;
        let number = Some(self.numbered.to_string());
        if !spans.is_empty() {
            let block = Block { kind: BlockKind::Footnote, body: Body::Text(spans), number };
            self.out.push(Draft { block, typed: false });
        }
        Ok(())
    }
}

const fn plain(within: Within) -> BlockKind {
    if within.quote { BlockKind::Quote } else { BlockKind::Paragraph }
}

fn deeper(level: usize) -> Result<usize, ReadError> {
    if level >= limits::MARKDOWN_DEPTH {
        return Err(ReadError::too_large(TooLarge::Depth, limits::MARKDOWN_DEPTH as u64));
    }
    Ok(level + 1)
}
