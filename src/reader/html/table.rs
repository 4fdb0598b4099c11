//! Tables: merged cells, header rows, captions.

use super::flow::{Flow, Walker};
use super::inline::{Inline, Look};
use crate::model::{BlockKind, Cell, trim_spans};
use crate::report::NoteKind;
use crate::xml::El;

impl<'t> Walker<'t> {
    /// Reads a table into one block, after its caption and before the images and notes of its cells.
    pub fn table(&mut self, table: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        self.flush(flow);
        self.named(table);
        if flow.flat {
            self.sheet.notes.add(NoteKind::NestedTable, &self.sheet.place(), "");
            return self.within(table, look, flow);
        }
        let mut rows = Vec::new();
        let mut hanging = Inline::default();
        // What the table is called is not what its caption is called.
        let names = self.sheet.anchors.take();
        for part in table.children() {
            match part.name() {
                "caption" => {
                    let mut flat = Flow::new(true);
                    self.children(part, &Look::default(), &mut flat);
                    self.sheet.text(flat.inline.spans, BlockKind::Caption, None);
                    hanging.cited.append(&mut flat.inline.cited);
                    hanging.pictures.append(&mut flat.inline.pictures);
                }
                "thead" => self.rows(part, true, &mut rows, &mut hanging),
                "tbody" | "tfoot" => self.rows(part, false, &mut rows, &mut hanging),
                _ => {}
            }
        }
        self.sheet.anchors.put(names);
        self.sheet.table(rows);
        self.sheet.figures_moved(hanging.pictures);
        self.hand_out(hanging.cited);
    }

    /// A table within a cell: the text of its cells, each on a line.
    fn within(&mut self, part: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        for child in part.children() {
            match child.name() {
                "td" | "th" | "caption" => {
                    self.flush(flow);
                    self.named(child);
                    self.children(child, look, flow);
                    self.flush(flow);
                }
                _ => self.within(child, look, flow),
            }
        }
    }

    fn rows(&mut self, part: El<'t>, head: bool, rows: &mut Vec<Vec<Cell>>, hanging: &mut Inline<'t>) {
        for row in part.children().filter(|it| it.name() == "tr") {
            self.named(row);
            let mut cells = Vec::new();
            for element in row.children().filter(|it| matches!(it.name(), "td" | "th")) {
                let mut flat = Flow::new(true);
                self.named(element);
                self.children(element, &Look::default(), &mut flat);
                let mut inline = flat.inline;
                hanging.pictures.append(&mut inline.pictures);
                hanging.cited.append(&mut inline.cited);
                trim_spans(&mut inline.spans);
                if inline.listed {
                    self.sheet.list_in_cell(&inline.spans);
                }
                let header = head || element.name() == "th";
                let (colspan, rowspan) = (span(element, "colspan"), span(element, "rowspan"));
                cells.push(Cell { spans: inline.spans, header, colspan, rowspan });
            }
            rows.push(cells);
        }
    }
}

/// A span as a file states it, kept within what a browser takes.
fn span(cell: El<'_>, name: &str) -> u16 {
    let value = cell.attr(name).and_then(|value| value.trim().parse::<u64>().ok());
    value.map_or(1, |n| u16::try_from(n.clamp(1, 1000)).unwrap_or(1))
}
