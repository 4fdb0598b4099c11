//! Tables with merged cells.

use super::{body::Body, text::Line};
use crate::{
    passage::GridCell,
    prepare::{
        grid::{Slot, grid},
        passages::widths,
    },
};

impl Body {
    /// A table. Its name stands in its first cell.
    pub(super) fn table(&mut self, rows: &[Vec<GridCell>], mut anchor: Option<&str>) {
        let grid = grid(rows);
        self.tables += 1;
        self.xml.push_str(&format!("<table:table table:name=\"Tabella{}\" table:style-name=\"Table\">", self.tables));
        for weight in widths(&grid) {
            let width = self.width(weight);
            self.xml.push_str(&format!("<table:table-column table:style-name=\"W{width}\"/>"));
        }
        for (at, row) in grid.rows.iter().enumerate() {
            let head = at < grid.head;
            if head && at == 0 {
                self.xml.push_str("<table:table-header-rows>");
            }
            self.xml.push_str("<table:table-row>");
            row.iter().for_each(|slot| self.slot(slot, head, anchor.take()));
            self.xml.push_str("</table:table-row>");
            if head && at + 1 == grid.head {
                self.xml.push_str("</table:table-header-rows>");
            }
        }
        self.xml.push_str("</table:table>");
    }

    fn slot(&mut self, slot: &Slot<'_>, head: bool, anchor: Option<&str>) {
        let (cell, text) = if head { ("HeadCell", "Table_20_Heading") } else { ("Cell", "Table_20_Contents") };
        match slot {
            Slot::Cell { cell: of, columns, rows } => {
                let mut line = Line::new();
                line.named(anchor);
                line.spans(&of.spans);
                self.xml.push_str(&format!(
                    "<table:table-cell table:style-name=\"{cell}\" office:value-type=\"string\" \
                     table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\"><text:p \
                     text:style-name=\"{text}\">{}</text:p></table:table-cell>{}",
                    line.xml,
                    "<table:covered-table-cell/>".repeat(columns - 1)
                ));
            }
            Slot::Below(columns) => self.xml.push_str(&"<table:covered-table-cell/>".repeat(*columns)),
            Slot::Empty => self.xml.push_str(&format!(
                "<table:table-cell table:style-name=\"{cell}\"><text:p text:style-name=\"{text}\"/></table:table-cell>"
            )),
        }
    }
}
