//! OpenDocument text: `content.xml` and `styles.xml` of the archive, by the OASIS standard (1.2 and 1.3, part 3).

mod body;
mod count;
mod inline;
mod lists;
mod styles;
mod table;

use crate::archive::Archive;
use crate::error::ReadError;
use crate::model::Source;
use crate::report::{NoteKind, Notes};
use crate::xml::{El, Texts, Tree, Vocabulary};
use body::Walker;

/// What is kept of OpenDocument's XML: names without prefix, nobody's name.
static VOCABULARY: Vocabulary = Vocabulary {
    attributes: &[
        "bullet-char",
        "c",
        "continue-list",
        "continue-numbering",
        "default-outline-level",
        "display",
        "display-levels",
        "display-name",
        "family",
        "font-style",
        "font-weight",
        "href",
        "id",
        "is-hidden",
        "is-list-header",
        "level",
        "list-style-name",
        "name",
        "note-class",
        "num-format",
        "num-letter-sync",
        "num-list-format",
        "num-prefix",
        "num-suffix",
        "number-columns-spanned",
        "number-rows-spanned",
        "outline-level",
        "parent-style-name",
        "ref-name",
        "restart-numbering",
        "start-value",
        "string-value",
        "style-name",
        "text-line-through-style",
        "text-position",
    ],
    texts: Texts::Mixed,
};

/// Reads a document whole.
pub fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    let mut archive = Archive::open(bytes)?;
    refuse(&mut archive)?;
    let content = archive.text("content.xml")?;
    let content = content.ok_or_else(|| ReadError::damaged("content.xml", "there is no such part"))?;
    let raw = count::paragraphs("content.xml", &content)?;
    let tree = Tree::parse("content.xml", &content, &VOCABULARY)?;
    drop(content);
    let styles = archive.text("styles.xml")?.map(|xml| Tree::parse("styles.xml", &xml, &VOCABULARY)).transpose()?;
    let styles = styles.as_ref().and_then(|tree| tree.top()?.child("document-styles"));

    let whole = tree.top().and_then(|top| top.child("document-content"));
    let text = whole.and_then(|whole| whole.path(&["body", "text"]));
    let (Some(whole), Some(text)) = (whole, text) else {
        return Err(ReadError::damaged("content.xml", "there is no text document in it"));
    };
    let mut walker = Walker::default();
    if let Some(styles) = styles {
        walker.styles.read(styles, false);
        walker.lists.read(styles);
        margins(styles, &mut walker.sheet.notes);
    }
    walker.styles.read(whole, true);
    walker.lists.read(whole);
    walker.blocks(text);
    let mut sheet = walker.sheet;
    sheet.fetch(|part, limit| archive.bytes(part.trim_start_matches("./"), limit));
    Ok(sheet.close(&raw))
}

/// What is not opened: a document under a password (its manifest says so) and one that holds macros.
fn refuse(archive: &mut Archive<'_>) -> Result<(), ReadError> {
    let names: Vec<String> = archive.names().collect();
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") || names.iter().any(|name| name == "encrypted-package") {
        return Err(ReadError::Encrypted);
    }
    if names.iter().any(|name| is_program(name)) {
        return Err(ReadError::Program);
    }
    Ok(())
}

/// A macro library's module. The lists of libraries alone (`script-lc.xml`, `script-lb.xml`) run nothing.
fn is_program(name: &str) -> bool {
    let program = name.starts_with("Basic/") || name.starts_with("Scripts/");
    let list = ["/", "script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"];
    program && !list.iter().any(|end| name.ends_with(end))
}

/// Page headers and footers stand in the styles of pages: dropped, each text told once.
fn margins(styles: El<'_>, notes: &mut Notes) {
    let mut seen = Vec::new();
    for element in styles.child("master-styles").iter().flat_map(|it| it.descendants()) {
        let what = match element.name() {
            "header" | "header-left" | "header-first" => NoteKind::HeaderDropped,
            "footer" | "footer-left" | "footer-first" => NoteKind::FooterDropped,
            _ => continue,
        };
        let text = inline::all_text(element);
        if !text.is_empty() && !seen.contains(&(what, text.clone())) {
            notes.add(what, "", &text);
            seen.push((what, text));
        }
    }
}
