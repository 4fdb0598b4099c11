//! Fits a prepared document to the fonts and to the page, as the data the template reads.

use std::{collections::HashSet, sync::LazyLock};

use serde_json::{Value, json};
use ttf_parser::Face;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::passages::{Passages, stretches};
use super::world::{faces, text_faces};
use crate::model::{Block, Document, Item, List, Table};
use crate::prepare::passages::hosted;
use crate::prepare::table::{LINE_LETTERS, longest, number};

/// Which characters are printed as themselves; others are printed as their code point, `[U+4E2D]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// All that some font has.
    All,
    /// Those of the text face only.
    TextFace,
}

/// Marks, in the data, where a word too long for any line may be broken; the template turns it into a break opportunity.
const BREAK: char = '\u{200b}';
/// A word longer than this may be broken where lines are short: the longest Italian word in use has 26 letters.
const LONG_WORD: usize = 30;
/// The same where lines are long. A fingerprint (64 letters) stays whole, so that it can be copied.
const LONG_LINE: usize = 66;
/// How many letters of a long word stay together.
const CHUNK: usize = 6;
/// A row estimated to need more lines than this may be broken over two pages.
const WHOLE_ROW: f32 = 18.0;

static TEXT: LazyLock<HashSet<char>> = LazyLock::new(|| drawn(text_faces()));
static ALL: LazyLock<HashSet<char>> = LazyLock::new(|| drawn(faces()));

/// The characters that one of the faces draws. A face may list a character with the glyph for
/// "missing": such a one it does not draw.
fn drawn(faces: &[Face<'_>]) -> HashSet<char> {
    let mut all = HashSet::new();
    for face in faces {
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
            table.codepoints(|c| all.extend(char::from_u32(c).filter(|c| !is_private(*c) && has(face, *c))));
        }
    }
    all
}

fn has(face: &Face<'_>, c: char) -> bool {
    face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0)
}

/// PDF/A-2a has no place for characters without an agreed meaning.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The document as the template reads it.
pub(super) fn fit(doc: &Document, letters: Letters) -> Result<Value, serde_json::Error> {
    let mut blocks = Vec::with_capacity(doc.blocks.len());
    let mut headings = 0;
    let mut passages = Passages::default();
    let hosted = hosted(&doc.blocks);
    for stretch in stretches(&hosted) {
        let fitted = passages.fit(stretch);
        let block = match stretch.first() {
            Some(one) if fitted.is_empty() => one.block,
            _ => {
                blocks.extend(fitted.into_iter().map(|mut value| {
                    let limit = if matches!(value["kind"].as_str(), Some("p-table")) { LONG_WORD } else { LONG_LINE };
                    text(&mut value, letters, limit);
                    value
                }));
                continue;
            }
        };
        headings += usize::from(matches!(block, Block::Heading { .. }));
        let mut value = match block {
            Block::Table(table) => self::table(table, letters)?,
            Block::List(list) => json!({"kind": "list", "list": self::list(list)?}),
            other => serde_json::to_value(other)?,
        };
        let limit = match block {
            Block::Paragraph { .. } | Block::Quote { .. } | Block::Redline { .. } | Block::List(_) => LONG_LINE,
            _ => LONG_WORD,
        };
        text(&mut value, letters, limit);
        blocks.push(value);
    }
    let mut head = json!({
        "lang": doc.lang.code(),
        "title": doc.title,
        "subtitle": doc.subtitle,
        "promoters": doc.promoters,
        "number": doc.number,
        "date": doc.date,
        "fingerprint": doc.fingerprint,
        "labels": doc.labels,
        "summary": doc.summary,
    });
    text(&mut head, letters, LONG_WORD);
    if let Value::Object(head) = &mut head {
        head.insert("cover".into(), json!(!doc.short && headings + passages.headings > 1));
        head.insert("region".into(), json!(doc.lang.tag().get(3..)));
        head.insert("blocks".into(), Value::Array(blocks));
    }
    Ok(head)
}

fn list(list: &List) -> Result<Value, serde_json::Error> {
    let item = |item: &Item| -> Result<Value, serde_json::Error> {
        let inner = item.list.as_ref().map(self::list).transpose()?;
        Ok(json!({"spans": serde_json::to_value(&item.spans)?, "list": inner}))
    };
    let items = list.items.iter().map(item).collect::<Result<Vec<_>, _>>()?;
    Ok(json!({"ordered": list.ordered, "start": list.start.unwrap_or(1), "items": items}))
}

fn table(table: &Table, letters: Letters) -> Result<Value, serde_json::Error> {
    let widths = table.widths.clone().unwrap_or_default();
    let total: f32 = widths.iter().sum();
    let room = |column: usize| {
        let width = widths.get(column).copied().unwrap_or_default();
        (LINE_LETTERS * width / total).max(1.0)
    };
    let rows = table.rows.iter().map(|row| {
        let lines = row.iter().enumerate().map(|(column, cell)| {
            let letters = cell.iter().map(|s| s.text.chars().count()).sum();
            number(letters) / room(column)
        });
        json!({"cells": row, "whole": lines.fold(0.0, f32::max) < WHOLE_ROW})
    });
    // Words are hyphenated only in columns too narrow for their longest one.
    let tight = table.head.iter().enumerate().map(|(column, head)| {
        let cells = table.rows.iter().filter_map(|r| r.get(column)).flatten();
        let word = cells.map(|s| longest(&s.text)).max().unwrap_or_default();
        number(word.max(longest(head))) + 2.0 > room(column)
    });
    let tight: Vec<bool> = tight.collect();
    let head = table.head.iter().any(|h| !h.is_empty()).then_some(&table.head);
    let mut value = json!({
        "kind": "table",
        "caption": table.caption,
        "head": head,
        "rows": rows.collect::<Vec<_>>(),
        "numeric": table.numeric,
        "tight": tight,
    });
    text(&mut value, letters, LONG_WORD);
    if let Value::Object(map) = &mut value {
        map.insert("widths".into(), serde_json::to_value(widths)?);
    }
    Ok(value)
}

/// Fits every text inside a value; addresses and anchors, never printed, are left as they are.
fn text(value: &mut Value, letters: Letters, limit: usize) {
    match value {
        Value::String(s) => *s = printable(s, letters, limit),
        Value::Array(items) => items.iter_mut().for_each(|v| text(v, letters, limit)),
        Value::Object(map) => {
            for (key, v) in map.iter_mut() {
                let limit = if key == "fingerprint" { LONG_LINE } else { limit };
                if !matches!(key.as_str(), "link" | "anchor" | "place" | "kind" | "change" | "lang" | "file" | "role") {
                    text(v, letters, limit);
                }
            }
        }
        _ => {}
    }
}

/// A text in which every character has a glyph and every word fits on a line.
fn printable(text: &str, letters: Letters, limit: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.nfc().peekable();
    while let Some(base) = chars.next() {
        let glyph = known(base, letters);
        match base {
            '\n' | ' ' => out.push(base),
            // Joiners and variation selectors choose between looks of a character; none of our fonts has them all.
            '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | BREAK => {}
            _ if base.is_whitespace() && !glyph => out.push(' '),
            _ if glyph && !is_combining_mark(base) => out.push(base),
            _ => out.push_str(&code_point(base)),
        }
        // Marks are drawn with the letter they stand on: one font must have them all.
        let mut cluster = vec![base];
        while let Some(mark) = chars.next_if(|c| is_combining_mark(*c)) {
            cluster.push(mark);
            if letters == Letters::All && together(&cluster) {
                out.push(mark);
            } else {
                cluster.pop();
                out.push_str(&code_point(mark));
            }
        }
    }
    breakable(&out, limit)
}

fn known(c: char, letters: Letters) -> bool {
    match letters {
        Letters::All => ALL.contains(&c),
        Letters::TextFace => TEXT.contains(&c),
    }
}

fn together(cluster: &[char]) -> bool {
    faces().iter().any(|f| cluster.iter().all(|c| has(f, *c)))
}

fn code_point(c: char) -> String {
    format!("[U+{:04X}]", u32::from(c))
}

fn breakable(text: &str, limit: usize) -> String {
    let is_inside =
        |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ',' | '=' | '%' | '+' | '#' | '&' | '@' | '*');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_inside(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.chars().count() > limit {
            for (i, c) in word.chars().enumerate() {
                if i > 0 && i % CHUNK == 0 {
                    out.push(BREAK);
                }
                out.push(c);
            }
        } else {
            out.push_str(word);
        }
        let mut others = after.chars();
        out.extend(others.next());
        rest = others.as_str();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_is_printed_as_its_code_point() {
        assert_eq!(printable("perché 5 € – “sì”", Letters::All, LONG_WORD), "perché 5 € – “sì”");
        assert_eq!(printable("😀 中 Ж \u{e000}", Letters::All, LONG_WORD), "😀 [U+4E2D] Ж [U+E000]");
        assert_eq!(printable("e\u{301} x\u{301} 🧭\u{301}", Letters::All, LONG_WORD), "é x\u{301} 🧭[U+0301]");
        assert_eq!(printable("😀 Ж", Letters::TextFace, LONG_WORD), "[U+1F600] [U+0416]");
    }

    #[test]
    fn only_words_that_fit_no_line_may_be_broken_anywhere() {
        assert_eq!(breakable("precipitevolissimevolmente", LONG_WORD), "precipitevolissimevolmente");
        let broken = breakable(&format!("a {} b", "x".repeat(40)), LONG_WORD);
        assert_eq!(broken.replace(BREAK, ""), format!("a {} b", "x".repeat(40)));
        assert_eq!(broken.matches(BREAK).count(), 6);
    }
}
