//! Tables: merged cells, header rows.

use super::body::Walker;
use super::inline::Inline;
use crate::model::{Cell, trim_spans};
use crate::xml::El;

impl Walker {
    /// Reads a table into one block, then the images and notes of its cells.
    pub fn table(&mut self, table: El<'_>) {
        self.named_as(table, &["table"]);
        let mut rows = Vec::new();
        let mut hanging = Inline::default();
        self.rows(table, false, &mut rows, &mut hanging);
        self.sheet.table(rows);
        self.sheet.figures_moved(hanging.pictures);
        self.hand_out(hanging.noted);
    }

    fn rows(&mut self, parent: El<'_>, header: bool, rows: &mut Vec<Vec<Cell>>, hanging: &mut Inline<'_>) {
        for element in parent.children() {
            match element.name() {
                "table-row" => rows.push(self.row(element, header, hanging)),
                "table-header-rows" => self.rows(element, true, rows, hanging),
                "table-rows" | "table-row-group" => self.rows(element, header, rows, hanging),
                _ => {}
            }
        }
    }

    /// A covered cell is not there; should one hold text all the same, it stands as a cell of its own.
    fn row(&mut self, row: El<'_>, header: bool, hanging: &mut Inline<'_>) -> Vec<Cell> {
        let mut cells = Vec::new();
        for element in row.children().filter(|it| matches!(it.name(), "table-cell" | "covered-table-cell")) {
            let mut flat = Inline::default();
            self.flatten(element, &mut flat);
            hanging.pictures.append(&mut flat.pictures);
            hanging.noted.append(&mut flat.noted);
            trim_spans(&mut flat.spans);
            if flat.listed {
                self.sheet.list_in_cell(&flat.spans);
            }
            if element.name() == "covered-table-cell" && flat.spans.is_empty() {
                continue;
            }
            let spans = flat.spans;
            let (colspan, rowspan) = (span(element, "number-columns-spanned"), span(element, "number-rows-spanned"));
            cells.push(Cell { spans, header, colspan, rowspan });
        }
        cells
    }
}

/// A span as a file states it, kept within what a browser takes.
fn span(cell: El<'_>, name: &str) -> u16 {
    cell.attr(name)
        .and_then(|value| value.parse::<u64>().ok())
        .map_or(1, |n| u16::try_from(n.clamp(1, 1000)).unwrap_or(1))
}
