//! Lists: those of HTML, and those that Word writes as paragraphs with a label.

use super::css::declared;
use super::flow::{Flow, Walker};
use super::inline::{Look, all_text};
use crate::labels;
use crate::model::{BlockKind, Span, trim_spans};
use crate::ordinal::{columns, roman};
use crate::typed;
use crate::xml::El;

/// What bullets look like in the fonts that Word takes them from.
const BULLETS: &[&str] =
    &["·", "•", "§", "o", "Ø", "ü", "v", "q", "-", "–", "—", "▪", "◦", "●", "■", "□", "➢", "✓", "\u{f0b7}"];

/// A list item in Word's manner.
pub struct OfWord {
    /// 0 for the outermost.
    pub depth: u8,
    /// The label; `None` when it stands in the text.
    pub label: Option<String>,
}

impl<'t> Walker<'t> {
    /// A list; one within a list that is not in an item of it is deeper all the same.
    pub fn list(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        self.flush(flow);
        self.named(element);
        let ordered = element.name() == "ol";
        let start = element.attr("start").and_then(|start| start.trim().parse::<u32>().ok());
        let mut next = start.unwrap_or(1);
        flow.lists = flow.lists.saturating_add(1);
        for child in element.children() {
            if child.name() != "li" {
                self.children_of(child, look, flow);
                continue;
            }
            if self.marks.holds(child) {
                continue;
            }
            next = child.attr("value").and_then(|value| value.trim().parse().ok()).unwrap_or(next);
            let style = child.attr("type").or_else(|| element.attr("type")).unwrap_or("1");
            let number = ordered.then(|| figure(next, style));
            next = next.saturating_add(1);
            self.item(child, look, flow, number);
        }
        flow.lists = flow.lists.saturating_sub(1);
    }

    /// What stands in a list and is no item.
    fn children_of(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>) {
        if matches!(element.name(), "ul" | "ol") {
            self.list(element, look, flow);
        } else if super::marks::is_block(element) {
            self.block(element, look, flow);
        } else {
            self.piece(element, look, flow);
        }
    }

    /// One item; its further paragraphs are paragraphs.
    pub fn item(&mut self, element: El<'t>, look: &Look, flow: &mut Flow<'t>, number: Option<String>) {
        self.flush(flow);
        self.named(element);
        if flow.flat {
            flow.inline.label(labels::label(number.as_deref(), false, false));
            self.children(element, look, flow);
            return flow.inline.label(None);
        }
        let depth = flow.lists.saturating_sub(1);
        let before = flow.item.take();
        flow.item = Some((BlockKind::ListItem { depth, ordered: number.is_some() }, number));
        self.children(element, look, flow);
        self.flush(flow);
        flow.item = before;
    }
}

fn figure(value: u32, style: &str) -> String {
    match style {
        "a" => format!("{}.", columns(value)),
        "A" => format!("{}.", columns(value).to_uppercase()),
        "i" => format!("{}.", roman(value).to_lowercase()),
        "I" => format!("{}.", roman(value)),
        _ => format!("{value}."),
    }
}

/// Whether a paragraph is an item as Word writes it: `mso-list:l0 level2 lfo1`, or, saved "filtered", by its class alone.
pub fn of_word(element: El<'_>) -> Option<OfWord> {
    if let Some(list) = declared(element, "mso-list").filter(|it| it.contains("level")) {
        let level =
            list.split("level").nth(1).and_then(|rest| rest.split(' ').next()).and_then(|it| it.parse::<u8>().ok());
        let depth = level.unwrap_or(1).clamp(1, 9) - 1;
        let ignored = element
            .descendants()
            .find(|it| declared(*it, "mso-list").is_some_and(|it| it.eq_ignore_ascii_case("ignore")));
        return Some(OfWord { depth, label: ignored.map(all_text) });
    }
    let class = element.attr("class").unwrap_or_default().to_ascii_lowercase();
    (element.name() == "p" && class.starts_with("msolist")).then(|| OfWord { depth: indent(element), label: None })
}

/// Word indents each level by half an inch.
fn indent(element: El<'_>) -> u8 {
    let margin = declared(element, "margin-left").or_else(|| declared(element, "margin")?.split_whitespace().nth(3));
    let unit = |end: &str| margin.and_then(|it| it.strip_suffix(end)?.parse::<f32>().ok());
    let points = unit("pt").or_else(|| unit("cm").map(|it| it * 28.35)).or_else(|| unit("in").map(|it| it * 72.0));
    [54.0, 90.0, 126.0, 162.0, 198.0, 234.0]
        .iter()
        .zip(0..)
        .filter(|(edge, _)| points > Some(**edge))
        .map(|(_, at)| at + 1)
        .max()
        .unwrap_or(0)
}

/// The item a label makes: with a number, or with a bullet.
pub fn labelled(depth: u8, label: &str) -> (BlockKind, Option<String>) {
    let ordered = label.chars().any(char::is_alphanumeric) && !BULLETS.contains(&label);
    (BlockKind::ListItem { depth, ordered }, Some(label.to_owned()).filter(|_| ordered))
}

/// Whether an element is a list's label in LibreOffice's XHTML, which it writes beside the one a browser makes.
pub fn is_label(element: El<'_>) -> bool {
    let class = element.attr("class").unwrap_or_default();
    ["ListLabel_20_", "Bullet_20_Symbols", "Numbering_20_Symbols"].iter().any(|label| class.starts_with(label))
        && declared(element, "float").is_some()
}

/// An item whose label is written out: that one counts.
pub fn relabelled(item: (BlockKind, Option<String>), label: &str) -> (BlockKind, Option<String>) {
    match item {
        (BlockKind::ListItem { depth, .. }, _) if label.chars().any(char::is_alphanumeric) => labelled(depth, label),
        item => item,
    }
}

/// Takes the label off the head of the text. A bullet there is markup; a number is left, to be taken as a typed one.
pub fn label_in(depth: u8, spans: &mut Vec<Span>) -> Option<(BlockKind, Option<String>)> {
    trim_spans(spans);
    let first = spans.first_mut()?;
    let head = first.text.split(char::is_whitespace).next()?.to_owned();
    let more = first.text.len() > head.len();
    if more && BULLETS.contains(&head.as_str()) {
        first.text.drain(..head.len());
        trim_spans(spans);
        return Some((BlockKind::ListItem { depth, ordered: false }, None));
    }
    let ordered = typed::take(&mut spans.clone(), false).is_some();
    ordered.then_some((BlockKind::ListItem { depth, ordered: true }, None))
}
