//! Lists: an item's marks, one for each level that is not open yet.

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    /// Where the words of its items begin.
    indent: usize,
    /// The number of its last item and the sign after it; none for bullets.
    last: Option<(u32, char)>,
}

impl Lists {
    /// Begins an item. Gives what further lines begin with, and the number where no list of Markdown gives such a one: then it is
    /// text.
    pub(super) fn item<'n>(
        &mut self,
        out: &mut String,
        depth: u8,
        number: Option<&'n str>,
    ) -> (String, Option<&'n str>) {
        let depth = usize::from(depth).min(20);
        let counted = number.and_then(figure);
        if self.open.is_empty() {
            out.push('\n');
        }
        self.open.truncate(depth + 1);
        // The list at this depth goes on, or another begins: two that touch would be taken for one.
        let goes_on = match (self.open.get(depth).map(|open| open.last), counted) {
            (Some(Some((last, sign))), Some((value, mine))) => sign == mine && last + 1 == value,
            (Some(None), None) => true,
            (None, _) => true,
            _ => false,
        };
        if !goes_on {
            out.push_str("\n<!-- -->\n\n");
            self.open.clear();
        }
        let marker = counted.map_or_else(|| "-".to_owned(), |(value, sign)| format!("{value}{sign}"));
        let begins = self.open.len().min(depth);
        // What does not count from 1 is taken for more of the words above it, unless a line is left empty (CommonMark 0.31, 5.3).
        if begins > 0 && begins == depth && self.open.len() == depth && counted.is_some_and(|(value, _)| value != 1) {
            out.push('\n');
        }
        let mut column = if begins == 0 { 0 } else { self.open.get(begins - 1).map_or(0, |open| open.indent) };
        out.push_str(&" ".repeat(column));
        for _ in self.open.len()..depth {
            out.push_str("- ");
            column += 2;
            self.open.push(Open { indent: column, last: None });
        }
        out.push_str(&marker);
        out.push(' ');
        column += marker.len() + 1;
        self.open.truncate(depth);
        self.open.push(Open { indent: column, last: counted });
        (" ".repeat(column), number.filter(|_| counted.is_none()))
    }

    /// Something else comes.
    pub(super) fn end(&mut self) {
        self.open.clear();
    }
}

/// A number as Markdown's lists count: "3." or "3)".
fn figure(number: &str) -> Option<(u32, char)> {
    let sign = number.chars().next_back().filter(|c| matches!(c, '.' | ')'))?;
    let figures = number.strip_suffix(sign)?;
    let plain = (1..=9).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
    let plain = plain && (figures == "0" || !figures.starts_with('0'));
    plain.then(|| figures.parse().ok())?.map(|value| (value, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_within_an_item_may_begin_at_any_number() {
        let mut out = String::new();
        let mut lists = Lists::default();
        for (depth, number) in [(0, None), (1, Some("3.")), (1, Some("4.")), (0, None), (1, Some("1."))] {
            lists.item(&mut out, depth, number);
            out.push_str("x\n");
        }
        assert_eq!(out, "\n- x\n\n  3. x\n  4. x\n- x\n  1. x\n");
    }

    #[test]
    fn items_stand_where_they_belong() {
        let mut out = String::new();
        let mut lists = Lists::default();
        for (depth, number) in
            [(0, None), (1, Some("1.")), (1, Some("2.")), (1, Some("7.")), (2, Some("a)")), (0, None)]
        {
            let (_, left) = lists.item(&mut out, depth, number);
            out.push_str(&format!("{}x\n", left.map_or_else(String::new, |n| format!("{n} "))));
        }
        assert_eq!(out, "\n- x\n  1. x\n  2. x\n\n<!-- -->\n\n- 7. x\n     - a) x\n- x\n");
    }
}
