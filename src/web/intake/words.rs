//! Words this room's pages share: where things stand, what a number is called.

pub use crate::processes::staff_address as desk;

/// The first words of a text, on one line, with an ellipsis where it goes on.
pub fn first(text: &str, characters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= characters {
        return line;
    }
    let cut: String = line.chars().take(characters).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{}…", cut.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// Numbers in a text: `3,7` or `P-014 P-020`; nothing when something else stands between.
pub fn numbers(text: &str) -> Option<Vec<i32>> {
    let pieces = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|p| !p.is_empty());
    pieces
        .map(|p| p.strip_prefix("P-").or_else(|| p.strip_prefix("p-")).unwrap_or(p).parse().ok().filter(|n| *n > 0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(numbers("3, 7;12"), Some(vec![3, 7, 12]));
        assert_eq!(numbers(" P-014 p-20\n"), Some(vec![14, 20]));
        assert_eq!(numbers(""), Some(vec![]));
        assert_eq!(numbers("P-x"), None);
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        assert_eq!(first("uno  due\ntre", 20), "uno due tre");
        assert_eq!(first("uno due, tre", 9), "uno due…");
    }
}
