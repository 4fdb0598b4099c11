//! Tables of Markdown: no merged cells there.

use super::Walker;
use crate::error::ReadError;
use crate::model::{Block, BlockKind, Body, Cell, trim_spans};
use crate::reconcile::Draft;
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
            rows.push(cells);
        }
        if rows.iter().flatten().any(|cell| !cell.spans.is_empty()) {
            let block = Block { kind: BlockKind::Table, body: Body::Table { rows }, number: None };
            self.out.push(Draft { block, typed: false });
        }
        self.hand_out()
    }
}
