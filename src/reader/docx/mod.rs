//! Word documents. A reader of our own on zip and quick-xml: `docs/decisions/0007-own-docx-reader.md` says why.

mod body;
mod count;
mod drawing;
mod inline;
mod notes;
mod numbering;
mod package;
mod styles;
mod table;

use crate::error::ReadError;
use crate::model::Source;
use crate::reconcile::Raw;
use crate::report::{NoteKind, Notes};
use crate::xml::{El, Texts, Tree, Vocabulary};
use body::Walker;
use package::{Package, Relations};

/// What is kept of Word's XML.
static VOCABULARY: Vocabulary = Vocabulary {
    attributes: &[
        "Id",
        "Target",
        "TargetMode",
        "Type",
        "abstractNumId",
        "alt",
        "anchor",
        "char",
        "default",
        "descr",
        "embed",
        "fldCharType",
        "id",
        "ilvl",
        "instr",
        "link",
        "name",
        "numId",
        "styleId",
        "title",
        "type",
        "val",
    ],
    texts: Texts::Leaves(&["t", "instrText", "delText"]),
};

/// Reads a document whole.
pub fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    let mut package = Package::open(bytes)?;
    let part = package.main_part()?;
    let relations = package.relations(&part)?;
    let xml = package.text(&part)?.ok_or_else(|| ReadError::damaged(&part, "there is no such part"))?;
    let mut raw = count::paragraphs(&part, "paragraph", &xml)?;
    let tree = Tree::parse(&part, &xml, &VOCABULARY)?;
    drop(xml);

    let mut walker = Walker::new(&relations);
    if let Some(styles) = of_kind(&mut package, &relations, "/styles")? {
        walker.styles = styles.top().map(styles::Styles::read).unwrap_or_default();
    }
    if let Some(numbering) = of_kind(&mut package, &relations, "/numbering")? {
        walker.numbering = numbering.top().map(numbering::Numbering::read).unwrap_or_default();
    }
    raw.extend(read_notes(&mut package, &relations, &mut walker)?);
    margins(&mut package, &relations, &mut walker.sheet.notes)?;

    let body = tree.top().and_then(|top| top.path(&["document", "body"]));
    walker.blocks(body.ok_or_else(|| ReadError::damaged(&part, "there is no document body"))?);
    let mut sheet = walker.finish();
    sheet.fetch(|part, limit| package.bytes(part, limit));
    Ok(sheet.close(&raw))
}

fn of_kind(package: &mut Package<'_>, relations: &Relations, kind: &str) -> Result<Option<Tree>, ReadError> {
    match relations.of_kind(kind).next() {
        Some(part) => package.tree(part),
        None => Ok(None),
    }
}

/// Footnotes and endnotes are read before the body that cites them.
fn read_notes(
    package: &mut Package<'_>,
    relations: &Relations,
    walker: &mut Walker<'_>,
) -> Result<Vec<Raw>, ReadError> {
    let mut raw = Vec::new();
    for (kind, element, place) in
        [(notes::Kind::Footnote, "/footnotes", "footnote"), (notes::Kind::Endnote, "/endnotes", "endnote")]
    {
        let Some(part) = relations.of_kind(element).next() else {
            continue;
        };
        let links = package.relations(part)?;
        let Some(xml) = package.text(part)? else {
            continue;
        };
        raw.extend(count::paragraphs(part, place, &xml)?);
        let tree = Tree::parse(part, &xml, &VOCABULARY)?;
        if let Some(list) = tree.top().and_then(|top| top.children().next()) {
            walker.collect_notes(kind, list, &links);
        }
    }
    Ok(raw)
}

/// What stands outside the text: comments, page headers and footers.
fn margins(package: &mut Package<'_>, relations: &Relations, notes: &mut Notes) -> Result<(), ReadError> {
    if let Some(comments) = of_kind(package, relations, "/comments")? {
        let all = comments.top().map_or(0, |top| top.descendants().filter(|it| it.name() == "comment").count());
        (0..all).for_each(|_| notes.count(NoteKind::CommentsDropped));
    }
    for (kind, what) in [("/header", NoteKind::HeaderDropped), ("/footer", NoteKind::FooterDropped)] {
        let mut seen = Vec::new();
        for part in relations.of_kind(kind) {
            let Some(tree) = package.tree(part)? else {
                continue;
            };
            let text = tree.top().map(all_text).unwrap_or_default();
            if !text.is_empty() && !seen.contains(&text) {
                notes.add(what, "", &text);
                seen.push(text);
            }
        }
    }
    Ok(())
}

fn all_text(top: El<'_>) -> String {
    let texts: Vec<&str> = top.descendants().filter(|it| it.name() == "t").map(El::text).collect();
    crate::words::tidy(&texts.join(" "))
}
