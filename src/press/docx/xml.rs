//! The little XML there is to write.

/// Text with everything that XML would read as markup escaped. Characters XML cannot hold were removed before.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// A run of text with the properties given; line feeds become line breaks.
pub(super) fn run(properties: &str, text: &str) -> String {
    let mut out = String::from("<w:r>");
    if !properties.is_empty() {
        out.push_str("<w:rPr>");
        out.push_str(properties);
        out.push_str("</w:rPr>");
    }
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        out.push_str(&escape(line));
        out.push_str("</w:t>");
    }
    out.push_str("</w:r>");
    out
}

/// A paragraph of one style; `more` are further paragraph properties, in the order the schema wants.
pub(super) fn paragraph(style: &str, more: &str, content: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
    format!("<w:p><w:pPr>{style}{more}</w:pPr>{content}</w:p>")
}

/// A field with the text to show until it is worked out.
pub(super) fn field(properties: &str, instruction: &str, shown: &str) -> String {
    let rpr = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!(
        "<w:r>{rpr}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{rpr}<w:instrText xml:space=\"preserve\"> {instruction} \
         </w:instrText></w:r><w:r>{rpr}<w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r>{rpr}<w:fldChar \
         w:fldCharType=\"end\"/></w:r>",
        run(properties, shown)
    )
}
