//! The little of CSS that tells what text is: emphasis, hiding, Word's outline levels. Not a parser of CSS: rules for one
//! class each, and the `style` of elements.

use crate::xml::{El, TEXT};
use std::collections::HashMap;

/// What a rule or a `style` says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Says {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Struck through.
    pub struck: Option<bool>,
    /// Word's outline level: 1 is the highest.
    pub level: Option<u8>,
}

/// The rules of a page, by class.
#[derive(Debug, Default)]
pub struct Sheets {
    classes: HashMap<String, Says>,
}

impl Sheets {
    /// Reads the `<style>` elements of a page.
    pub fn read(whole: El<'_>) -> Self {
        let mut sheets = Self::default();
        for style in whole.descendants().filter(|it| it.name() == "style") {
            let text: String = style.children().filter(|it| it.name() == TEXT).map(El::text).collect();
            for rule in text.split('}') {
                if let Some((selectors, declarations)) = rule.rsplit_once('{') {
                    sheets.rule(selectors, Says::read(declarations));
                }
            }
        }
        sheets
    }

    fn rule(&mut self, selectors: &str, says: Says) {
        if says == Says::default() {
            return;
        }
        // A comment may stand before the first selector.
        let selectors = selectors.rsplit_once("*/").map_or(selectors, |(_, after)| after);
        for selector in selectors.split(',') {
            if let Some((tag, class)) = selector.trim().split_once('.') {
                let simple = tag.chars().all(char::is_alphanumeric) && !class.contains([' ', '.', ':', '>', '[', '#']);
                if simple {
                    self.classes.insert(class.to_lowercase(), says);
                }
            }
        }
    }

    /// What is said of an element: by its `style`, or else by its classes.
    pub fn of(&self, element: El<'_>) -> Says {
        let mut says = element.attr("style").map(Says::read).unwrap_or_default();
        for class in element.attr("class").unwrap_or_default().split_whitespace() {
            if let Some(rule) = self.classes.get(&class.to_lowercase()) {
                says = says.or(*rule);
            }
        }
        if element.attr("hidden").is_some() {
            says.hidden = Some(true);
        }
        says
    }
}

impl Says {
    /// Reads declarations: `font-weight: bold; ...`.
    pub fn read(declarations: &str) -> Self {
        let mut says = Self::default();
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = value.trim().to_ascii_lowercase();
            match name.trim().to_ascii_lowercase().as_str() {
                "font-weight" => {
                    says.bold = Some(value.starts_with("bold") || value.parse::<u16>().is_ok_and(|it| it >= 600));
                }
                "font-style" => says.italic = Some(value.starts_with("italic") || value.starts_with("oblique")),
                "display" if value.starts_with("none") => says.hidden = Some(true),
                "visibility" if value.starts_with("hidden") => says.hidden = Some(true),
                "mso-hide" if value.starts_with("all") => says.hidden = Some(true),
                "text-decoration" | "text-decoration-line" if value.contains("line-through") => {
                    says.struck = Some(true)
                }
                "mso-outline-level" => says.level = value.parse().ok().filter(|level| (1..=9).contains(level)),
                _ => {}
            }
        }
        says
    }

    fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            level: self.level.or(other.level),
        }
    }
}

/// A declaration of an element's `style`, by name.
pub fn declared<'t>(element: El<'t>, name: &str) -> Option<&'t str> {
    element.attr("style")?.split(';').find_map(|declaration| {
        let (key, value) = declaration.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })
}
