//! Sections: the page, and how many columns it has.

/// Width of the text on the page, in twentieths of a point: A4 with margins of 26 mm.
pub(super) const TEXT_WIDTH: u32 = 8_957;

/// Where a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// On a new page.
    Page,
    /// Where the one before ends.
    Here,
}

/// The properties of a section. Only the first names header and footer: later ones inherit them.
pub(super) fn properties(begins: Begins, columns: u32, first: bool) -> String {
    let (parts, title) = if first {
        (
            "<w:headerReference w:type=\"default\" r:id=\"rHeader\"/><w:footerReference w:type=\"default\" r:id=\"rFooter\"/>\
             <w:footerReference w:type=\"first\" r:id=\"rFooter\"/>",
            "<w:titlePg/>",
        )
    } else {
        ("", "")
    };
    let kind = match begins {
        Begins::Page => "nextPage",
        Begins::Here => "continuous",
    };
    format!(
        "<w:sectPr>{parts}<w:type w:val=\"{kind}\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1814\" \
         w:right=\"1474\" w:bottom=\"1701\" w:left=\"1474\" w:header=\"850\" w:footer=\"737\" w:gutter=\"0\"/><w:cols \
         w:num=\"{columns}\" w:space=\"397\"/>{title}</w:sectPr>"
    )
}
