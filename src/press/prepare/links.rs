//! Links: what they may lead to.

use std::collections::HashSet;

use super::{Place, text::slug};

/// Longer addresses are printed as text: no reader follows them reliably.
const MAX_LINK: usize = 2_000;

/// What a link may lead to.
pub(super) struct Links {
    pub(super) anchors: HashSet<String>,
    pub(super) base: Option<String>,
    pub(super) place: Place,
}

impl Links {
    /// The address or `#anchor` a link leads to, or nothing when it may not be one.
    pub(super) fn resolve(&self, link: &str) -> Option<String> {
        let link: String = link.trim().chars().filter(|c| !c.is_control()).collect();
        if link.len() > MAX_LINK {
            return None;
        }
        if let Some(anchor) = link.strip_prefix('#') {
            let anchor = slug(anchor);
            return self.anchors.contains(&anchor).then(|| format!("#{anchor}"));
        }
        if link.starts_with('/') && !link.starts_with("//") {
            return match (self.place, &self.base) {
                (Place::Site, _) => Some(uri(&link)),
                (Place::File, Some(base)) => self.resolve(&format!("{}{link}", base.trim_end_matches('/'))),
                (Place::File, None) => None,
            };
        }
        let scheme = link.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let address = matches!(scheme.as_str(), "http" | "https") && link[scheme.len()..].starts_with("://");
        let mail = scheme == "mailto" && link.len() > "mailto:".len();
        (address || mail).then(|| uri(&link))
    }
}

/// Percent-encodes what may not stand in an address.
fn uri(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for byte in link.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_and_known_anchors_stay_links() {
        let links = |place, base: Option<&str>| Links {
            anchors: HashSet::from(["fasi".to_owned()]),
            base: base.map(str::to_owned),
            place,
        };
        let file = links(Place::File, None);
        assert_eq!(file.resolve("https://example.org/è b").as_deref(), Some("https://example.org/%C3%A8%20b"));
        assert_eq!(file.resolve("mailto:a@example.org").as_deref(), Some("mailto:a@example.org"));
        assert_eq!(file.resolve("#fasi").as_deref(), Some("#fasi"));
        for bad in [
            "#altro",
            "javascript:alert(1)",
            "java\u{0}script:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "http:x",
            "/piano",
            "",
        ] {
            assert_eq!(file.resolve(bad), None, "{bad}");
        }
        assert_eq!(links(Place::Site, None).resolve("/piano").as_deref(), Some("/piano"));
        let based = links(Place::File, Some("https://example.org/"));
        assert_eq!(based.resolve("/piano").as_deref(), Some("https://example.org/piano"));
    }
}
