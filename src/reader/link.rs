//! Which links survive.

/// The link, when it leads to the web, to mail or within the document; `None` for everything else (`javascript:`,
/// `file:`, relative paths).
pub fn safe(link: &str) -> Option<String> {
    let link = link.trim();
    if link.chars().any(|c| c.is_control()) {
        return None;
    }
    if link.len() > 1 && link.starts_with('#') {
        return Some(link.to_owned());
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
        for bad in ["javascript:alert(1)", "java\nscript:x", "file:///etc", "data:text/html,x", "doc.html", "#", "//x"]
        {
            assert_eq!(safe(bad), None, "{bad}");
        }
    }
}
