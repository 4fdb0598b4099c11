//! Tables that say what they hold and scroll inside themselves on a phone.

use maud::{Markup, html};

/// A table: `caption` says what it holds; columns marked `true` hold numbers; the first cell of a row names it.
pub fn table(caption: &str, columns: &[(&str, bool)], rows: &[Vec<Markup>]) -> Markup {
    let class = |n: usize| columns.get(n).is_some_and(|c| c.1).then_some("num");
    html! {
        div.table-scroll role="region" aria-label=(caption) tabindex="0" {
            table.table {
                caption.caption-top { (caption) }
                thead { tr { @for (name, number) in columns { th scope="col" class=[number.then_some("num")] { (name) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (n, cell) in row.iter().enumerate() {
                                @if n == 0 { th scope="row" class=[class(n)] { (cell) } }
                                @else { td class=[class(n)] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
