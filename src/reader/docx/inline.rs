//! What is within a paragraph: runs, links, fields, tracked changes, drawings.

use super::body::Walker;
use super::notes::Kind;
use super::package::Relations;
use crate::link;
use crate::model::{Span, push_span};
use crate::report::NoteKind;
use crate::sheet::Picture;
use crate::xml::El;

/// The content of a paragraph, as it is collected.
#[derive(Default)]
pub struct Inline<'t> {
    /// The text.
    pub spans: Vec<Span>,
    /// Text boxes that hang on the paragraph.
    pub boxes: Vec<El<'t>>,
    /// Images that hang on the paragraph.
    pub pictures: Vec<Picture>,
    /// Notes that are cited.
    pub cited: Vec<(Kind, String)>,
    pub(super) fields: Vec<Field>,
}

/// A complex field: its instruction comes before its result.
#[derive(Default)]
pub(super) struct Field {
    instruction: String,
    link: Option<String>,
}

/// How text looks at a point.
#[derive(Clone, Default)]
pub struct Look {
    bold: bool,
    italic: bool,
    hidden: bool,
    link: Option<String>,
}

impl Inline<'_> {
    fn push(&mut self, text: &str, look: &Look) {
        let link = look.link.clone().or_else(|| self.fields.iter().rev().find_map(|field| field.link.clone()));
        push_span(&mut self.spans, Span { text: text.to_owned(), bold: look.bold, italic: look.italic, link });
    }
}

impl Walker<'_> {
    /// Collects the children of a paragraph, or of anything within one.
    pub fn inline<'t>(&mut self, parent: El<'t>, look: &Look, relations: &Relations, out: &mut Inline<'t>) {
        for element in parent.children() {
            self.piece(element, look, relations, out);
        }
    }

    fn piece<'t>(&mut self, element: El<'t>, look: &Look, relations: &Relations, out: &mut Inline<'t>) {
        match element.name() {
            "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "delText" | "Fallback" => {}
            "bookmarkStart" => self.bookmark(element),
            "instrText" => collect_instruction(element, out),
            "del" => self.sheet.notes.count(NoteKind::DeletionsAccepted),
            "ins" => {
                self.sheet.notes.count(NoteKind::InsertionsAccepted);
                self.inline(element, look, relations, out);
            }
            // A move has two ends: it is counted where it left, read where it arrived.
            "moveFrom" => self.sheet.notes.count(NoteKind::MovesAccepted),
            "moveTo" => self.inline(element, look, relations, out),
            "r" => self.run(element, look, relations, out),
            "hyperlink" => {
                let look = Look { link: self.hyperlink(element, relations), ..look.clone() };
                self.inline(element, &look, relations, out);
            }
            "fldSimple" => {
                let look = Look { link: self.field_link(element.attr("instr").unwrap_or_default()), ..look.clone() };
                self.inline(element, &look, relations, out);
            }
            "oMath" => {
                self.sheet.notes.count(NoteKind::FormulaFlattened);
                self.inline(element, look, relations, out);
            }
            "drawing" | "pict" | "object" => self.drawing(element, relations, out),
            "AlternateContent" => {
                if let Some(choice) = element.child("Choice").or_else(|| element.child("Fallback")) {
                    self.inline(choice, look, relations, out);
                }
            }
            "txbxContent" => out.boxes.push(element),
            _ => self.sign(element, look, relations, out),
        }
    }

    fn run<'t>(&mut self, run: El<'t>, look: &Look, relations: &Relations, out: &mut Inline<'t>) {
        let mut look = look.clone();
        if let Some(properties) = run.child("rPr") {
            let style = properties.child("rStyle").and_then(|style| style.attr("val"));
            look.bold = properties.flag("b").unwrap_or_else(|| self.styles.bold(style));
            look.italic = properties.flag("i").unwrap_or_else(|| self.styles.italic(style));
            look.hidden = properties.flag("vanish").unwrap_or_else(|| self.styles.hidden(style));
            if properties.child("rPrChange").is_some() {
                self.sheet.notes.count(NoteKind::FormattingAccepted);
            }
            if properties.flag("strike") == Some(true) || properties.flag("dstrike") == Some(true) {
                self.sheet.notes.count(NoteKind::StrikeDropped);
            }
            let plain = |name: &str| properties.child(name).and_then(|it| it.attr("val")).is_none_or(|it| it == "none");
            let drawn = !plain("u") || !plain("highlight");
            let capital = properties.flag("caps") == Some(true) || properties.flag("smallCaps") == Some(true);
            // A link is underlined everywhere.
            if (drawn || capital) && look.link.is_none() && run.child("t").is_some() {
                self.sheet.notes.count(NoteKind::LookDropped);
            }
            let raised = properties.child("vertAlign").and_then(|it| it.attr("val"));
            if matches!(raised, Some("subscript" | "superscript"))
                && let Some(text) = run.child("t")
            {
                self.sheet.notes.add(NoteKind::RaisedFlattened, &self.place(), text.text());
            }
        }
        self.inline(run, &look, relations, out);
    }

    /// The leaves of a run; anything unknown is walked through, so that its text is kept.
    fn sign<'t>(&mut self, element: El<'t>, look: &Look, relations: &Relations, out: &mut Inline<'t>) {
        match element.name() {
            "t" if look.hidden => self.sheet.notes.add(NoteKind::HiddenText, &self.place(), element.text()),
            "t" => out.push(element.text(), look),
            "tab" | "ptab" => out.push("\t", look),
            "br" => out.push(if matches!(element.attr("type"), Some("page" | "column")) { " " } else { "\n" }, look),
            "cr" => out.push("\n", look),
            "noBreakHyphen" => out.push("\u{2011}", look),
            "sym" => self.symbol(element, look, out),
            "fldChar" => self.field(element, out),
            "footnoteReference" => out.cited.extend(cited(Kind::Footnote, element)),
            "endnoteReference" => out.cited.extend(cited(Kind::Endnote, element)),
            _ => self.inline(element, look, relations, out),
        }
    }

    fn symbol(&mut self, element: El<'_>, look: &Look, out: &mut Inline<'_>) {
        let code = element.attr("char").and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match code.and_then(char::from_u32).filter(|c| !c.is_control() && !('\u{E000}'..='\u{F8FF}').contains(c)) {
            Some(c) => out.push(&c.to_string(), look),
            None => {
                self.sheet.notes.count(NoteKind::SymbolReplaced);
                out.push("•", look);
            }
        }
    }

    fn field(&mut self, element: El<'_>, out: &mut Inline<'_>) {
        match element.attr("fldCharType") {
            Some("begin") if out.fields.len() < 50 => out.fields.push(Field::default()),
            Some("separate") => {
                if let Some(mut field) = out.fields.pop() {
                    field.link = self.field_link(&field.instruction);
                    out.fields.push(field);
                }
            }
            Some("end") => {
                out.fields.pop();
            }
            _ => {}
        }
    }

    fn hyperlink(&mut self, element: El<'_>, relations: &Relations) -> Option<String> {
        let anchor = element.attr("anchor").filter(|anchor| !anchor.is_empty());
        match element.attr("id").and_then(|id| relations.link(id)) {
            Some(address) => {
                let whole = anchor.map_or_else(|| address.to_owned(), |anchor| format!("{address}#{anchor}"));
                self.checked(&whole)
            }
            None => anchor.map(within),
        }
    }

    /// A name by which links and references find the place.
    pub fn bookmark(&mut self, element: El<'_>) {
        self.sheet.anchors.name(element.attr("name").unwrap_or_default());
    }

    /// `HYPERLINK "address" \l "anchor"`; a cross reference (`REF`, `PAGEREF`, `NOTEREF`) leads to the place it speaks of.
    fn field_link(&mut self, instruction: &str) -> Option<String> {
        let mut words = instruction.split_whitespace();
        if matches!(words.next(), Some("REF" | "PAGEREF" | "NOTEREF")) {
            return words.next().map(|to| within(to.trim_matches('"')));
        }
        let rest = instruction.trim().strip_prefix("HYPERLINK")?;
        let quoted = |text: &str| text.split('"').nth(1).map(str::to_owned);
        let (address, anchor) = rest.split_once("\\l").map_or((rest, None), |(head, tail)| (head, quoted(tail)));
        match (quoted(address).filter(|it| !it.is_empty()), anchor) {
            (Some(address), Some(anchor)) => self.checked(&format!("{address}#{anchor}")),
            (Some(address), None) => self.checked(&address),
            (None, anchor) => anchor.as_deref().map(within),
        }
    }

    fn checked(&mut self, address: &str) -> Option<String> {
        let safe = link::safe(address);
        if safe.is_none() {
            self.sheet.notes.add(NoteKind::LinkDropped, &self.place(), address);
        }
        safe
    }
}

/// A place within the document.
fn within(anchor: &str) -> String {
    format!("#{anchor}")
}

fn cited(kind: Kind, element: El<'_>) -> Option<(Kind, String)> {
    element.attr("id").map(|id| (kind, id.to_owned()))
}

fn collect_instruction(element: El<'_>, out: &mut Inline<'_>) {
    if let Some(field) = out.fields.last_mut().filter(|field| field.instruction.len() < 4096) {
        field.instruction.push_str(element.text());
    }
}
