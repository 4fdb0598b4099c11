//! What is different about a passage besides its words: kind and level, number, emphasis, links, the cells of a table, the picture.
//! Pure. Which of it counts as what: decision 0041.

use reader::{Block, BlockKind, Body, Cell, Span};

/// One thing that is different about the form of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// What it is: a paragraph became a heading, a heading another level.
    Kind {
        /// As it was.
        from: BlockKind,
        /// As it is.
        to: BlockKind,
    },
    /// Its number; empty where there is none.
    Number {
        /// As it was.
        from: String,
        /// As it is.
        to: String,
    },
    /// What is strong or emphasised.
    Emphasis,
    /// Where a link leads, or which words are one.
    Link,
    /// Which cells of the table are one.
    Cells,
    /// Which cells of the table are headers.
    Headers,
    /// Another picture, under the same alternative text.
    Picture,
}

impl Facet {
    /// Whether it is one number in the place of another: that comes about by itself wherever something was put in before.
    pub fn renumbers(&self) -> bool {
        matches!(self, Self::Number { from, to } if !from.is_empty() && !to.is_empty())
    }

    /// Whether a reader finds something else there than before: another picture, another address.
    pub fn replaces(&self) -> bool {
        matches!(self, Self::Picture | Self::Link)
    }
}

/// What is different about the form of a passage. Of emphasis, links and cells it is said only where letters and figures are the
/// same: beside other words nobody can tell.
pub fn shape(before: &Block, after: &Block) -> Vec<Facet> {
    if before == after {
        return Vec::new();
    }
    let mut found = Vec::new();
    if before.kind != after.kind {
        found.push(Facet::Kind { from: before.kind, to: after.kind });
    }
    let number = |of: &Block| of.number.as_deref().unwrap_or("").trim().to_owned();
    let (from, to) = (number(before), number(after));
    if from != to {
        found.push(Facet::Number { from, to });
    }
    match (&before.body, &after.body) {
        (Body::Text(was), Body::Text(is)) => spans(&[was.as_slice()], &[is.as_slice()], &mut found),
        (Body::Table { rows: was }, Body::Table { rows: is }) => tables(was, is, &mut found),
        (Body::Figure { image: was, .. }, Body::Figure { image: is, .. }) if was != is => found.push(Facet::Picture),
        _ => {}
    }
    found
}

/// A letter or figure, whether it is strong and emphasised, and where it leads.
type Sign<'a> = (char, (bool, bool), Option<&'a str>);

/// Marks and spaces are left out: whether a full stop is strong, nobody sees, and of other quotation marks it is said elsewhere.
fn signs<'a>(of: &'a [&'a [Span]]) -> impl Iterator<Item = Sign<'a>> {
    of.iter().flat_map(|spans| spans.iter()).flat_map(|s| {
        let sign = move |c| (c, (s.bold, s.italic), s.link.as_deref().map(address));
        s.text.chars().filter(|c| c.is_alphanumeric()).map(sign)
    })
}

/// Where a link leads. The names of places within a document are the word processor's own, and new each time it is saved.
fn address(link: &str) -> &str {
    if link.starts_with('#') { "#" } else { link }
}

fn spans(was: &[&[Span]], is: &[&[Span]], found: &mut Vec<Facet>) {
    if !signs(was).map(|s| s.0).eq(signs(is).map(|s| s.0)) {
        return;
    }
    if !signs(was).map(|s| s.1).eq(signs(is).map(|s| s.1)) {
        found.push(Facet::Emphasis);
    }
    if !signs(was).map(|s| s.2).eq(signs(is).map(|s| s.2)) {
        found.push(Facet::Link);
    }
}

fn tables(was: &[Vec<Cell>], is: &[Vec<Cell>], found: &mut Vec<Facet>) {
    let words = |rows: &[Vec<Cell>]| -> Vec<String> {
        let cell = |c: &Cell| c.spans.iter().flat_map(|s| s.text.chars()).filter(|c| c.is_alphanumeric()).collect();
        rows.iter().flatten().map(cell).collect()
    };
    if words(was).concat() != words(is).concat() {
        return;
    }
    let layout = |rows: &[Vec<Cell>]| -> Vec<Vec<(u16, u16)>> {
        rows.iter().map(|row| row.iter().map(|c| (c.colspan, c.rowspan)).collect()).collect()
    };
    if layout(was) != layout(is) || words(was) != words(is) {
        found.push(Facet::Cells);
    } else if !was.iter().flatten().map(|c| c.header).eq(is.iter().flatten().map(|c| c.header)) {
        found.push(Facet::Headers);
    }
    let cells = |rows: &'_ [Vec<Cell>]| -> Vec<Vec<Span>> { rows.iter().flatten().map(|c| c.spans.clone()).collect() };
    let (was, is) = (cells(was), cells(is));
    spans(&slices(&was), &slices(&is), found);
}

fn slices(of: &[Vec<Span>]) -> Vec<&[Span]> {
    of.iter().map(Vec::as_slice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span { text: text.to_owned(), ..Span::default() }
    }

    fn bold(text: &str) -> Span {
        Span { bold: true, ..span(text) }
    }

    fn link(text: &str, to: &str) -> Span {
        Span { link: Some(to.to_owned()), ..span(text) }
    }

    fn block(kind: BlockKind, number: &str, spans: &[Span]) -> Block {
        let number = (!number.is_empty()).then(|| number.to_owned());
        Block { kind, body: Body::Text(spans.to_vec()), number }
    }

    fn text(spans: &[Span]) -> Block {
        block(BlockKind::Paragraph, "", spans)
    }

    fn cell(words: &str, colspan: u16, header: bool) -> Cell {
        Cell { spans: vec![span(words)], header, colspan, rowspan: 1 }
    }

    fn table(rows: Vec<Vec<Cell>>) -> Block {
        Block { kind: BlockKind::Table, body: Body::Table { rows }, number: None }
    }

    fn figure(image: &str) -> Block {
        let body = Body::Figure { alt: "Il parco".to_owned(), image: Some(image.to_owned()) };
        Block { kind: BlockKind::Figure, body, number: None }
    }

    #[test]
    fn each_difference_of_form_has_its_name() {
        let heading = |level| BlockKind::Heading { level };
        let item = |ordered| BlockKind::ListItem { depth: 0, ordered };
        let kind = |from, to| vec![Facet::Kind { from, to }];
        let number = |from: &str, to: &str| vec![Facet::Number { from: from.to_owned(), to: to.to_owned() }];
        let plain = |kind| block(kind, "", &[span("Il verde")]);
        let numbered = |n: &str| block(heading(2), n, &[span("Il verde")]);
        let grid = |a: u16, header| table(vec![vec![cell("Anno", a, header), cell("Spesa", 1, header)]]);
        let table_of: [(&str, Block, Block, Vec<Facet>); 18] = [
            ("nothing", text(&[span("Il verde")]), text(&[span("Il "), span("verde")]), vec![]),
            ("other words", text(&[span("Il verde")]), text(&[span("Il "), bold("giallo")]), vec![]),
            ("kind", plain(BlockKind::Paragraph), plain(heading(2)), kind(BlockKind::Paragraph, heading(2))),
            ("level", plain(heading(2)), plain(heading(3)), kind(heading(2), heading(3))),
            ("list", plain(item(false)), plain(item(true)), kind(item(false), item(true))),
            ("item", plain(item(false)), plain(BlockKind::Paragraph), kind(item(false), BlockKind::Paragraph)),
            ("number", numbered("3.1"), numbered("3.2"), number("3.1", "3.2")),
            ("number given", numbered(""), numbered("3.2"), number("", "3.2")),
            ("number gone", numbered("3.1"), numbered(""), number("3.1", "")),
            ("emphasis", text(&[span("Il verde")]), text(&[span("Il "), bold("verde")]), vec![Facet::Emphasis]),
            ("a strong full stop", text(&[span("Il verde.")]), text(&[span("Il verde"), bold(".")]), vec![]),
            ("quotation marks", text(&[bold("«Il» verde")]), text(&[span("“Il” verde")]), vec![Facet::Emphasis]),
            ("link", text(&[link("qui", "https://a.it")]), text(&[link("qui", "https://b.it")]), vec![Facet::Link]),
            ("no link", text(&[link("qui", "https://a.it")]), text(&[span("qui")]), vec![Facet::Link]),
            ("a place within", text(&[link("qui", "#_Toc1")]), text(&[link("qui", "#_Toc2")]), vec![]),
            ("cells", grid(1, true), grid(2, true), vec![Facet::Cells]),
            ("headers", grid(1, true), grid(1, false), vec![Facet::Headers]),
            ("picture", figure("a"), figure("b"), vec![Facet::Picture]),
        ];
        for (name, before, after, wanted) in table_of {
            assert_eq!(shape(&before, &after), wanted, "{name}");
        }
    }

    #[test]
    fn several_are_told_together_and_one_number_for_another_is_a_shift() {
        let before = block(BlockKind::Heading { level: 2 }, "3.1", &[span("Il verde")]);
        let after = block(BlockKind::Heading { level: 3 }, "3.1.1", &[bold("Il verde")]);
        assert_eq!(shape(&before, &after).len(), 3);
        let number = |from: &str, to: &str| Facet::Number { from: from.to_owned(), to: to.to_owned() };
        assert!(number("3.1", "3.2").renumbers() && !number("", "3.2").renumbers() && !number("3.1", "").renumbers());
        assert!(Facet::Picture.replaces() && Facet::Link.replaces() && !Facet::Emphasis.replaces());
    }
}
