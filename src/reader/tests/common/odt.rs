//! Builds small OpenDocument texts for tests.

use super::zip;

/// The type of the document, which stands first in the archive.
pub const MIME: &str = "application/vnd.oasis.opendocument.text";

/// A document with that text and everything else a test needs: styles, lists, a page header.
pub fn odt(text: &str) -> Vec<u8> {
    odt_with(text, &[])
}

/// The same with more parts.
pub fn odt_with(text: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let mut parts = vec![("mimetype", MIME), ("content.xml", &content), ("styles.xml", STYLES)];
    parts.extend(more);
    zip(&parts)
}

const AUTOMATIC: &str = r#"
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="Emphasis"/>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard" style:list-style-name="L1"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="I" loext:num-list-format="(%3%)"/>
</text:list-style>"#;

const STYLES: &str = r#"<office:document-styles><office:styles>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Caption" style:family="paragraph"/><style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
</office:styles><office:automatic-styles/><office:master-styles><style:master-page><style:header><text:p>Bozza riservata</text:p></style:header><style:footer><text:p>Pagina <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"#;

/// A heading.
pub fn h(level: u8, text: &str) -> String {
    format!(r#"<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text}</text:h>"#)
}

/// A paragraph in a style.
pub fn tp(style: &str, text: &str) -> String {
    format!(r#"<text:p text:style-name="{style}">{text}</text:p>"#)
}

/// An item of a list, with whatever stands in it.
pub fn li(content: &str) -> String {
    format!("<text:list-item>{content}</text:list-item>")
}

/// A list in a style.
pub fn list(style: &str, items: &str) -> String {
    format!(r#"<text:list text:style-name="{style}">{items}</text:list>"#)
}
