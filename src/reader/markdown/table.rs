//! Tables of Markdown: no merged cells there.

use super::Walker;
use crate::error::ReadError;
use crate::model::{Cell, trim_spans};
use comrak::nodes::{Node, NodeValue};

impl<'a> Walker<'a> {
    pub(super) fn table(&mut self, table: Node<'a>, level: usize) -> Result<(), ReadError> {
        let mut rows = Vec::new();
        for row in table.children() {
            let header = matches!(row.data().value, NodeValue::TableRow(true));
            let mut cells = Vec::new();
            for cell in row.children() {
                let mut spans = self.spans(cell, level)?;
                trim_spans(&mut spans);
                cells.push(Cell { spans, header, colspan: 1, rowspan: 1 });
            }
            // A head with nothing in it is there because Markdown's tables must have one.
            if !(header && cells.iter().all(|cell| cell.spans.is_empty())) {
                rows.push(cells);
            }
        }
        self.sheet.table(rows);
        self.hand_out()
    }
}
