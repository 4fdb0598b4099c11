//! What a paragraph's or a stretch's style says of it.

use crate::role::{Role, by_name};
use crate::xml::El;
use std::collections::HashMap;

/// Deepest chain of parents that is followed: a chain may be a circle.
const CHAIN: usize = 20;

/// All styles of a document, by family and name.
#[derive(Debug, Default)]
pub struct Styles {
    paragraphs: HashMap<String, Style>,
    texts: HashMap<String, Style>,
    hidden_sections: HashMap<String, bool>,
}

#[derive(Debug, Default)]
struct Style {
    /// As people see it.
    name: String,
    parent: Option<String>,
    list: Option<String>,
    own: Look,
    /// Made by the word processor for one place, rather than by a person for many.
    automatic: bool,
}

/// How text looks, as far as a style says.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Struck through.
    pub struck: Option<bool>,
    /// Raised or lowered.
    pub raised: Option<bool>,
    /// Underlined, highlighted, or in capitals by its look only.
    pub drawn: Option<bool>,
}

impl Look {
    fn read(element: El<'_>) -> Self {
        let Some(properties) = element.child("text-properties") else {
            return Self::default();
        };
        let bold = |weight: &str| weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600);
        Self {
            bold: properties.attr("font-weight").map(bold),
            italic: properties.attr("font-style").map(|style| style != "normal"),
            hidden: properties.attr("display").map(|display| display == "none"),
            struck: properties.attr("text-line-through-style").map(|style| style != "none"),
            raised: properties.attr("text-position").map(|place| !place.starts_with('0')),
            drawn: ["text-underline-style", "background-color", "font-variant", "text-transform"]
                .iter()
                .filter_map(|name| properties.attr(name))
                .map(|value| !matches!(value, "none" | "normal" | "transparent"))
                .reduce(|one, other| one || other),
        }
    }

    const fn or(self, other: Self) -> Self {
        const fn first(one: Option<bool>, other: Option<bool>) -> Option<bool> {
            if one.is_some() { one } else { other }
        }
        Self {
            bold: first(self.bold, other.bold),
            italic: first(self.italic, other.italic),
            hidden: first(self.hidden, other.hidden),
            struck: first(self.struck, other.struck),
            raised: first(self.raised, other.raised),
            drawn: first(self.drawn, other.drawn),
        }
    }
}

impl Styles {
    /// Reads the styles of a part, automatic ones too; `content`: they are those of the text, not those of page headers.
    pub fn read(&mut self, part: El<'_>, content: bool) {
        let kinds: &[(&str, bool)] = if content { &[("automatic-styles", true)] } else { &[("styles", false)] };
        for (list, automatic) in kinds {
            for element in part.child(list).iter().flat_map(|it| it.children()).filter(|it| it.name() == "style") {
                self.style(element, *automatic);
            }
        }
    }

    fn style(&mut self, element: El<'_>, automatic: bool) {
        let Some(name) = element.attr("name") else {
            return;
        };
        let shown = element.attr("display-name").map_or_else(|| name.replace("_20_", " "), str::to_owned);
        let value = |key: &str| element.attr(key).map(str::to_owned);
        let style = Style {
            name: shown,
            parent: value("parent-style-name"),
            list: value("list-style-name"),
            own: Look::read(element),
            automatic,
        };
        match element.attr("family") {
            Some("paragraph") => self.paragraphs.insert(name.to_owned(), style),
            Some("text") => self.texts.insert(name.to_owned(), style),
            Some("section") => {
                let hidden = element.child("section-properties").is_some_and(|it| it.attr("display") == Some("none"));
                self.hidden_sections.insert(name.to_owned(), hidden);
                None
            }
            _ => None,
        };
    }

    /// What the paragraph style is, by its name or its parents'.
    pub fn role(&self, name: Option<&str>) -> Role {
        let known = chain(&self.paragraphs, name).map(|style| by_name(&style.name)).find(|role| *role != Role::Plain);
        // Some writers name a style and never define it.
        let unknown =
            name.filter(|name| !self.paragraphs.contains_key(*name)).map(|it| by_name(&it.replace("_20_", " ")));
        known.or(unknown).unwrap_or(Role::Plain)
    }

    /// The list style a paragraph style brings; "" switches off what its parents bring.
    pub fn list<'s>(&'s self, name: Option<&'s str>) -> Option<&'s str> {
        chain(&self.paragraphs, name).find_map(|style| style.list.as_deref()).filter(|list| !list.is_empty())
    }

    /// What was done to a whole paragraph by hand. What its named style does is its design, not emphasis.
    pub fn by_hand(&self, name: Option<&str>) -> Look {
        chain(&self.paragraphs, name).filter(|style| style.automatic).fold(Look::default(), |look, it| look.or(it.own))
    }

    /// How a stretch of text looks.
    pub fn text(&self, name: Option<&str>) -> Look {
        chain(&self.texts, name).fold(Look::default(), |look, style| look.or(style.own))
    }

    /// Whether a section's style hides it.
    pub fn hides(&self, section: Option<&str>) -> bool {
        section.and_then(|name| self.hidden_sections.get(name)).copied().unwrap_or(false)
    }
}

fn chain<'s>(styles: &'s HashMap<String, Style>, name: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
    let mut next = name;
    std::iter::from_fn(move || {
        let style = styles.get(next?)?;
        next = style.parent.as_deref();
        Some(style)
    })
    .take(CHAIN)
}
