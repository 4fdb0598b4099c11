//! A version for programs. What each field means stands in `docs/plan-json.md`; a field may be added, none changes its meaning
//! without another number of the format.

use std::borrow::Cow;

use domain::plans::{self, Passage};
use reader::{BlockKind, Body};
use serde::Serialize;

use super::Edition;
use crate::plans::address;
use crate::ui::plan;

/// The number of the format.
const FORMAT: u32 = 1;

/// The whole version.
#[derive(Serialize)]
pub struct Plan {
    format: u32,
    title: String,
    language: &'static str,
    promoters: Vec<String>,
    process: String,
    version: i32,
    published_at: Option<String>,
    address: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    summary: String,
    passages: Vec<Entry>,
}

/// A passage.
#[derive(Serialize)]
struct Entry {
    code: Option<String>,
    address: Option<String>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    depth: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ordered: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<reader::Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Vec<reader::Cell>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<Image>,
}

/// A picture.
#[derive(Serialize)]
struct Image {
    alt: String,
    sha256: Option<String>,
    address: Option<String>,
}

const fn kind(of: BlockKind) -> &'static str {
    match of {
        BlockKind::Heading { .. } => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem { .. } => "list_item",
        BlockKind::Table => "table",
        BlockKind::Quote => "quote",
        BlockKind::Code => "code",
        BlockKind::Caption => "caption",
        BlockKind::Footnote => "footnote",
        BlockKind::Figure => "figure",
    }
}

/// The version.
pub fn plan(of: &Edition) -> Plan {
    let slug = &of.process.slug;
    let published = of.version.published_at;
    let whole = |path: String| format!("{}{path}", of.base_url);
    Plan {
        format: FORMAT,
        title: of.version.title.clone(),
        language: "it",
        promoters: of.promoters.clone(),
        process: slug.clone(),
        version: of.version.number,
        published_at: published.map(|at| at.utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        address: whole(address::version(slug, of.version.number)),
        summary: of.version.summary.clone(),
        passages: of.passages.iter().map(|p| entry(of, p, published.is_some())).collect(),
    }
}

/// A block with those ways only that lead somewhere: a name that a document gave a place of its own is none here.
fn led(block: &reader::Block) -> Cow<'_, reader::Block> {
    if plans::links(block).all(|link| plans::target(link).is_some()) {
        return Cow::Borrowed(block);
    }
    let mut block = block.clone();
    for span in block.texts_mut().into_iter().flatten() {
        span.link = span.link.take().filter(|link| !link.starts_with('#') || plans::target(link).is_some());
    }
    Cow::Owned(block)
}

fn entry(of: &Edition, p: &Passage, published: bool) -> Entry {
    let slug = &of.process.slug;
    let whole = |path: String| format!("{}{path}", of.base_url);
    let (level, depth, ordered) = match p.block.kind {
        BlockKind::Heading { level } => (Some(level), None, None),
        BlockKind::ListItem { depth, ordered } => (None, Some(depth), Some(ordered)),
        _ => (None, None, None),
    };
    let (spans, rows, image) = match &led(&p.block).body {
        Body::Text(spans) => (spans.clone(), None, None),
        Body::Table { rows } => (Vec::new(), Some(rows.clone()), None),
        Body::Figure { alt, image } => {
            let address = image.as_ref().map(|name| whole(address::image(slug, name)));
            (Vec::new(), None, Some(Image { alt: alt.clone(), sha256: image.clone(), address }))
        }
    };
    Entry {
        code: p.code.map(plan::code),
        address: p.code.filter(|_| published).map(|code| whole(address::passage(slug, code))),
        kind: kind(p.block.kind),
        level,
        depth,
        ordered,
        number: p.block.number.clone(),
        text: p.text.clone(),
        spans,
        rows,
        image,
    }
}
