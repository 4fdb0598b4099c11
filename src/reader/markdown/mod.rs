//! Markdown and plain text. Tables and captions in HTML, for which Markdown has no marks, are read as the HTML reader reads them; of
//! other raw HTML the text is kept, the markup dropped and told.

mod count;
mod html;
mod inline;
mod table;

use crate::error::{ReadError, TooLarge};
use crate::limits;
use crate::model::{BlockKind, Source, Span};
use crate::report::NoteKind;
use crate::sheet::{Picture, Sheet};
use comrak::nodes::{ListDelimType, ListType, Node, NodeValue};
use comrak::{Arena, Options, parse_document};
use std::collections::BTreeMap;

/// Reads a text whole.
pub fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|why| ReadError::damaged("text", why))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if stretches(text).any(|long| long > limits::MARKDOWN_STRETCH) {
        return Err(ReadError::too_large(TooLarge::Text, limits::MARKDOWN_STRETCH as u64));
    }
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut walker = Walker::default();
    walker.sheet.anchors.by_title = true;
    for node in root.descendants() {
        let name = match &node.data().value {
            NodeValue::FootnoteDefinition(definition) => definition.name.clone(),
            _ => continue,
        };
        walker.footnotes.entry(name).or_insert(node);
    }
    walker.children(root, Within::default())?;
    walker.rest()?;
    let mut sheet = walker.sheet;
    // A Markdown file holds addresses of images, never the images.
    sheet.fetch(|_, _| Ok(None));
    Ok(sheet.close(&count::chunks(text)))
}

/// How many bytes stand between empty lines.
fn stretches(text: &str) -> impl Iterator<Item = usize> {
    text.split("\n\n").flat_map(|part| part.split("\r\n\r\n")).map(str::len)
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
    sheet: Sheet,
    footnotes: BTreeMap<String, Node<'a>>,
    /// Shown in the block that is being read.
    pictures: Vec<Picture>,
    /// Images stay where they are while a note is read, of which they become a part.
    in_note: bool,
    /// Cited by the block that is being read.
    cited: Vec<String>,
    /// Tags that are open and do nothing but give a name to a place.
    named: usize,
    numbered: u32,
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
                self.sheet.text(vec![span], BlockKind::Code, None);
                Ok(())
            }
            NodeValue::Table(_) => self.table(node, within.level),
            NodeValue::HtmlBlock(block) if html::is_read(&block.literal) => {
                self.sheet = crate::html::within(&block.literal, std::mem::take(&mut self.sheet))?;
                Ok(())
            }
            NodeValue::HtmlBlock(block) => {
                html::names(&block.literal).iter().for_each(|name| self.sheet.anchors.name(name));
                let texts = html::paragraphs(&block.literal);
                if !(texts.is_empty() && html::is_anchor(block.literal.trim())) {
                    self.sheet.notes.add(NoteKind::HtmlDropped, &self.place(), &html::first_tag(&block.literal));
                }
                for text in texts {
                    self.sheet.text(vec![Span { text, ..Span::default() }], plain(within), None);
                }
                Ok(())
            }
            NodeValue::FrontMatter(text) => {
                self.sheet.notes.add(NoteKind::FrontMatterDropped, "line:1", &text);
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
        let mut spans = self.spans(node, within.level)?;
        if let (BlockKind::Heading { .. }, Some(last)) = (kind, spans.last_mut())
            && let Some((text, name)) = inline::named(&last.text)
        {
            self.sheet.anchors.name(name);
            last.text = text.to_owned();
        }
        self.sheet.text(spans, kind, number);
        self.hand_out()
    }

    fn place(&self) -> String {
        self.sheet.place()
    }

    /// The notes that were cited stand after the block that cites them.
    fn hand_out(&mut self) -> Result<(), ReadError> {
        if !self.in_note {
            for picture in std::mem::take(&mut self.pictures) {
                self.sheet.figure(picture);
            }
        }
        while let Some(name) = self.cited.pop() {
            if let Some(node) = self.footnotes.remove(&name) {
                self.sheet.notes.count(NoteKind::FootnotesMoved);
                self.footnote(node)?;
            }
        }
        Ok(())
    }

    fn rest(&mut self) -> Result<(), ReadError> {
        while let Some((name, node)) = self.footnotes.pop_first() {
            self.sheet.notes.add(NoteKind::FootnoteUncited, &self.place(), &name);
            self.footnote(node)?;
        }
        Ok(())
    }

    /// A note's blocks become one, separated by line breaks.
    fn footnote(&mut self, node: Node<'a>) -> Result<(), ReadError> {
        let from = self.sheet.out.len();
        self.in_note = true;
        self.sheet.anchors.held = true;
        let cited = std::mem::take(&mut self.cited);
        self.children(node, Within::default())?;
        self.in_note = false;
        self.sheet.anchors.held = false;
        self.cited.extend(cited);
        let pictures = std::mem::take(&mut self.pictures);
        let mut spans = Vec::new();
        for draft in self.sheet.out.split_off(from) {
            inline::join(&mut spans, draft);
        }
        self.numbered += 1;
        self.sheet.footnote(spans, self.numbered);
        self.sheet.figures_moved(pictures);
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
