//! Text as OpenDocument writes it: white space counts once unless it is said otherwise (part 3, 6.1.2).

pub(super) use crate::docx::escape;
use crate::model::Span;

/// A paragraph's content, as it is written.
pub(super) struct Line {
    /// The XML.
    pub(super) xml: String,
    /// The last sign: a space after it may be swallowed.
    last: char,
}

impl Line {
    /// An empty one.
    pub(super) const fn new() -> Self {
        Self { xml: String::new(), last: ' ' }
    }

    /// Adds stretches of text.
    pub(super) fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            let look = match (span.bold, span.italic) {
                (false, false) => None,
                (true, false) => Some("B"),
                (false, true) => Some("I"),
                (true, true) => Some("BI"),
            };
            let link = span.link.as_deref();
            if let Some(link) = link {
                let link = escape(link);
                self.xml.push_str(&format!(
                    "<text:a xlink:type=\"simple\" xlink:href=\"{link}\" text:style-name=\"Internet_20_link\">"
                ));
            }
            if let Some(look) = look {
                self.xml.push_str(&format!("<text:span text:style-name=\"{look}\">"));
            }
            self.text(&span.text);
            if look.is_some() {
                self.xml.push_str("</text:span>");
            }
            if link.is_some() {
                self.xml.push_str("</text:a>");
            }
        }
    }

    /// Names the place, where it has a name.
    pub(super) fn named(&mut self, anchor: Option<&str>) {
        if let Some(anchor) = anchor {
            self.xml.push_str(&format!("<text:bookmark text:name=\"{}\"/>", escape(anchor)));
        }
    }

    /// Adds text; a line feed is a line break.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' => self.xml.push_str("<text:line-break/>"),
                ' ' if matches!(self.last, ' ' | '\n') => self.xml.push_str("<text:s/>"),
                c => self.xml.push_str(&escape(c.encode_utf8(&mut [0; 4]))),
            }
            self.last = c;
        }
    }

    /// Adds what is no text.
    pub(super) fn raw(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_survive() {
        let mut line = Line::new();
        line.spans(&[Span::plain(" a  b "), Span::bold(" <c>\n d")]);
        let bold = "<text:span text:style-name=\"B\"><text:s/>&lt;c&gt;<text:line-break/><text:s/>d</text:span>";
        assert_eq!(line.xml, format!("<text:s/>a <text:s/>b {bold}"));
    }
}
