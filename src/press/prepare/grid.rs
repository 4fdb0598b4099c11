//! Tables with merged cells, made rectangular: what each place of the grid holds.

use crate::passage::GridCell;

/// A table, every place of which is accounted for.
#[derive(Debug, PartialEq)]
pub(crate) struct Grid<'t> {
    /// How many columns.
    pub(crate) columns: usize,
    /// How many rows at the top are its head: all their cells are, and none reaches below.
    pub(crate) head: usize,
    /// The rows; what a cell to the left covers is not listed.
    pub(crate) rows: Vec<Vec<Slot<'t>>>,
}

/// A place of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Slot<'t> {
    /// A cell begins here; what it covers is what there is room for.
    Cell { cell: &'t GridCell, columns: usize, rows: usize },
    /// The cell above reaches down here, over so many columns.
    Below(usize),
    /// Nothing: the row was shorter than others.
    Empty,
}

impl Slot<'_> {
    /// How many columns it takes.
    pub(crate) fn width(&self) -> usize {
        match self {
            Self::Cell { columns, .. } | Self::Below(columns) => *columns,
            Self::Empty => 1,
        }
    }
}

/// Places the cells as HTML does: each at the first free column; a cell gives way to one that reaches down from above.
pub(crate) fn grid(table: &[Vec<GridCell>]) -> Grid<'_> {
    // For each column: rows that a cell above still covers, and how many columns it covers from here.
    let mut covered: Vec<(usize, usize)> = Vec::new();
    let mut rows = Vec::with_capacity(table.len());
    for (at, cells) in table.iter().enumerate() {
        let mut row = Vec::new();
        let mut column = skip(&covered, &mut row, 0);
        for cell in cells {
            let wanted = usize::from(cell.columns.max(1));
            let free = (column..column + wanted).take_while(|c| covered.get(*c).is_none_or(|it| it.0 == 0)).count();
            let (columns, high) = (free.max(1), usize::from(cell.rows.max(1)).min(table.len() - at));
            covered.resize(covered.len().max(column + columns), (0, 1));
            if let Some(first) = covered.get_mut(column) {
                *first = (high, columns);
            }
            for inside in covered.iter_mut().skip(column + 1).take(columns - 1) {
                *inside = (high, 0);
            }
            row.push(Slot::Cell { cell, columns, rows: high });
            column = skip(&covered, &mut row, column + columns);
        }
        // What reaches down behind the last cell; then the row is over for every column.
        while column < covered.len() {
            if covered.get(column).is_some_and(|c| c.0 == 0) {
                row.push(Slot::Empty);
                column += 1;
            }
            column = skip(&covered, &mut row, column);
        }
        covered.iter_mut().for_each(|c| c.0 = c.0.saturating_sub(1));
        rows.push(row);
    }
    let columns = covered.len();
    for row in &mut rows {
        let filled: usize = row.iter().map(Slot::width).sum();
        row.extend(std::iter::repeat_n(Slot::Empty, columns.saturating_sub(filled)));
    }
    let head = head(&rows);
    Grid { columns, head, rows }
}

/// Passes the columns that a cell above covers; says where the next free one is.
fn skip<'t>(covered: &[(usize, usize)], row: &mut Vec<Slot<'t>>, mut column: usize) -> usize {
    while let Some((_, wide)) = covered.get(column).copied().filter(|c| c.0 > 0) {
        row.push(Slot::Below(wide.max(1)));
        column += wide.max(1);
    }
    column
}

/// The rows at the top that are all head cells, unless one of them reaches below them, or nothing is left under them.
fn head(rows: &[Vec<Slot<'_>>]) -> usize {
    let all = |row: &&Vec<Slot<'_>>| {
        let head = |s: &Slot<'_>| !matches!(s, Slot::Cell { cell, .. } if !cell.head);
        row.iter().any(|s| matches!(s, Slot::Cell { .. })) && row.iter().all(head)
    };
    let count = rows.iter().take_while(all).count();
    let inside = |(at, row): (usize, &Vec<Slot<'_>>)| {
        row.iter().all(|s| !matches!(s, Slot::Cell { rows, .. } if at + rows > count))
    };
    if count < rows.len() && rows.iter().take(count).enumerate().all(inside) { count } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn cell(text: &str, columns: u16, rows: u16) -> GridCell {
        GridCell { spans: vec![Span::plain(text)], head: text.starts_with('*'), columns, rows }
    }

    fn drawn(table: &[Vec<GridCell>]) -> (usize, usize, Vec<String>) {
        let grid = grid(table);
        let slot = |s: &Slot<'_>| match s {
            Slot::Cell { cell, columns, rows } => format!("{}{columns}x{rows}", cell.spans[0].text),
            Slot::Below(n) => format!("v{n}"),
            Slot::Empty => "-".to_owned(),
        };
        let rows = grid.rows.iter().map(|r| r.iter().map(slot).collect::<Vec<_>>().join(" "));
        (grid.columns, grid.head, rows.collect())
    }

    #[test]
    fn every_place_is_accounted_for() {
        let table =
            [vec![cell("*a", 2, 1), cell("*b", 1, 1)], vec![cell("c", 1, 2), cell("d", 2, 1)], vec![cell("e", 1, 1)]];
        assert_eq!(drawn(&table), (3, 1, vec!["*a2x1 *b1x1".into(), "c1x2 d2x1".into(), "v1 e1x1 -".into()]));
        // A head that reaches into the body is none; a span beyond the last row ends there.
        let table = [vec![cell("*a", 1, 9), cell("*b", 1, 1)], vec![cell("c", 1, 1)]];
        assert_eq!(drawn(&table), (2, 0, vec!["*a1x2 *b1x1".into(), "v1 c1x1".into()]));
        // A wide cell that meets one from above gives way.
        let table = [vec![cell("a", 1, 1), cell("b", 1, 2)], vec![cell("c", 2, 1), cell("d", 1, 1)]];
        assert_eq!(drawn(&table), (3, 0, vec!["a1x1 b1x2 -".into(), "c1x1 v1 d1x1".into()]));
        // Wide and high at once.
        let table = [vec![cell("a", 2, 2), cell("b", 1, 1)], vec![cell("c", 1, 1)], vec![]];
        assert_eq!(drawn(&table), (3, 0, vec!["a2x2 b1x1".into(), "v2 c1x1".into(), "- - -".into()]));
    }
}
