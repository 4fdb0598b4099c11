//! Tables: merged cells, header rows.

use super::body::Walker;
use super::notes::Flat;
use crate::model::{Cell, Span, push_span, trim_spans};
use crate::report::NoteKind;
use crate::xml::El;
use std::collections::HashMap;

/// Where the cell that covers a column began: row and index in it.
type Origins = HashMap<u32, (usize, usize)>;

impl Walker<'_> {
    /// Reads a table into one block, then the notes its cells cite.
    pub fn table(&mut self, table: El<'_>) {
        let mut rows = Vec::new();
        let mut elements = Vec::new();
        self.rows(table, &mut elements);
        let mut hanging = Flat::default();
        let mut origins = Origins::new();
        let mut in_head = true;
        for row in elements {
            in_head = in_head && row.child("trPr").and_then(|it| it.flag("tblHeader")) == Some(true);
            self.row(row, in_head, &mut rows, &mut origins, &mut hanging);
        }
        self.sheet.table(rows);
        self.sheet.figures_moved(hanging.pictures);
        self.hand_out(hanging.cited);
    }

    /// The rows, also those wrapped in controls; not those a tracked change deleted.
    fn rows<'t>(&mut self, parent: El<'t>, out: &mut Vec<El<'t>>) {
        for element in parent.children() {
            match element.name() {
                "tr" if element.child("trPr").is_some_and(|it| it.child("del").is_some()) => {
                    self.sheet.notes.count(NoteKind::DeletionsAccepted);
                }
                "tr" => {
                    if element.child("trPr").is_some_and(|it| it.child("ins").is_some()) {
                        self.sheet.notes.count(NoteKind::InsertionsAccepted);
                    }
                    out.push(element);
                }
                "bookmarkStart" => self.bookmark(element),
                "tblPr" | "tblGrid" | "sdtPr" => {}
                _ => self.rows(element, out),
            }
        }
    }

    fn row(&mut self, row: El<'_>, header: bool, rows: &mut Vec<Vec<Cell>>, origins: &mut Origins, hanging: &mut Flat) {
        let before = row.path(&["trPr", "gridBefore"]).and_then(El::number).map_or(0, within);
        let mut column = u32::from(before);
        let mut cells = Vec::new();
        if before > 0 {
            cells.push(Cell { spans: Vec::new(), header, colspan: before, rowspan: 1 });
        }
        row.children().filter(|it| it.name() == "bookmarkStart").for_each(|it| self.bookmark(it));
        let mut elements = Vec::new();
        cells_of(row, &mut elements);
        elements.retain(|cell| {
            let deleted = cell.path(&["tcPr", "cellDel"]).is_some();
            if deleted {
                self.sheet.notes.count(NoteKind::DeletionsAccepted);
            }
            !deleted
        });
        for element in elements {
            let properties = element.child("tcPr");
            let colspan = properties.and_then(|it| it.child("gridSpan")).and_then(El::number).map_or(1, within).max(1);
            let merge = properties.and_then(|it| it.child("vMerge")).map(|it| it.attr("val") == Some("restart"));
            let mut flat = Flat::default();
            let relations = self.relations;
            self.flatten(element, relations, &mut flat);
            if flat.listed {
                self.sheet.list_in_cell(&flat.spans);
            }
            hanging.pictures.append(&mut flat.pictures);
            hanging.cited.append(&mut flat.cited);
            let mut spans = flat.spans;
            trim_spans(&mut spans);
            if merge != Some(false) || !extend(rows, origins.get(&column), &mut spans) {
                let here = (rows.len(), cells.len());
                if merge == Some(true) {
                    origins.insert(column, here)
                } else {
                    origins.remove(&column)
                };
                cells.push(Cell { spans, header, colspan, rowspan: 1 });
            }
            column = column.saturating_add(u32::from(colspan));
        }
        rows.push(cells);
    }
}

/// A cell that continues the one above: that one grows, and takes what text there is.
fn extend(rows: &mut [Vec<Cell>], origin: Option<&(usize, usize)>, spans: &mut Vec<Span>) -> bool {
    let Some(above) = origin.and_then(|(row, at)| rows.get_mut(*row)?.get_mut(*at)) else {
        return false;
    };
    above.rowspan = above.rowspan.saturating_add(1);
    if !spans.is_empty() && !above.spans.is_empty() {
        push_span(&mut above.spans, Span { text: "\n".to_owned(), ..Span::default() });
    }
    spans.drain(..).for_each(|span| push_span(&mut above.spans, span));
    true
}

fn cells_of<'t>(parent: El<'t>, out: &mut Vec<El<'t>>) {
    for element in parent.children() {
        match element.name() {
            "tc" => out.push(element),
            "trPr" | "tblPrEx" | "sdtPr" => {}
            _ => cells_of(element, out),
        }
    }
}

/// A span as a file states it, kept within what a browser takes.
fn within(value: i64) -> u16 {
    u16::try_from(value.clamp(0, 1000)).unwrap_or(1)
}
