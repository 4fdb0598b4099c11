//! A version as the document that the press prints.

use std::sync::Arc;

use domain::plans::{self, Passage, Places};
use press::{Block, Document, GridCell, PassageBody, PassageCode, Picture, Role, Summary};
use reader::{BlockKind, Body};

use super::Edition;
use crate::locale::{Arg, Lang, Locale};
use crate::plans::address;
use crate::ui::{self, plan};

/// The whole version.
pub fn document(l: &Locale, of: &Edition) -> Document {
    let (labels, issued) = crate::report::printed_labels(l, of.at);
    let draft = of.version.published_at.is_none();
    let number = [("n", Arg::from(of.version.number.to_string()))];
    let places = Places::of(&of.passages);
    let printed = of.passages.iter().map(|p| Block::Passage(passage(of, p, draft, &places)));
    Document {
        lang: if l.lang() == Lang::It { press::Lang::It } else { press::Lang::En },
        title: of.version.title.clone(),
        subtitle: None,
        promoters: of.promoters.clone(),
        // It stands at the head of every page.
        number: Some(l.t_with(if draft { "download-number-draft" } else { "download-number" }, &number)),
        date: l.date(of.at),
        issued,
        summary: summary(l, of),
        fingerprint: None,
        base_url: Some(of.base_url.clone()),
        labels,
        short: false,
        blocks: printed.collect(),
    }
}

/// What the version says in plain words.
fn summary(l: &Locale, of: &Edition) -> Option<Summary> {
    let paragraphs: Vec<String> = ui::paragraphs(&of.version.summary).map(str::to_owned).collect();
    (!paragraphs.is_empty()).then(|| Summary { title: l.t("summary-heading").into_owned(), paragraphs })
}

fn passage(of: &Edition, p: &Passage, draft: bool, places: &Places) -> press::Passage {
    // Nothing of a draft has an address yet.
    let link = |code: i32| if draft { String::new() } else { address::passage(&of.process.slug, code) };
    let code = p.code.map(|code| PassageCode { text: plan::code(code), link: link(code) });
    let picture = |name: &str| {
        let bytes = of.pictures.get(name)?;
        Some(Picture { bytes: Arc::new(bytes.clone()), link: address::image(&of.process.slug, name) })
    };
    // A passage that the version has no more is read at its address.
    let way = |code: i32| if places.has(code) { inner(code) } else { address::passage(&of.process.slug, code) };
    printed(&p.block, code, picture, way)
}

/// The link to a passage of the same file.
fn inner(code: i32) -> String {
    format!("#{}", plan::code(code))
}

/// A block as the press prints it; `picture` has the bytes of pictures by their names, `way` says where a passage is found.
pub fn printed(
    block: &reader::Block,
    code: Option<PassageCode>,
    picture: impl Fn(&str) -> Option<Picture>,
    way: impl Fn(i32) -> String,
) -> press::Passage {
    press::Passage { code, number: block.number.clone(), body: body(block, picture, &way), anchor: None }
}

fn body(block: &reader::Block, picture: impl Fn(&str) -> Option<Picture>, way: &dyn Fn(i32) -> String) -> PassageBody {
    match &block.body {
        Body::Text(words) => PassageBody::Text { role: role(block.kind), spans: spans(words, way) },
        Body::Figure { alt, image } => {
            PassageBody::Picture { alt: alt.clone(), picture: image.as_deref().and_then(picture) }
        }
        Body::Table { rows } => {
            let cell = |c: &reader::Cell| GridCell {
                spans: spans(&c.spans, way),
                head: c.header,
                columns: c.colspan,
                rows: c.rowspan,
            };
            PassageBody::Table(rows.iter().map(|row| row.iter().map(cell).collect()).collect())
        }
    }
}

const fn role(kind: BlockKind) -> Role {
    match kind {
        BlockKind::Heading { level } => Role::Heading(level),
        BlockKind::ListItem { depth, ordered } => Role::Item { depth, ordered },
        BlockKind::Quote => Role::Quote,
        BlockKind::Code => Role::Code,
        BlockKind::Caption => Role::Caption,
        BlockKind::Footnote => Role::Footnote,
        BlockKind::Paragraph | BlockKind::Table | BlockKind::Figure => Role::Text,
    }
}

fn spans(of: &[reader::Span], way: &dyn Fn(i32) -> String) -> Vec<press::Span> {
    let link = |link: &String| plans::target(link).map_or_else(|| link.clone(), way);
    let span = |s: &reader::Span| press::Span {
        text: s.text.clone(),
        bold: s.bold,
        italic: s.italic,
        link: s.link.as_ref().map(link),
    };
    of.iter().map(span).collect()
}
