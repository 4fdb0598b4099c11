//! New words for a passage, with its emphasis and links where its words stay. Pure.

use reader::compare::{Piece, redline};
use reader::{Block, Body, Span};

use super::source::plain_edges;

/// A sign of a passage, and how it is written.
#[derive(Clone)]
struct Styled {
    sign: char,
    style: Span,
}

/// A passage that says something else; none where it is no text (a table, an image).
pub fn reworded(block: &Block, text: &str) -> Option<Block> {
    let Body::Text(spans) = &block.body else { return None };
    let was = signs(spans);
    let plain: String = was.iter().map(|s| if s.sign == '\n' { ' ' } else { s.sign }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut out, mut at): (Vec<Styled>, usize) = (Vec::new(), 0);
    for piece in redline(&plain, &text) {
        match piece {
            Piece::Same(same) => {
                let n = same.chars().count();
                out.extend(was.iter().skip(at).take(n).cloned());
                at += n;
            }
            Piece::Removed(gone) => at += gone.chars().count(),
            Piece::Added(new) => {
                // New words within a stretch of one style have it; between two they have none.
                let inside = match (out.last(), was.get(at)) {
                    (Some(a), Some(b)) if a.style == b.style && a.style.link.is_none() => a.style.clone(),
                    _ => Span::default(),
                };
                out.extend(new.chars().map(|sign| Styled { sign, style: inside.clone() }));
            }
        }
    }
    let mut spans: Vec<Span> = Vec::new();
    for Styled { sign, style } in out {
        match spans.last_mut() {
            Some(last) if (last.bold, last.italic, &last.link) == (style.bold, style.italic, &style.link) => {
                last.text.push(sign);
            }
            _ => spans.push(Span { text: sign.to_string(), ..style }),
        }
    }
    Some(Block { body: Body::Text(plain_edges(&spans)), ..block.clone() })
}

/// Its signs, a run of white space being one: a line end where there is one in it.
fn signs(spans: &[Span]) -> Vec<Styled> {
    let mut out: Vec<Styled> = Vec::new();
    for span in spans {
        let style = Span { text: String::new(), ..span.clone() };
        for c in span.text.chars() {
            let blank = out.last().map(|last| last.sign.is_whitespace());
            match blank {
                _ if !c.is_whitespace() => out.push(Styled { sign: c, style: style.clone() }),
                None => {}
                Some(true) if c != '\n' => {}
                Some(blank) => {
                    if blank {
                        out.pop();
                    }
                    out.push(Styled { sign: if c == '\n' { '\n' } else { ' ' }, style: style.clone() });
                }
            }
        }
    }
    while out.last().is_some_and(|s| s.sign.is_whitespace()) {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::source::{block, inline};
    use super::*;
    use proptest::prelude::*;
    use reader::BlockKind;

    fn told(typed: &str, text: &str) -> String {
        let before = block(BlockKind::Paragraph, "", typed, None).unwrap();
        match reworded(&before, text).unwrap().body {
            Body::Text(spans) => inline(&spans, false),
            _ => panic!(),
        }
    }

    #[test]
    fn what_stays_keeps_its_look() {
        let table = [
            ("uno **due tre** quattro", "uno due tre cinque", "uno **due tre** cinque"),
            ("uno **due tre** quattro", "uno due nuovo tre quattro", "uno **due nuovo tre** quattro"),
            ("[il sito](https://example.org) aperto", "il sito chiuso", "[il sito](https://example.org) chiuso"),
            ("prima riga\nseconda riga", "prima riga seconda linea", "prima riga\nseconda linea"),
            ("*tutto* nuovo", "altro", "altro"),
        ];
        for (typed, text, meant) in table {
            assert_eq!(told(typed, text), meant, "{typed} / {text}");
        }
        let table = block(BlockKind::Table, "", "| a |", None).unwrap();
        assert!(reworded(&table, "b").is_none());
    }

    proptest! {
        /// Whatever it was, it says exactly the new words.
        #[test]
        fn it_says_what_was_proposed(typed in "[a-c*\\[\\] \n]{0,30}", text in "[a-c .]{1,30}") {
            let before = block(BlockKind::Paragraph, "", &typed, None).unwrap();
            let after = reworded(&before, &text).unwrap();
            prop_assert_eq!(after.text(), text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
