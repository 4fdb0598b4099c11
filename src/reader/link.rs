//! Which links survive.

/// The link, when it leads to the web, to mail or within the document; `None` for everything else (`javascript:`,
/// `file:`, relative paths). An address that begins with `www.` is one of the web, as word processors and Markdown take it (GFM 6.9).
pub fn safe(link: &str) -> Option<String> {
    let link = link.trim();
    if link.chars().any(|c| c.is_control()) {
        return None;
    }
    if link.len() > 1 && link.starts_with('#') {
        return Some(link.to_owned());
    }
    if link.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www.")) && link.len() > 4 {
        return Some(format!("http://{link}"));
    }
    let (scheme, rest) = link.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    (known && !rest.is_empty()).then(|| link.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_mail_and_anchors() {
        for good in ["https://example.org", "HTTP://example.org", "mailto:a@example.org", "#uno"] {
            assert_eq!(safe(good).as_deref(), Some(good));
        }
        assert_eq!(safe("www.example.org/a").as_deref(), Some("http://www.example.org/a"));
        for bad in
            ["www.", "javascript:alert(1)", "java\nscript:x", "file:///etc", "data:text/html,x", "doc.html", "#", "//x"]
        {
            assert_eq!(safe(bad), None, "{bad}");
        }
    }
}
