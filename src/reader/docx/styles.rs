//! What a paragraph's or a run's style says of it.

use crate::role::{Role, by_name};
use crate::xml::El;
use std::collections::HashMap;

/// Deepest chain of "based on" that is followed: a chain may be a circle.
const CHAIN: usize = 20;

/// All styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    outline: Option<u8>,
    numbering: Option<NumRef>,
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: Option<bool>,
}

/// A reference to a list: which, and which level of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumRef {
    /// The list; "0" means none.
    pub id: Option<String>,
    /// The level.
    pub level: Option<usize>,
}

impl NumRef {
    /// Reads a `numPr`.
    pub fn read(element: El<'_>) -> Self {
        Self {
            id: element.child("numId").and_then(|id| id.attr("val")).map(str::to_owned),
            level: element.child("ilvl").and_then(El::number).and_then(|level| usize::try_from(level).ok()),
        }
    }
}

/// An outline level as a heading level: 0 to 8 are headings 1 to 9, 9 is running text.
pub fn outline(properties: El<'_>) -> Option<u8> {
    properties.child("outlineLvl").and_then(El::number).and_then(|level| u8::try_from(level).ok())
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(top: El<'_>) -> Self {
        let mut styles = Self::default();
        let Some(list) = top.child("styles") else {
            return styles;
        };
        for element in list.children().filter(|element| element.name() == "style") {
            let Some(id) = element.attr("styleId") else {
                continue;
            };
            if element.attr("type") == Some("paragraph") && matches!(element.attr("default"), Some("1" | "true")) {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), Style::read(element));
        }
        styles
    }

    /// What the paragraph style is, by its outline level or its name, or its parents'.
    pub fn role(&self, id: Option<&str>) -> Role {
        for style in self.chain(id) {
            match style.outline {
                Some(level @ 0..=8) => return Role::Heading(level + 1),
                Some(_) => return Role::Plain,
                None => {}
            }
            let role = by_name(&style.name);
            if role != Role::Plain {
                return role;
            }
        }
        // Some writers name a style and never define it.
        id.filter(|id| !self.by_id.contains_key(*id)).map_or(Role::Plain, by_name)
    }

    /// The list a paragraph style belongs to.
    pub fn numbering<'s>(&'s self, id: Option<&'s str>) -> Option<&'s NumRef> {
        self.chain(id).find_map(|style| style.numbering.as_ref())
    }

    /// Bold by a character style.
    pub fn bold(&self, id: Option<&str>) -> bool {
        self.named(id).find_map(|style| style.bold).unwrap_or(false)
    }

    /// Italic by a character style.
    pub fn italic(&self, id: Option<&str>) -> bool {
        self.named(id).find_map(|style| style.italic).unwrap_or(false)
    }

    /// Hidden by a style.
    pub fn hidden(&self, id: Option<&str>) -> bool {
        self.named(id).find_map(|style| style.hidden).unwrap_or(false)
    }

    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        self.named(id.or(self.default_paragraph.as_deref()))
    }

    fn named<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let mut next = id;
        std::iter::from_fn(move || {
            let style = self.by_id.get(next?)?;
            next = style.parent.as_deref();
            Some(style)
        })
        .take(CHAIN)
    }
}

impl Style {
    fn read(element: El<'_>) -> Self {
        let value = |name: &str| element.child(name).and_then(|child| child.attr("val")).map(str::to_owned);
        let run = element.child("rPr");
        let paragraph = element.child("pPr");
        Self {
            name: value("name").unwrap_or_default(),
            parent: value("basedOn"),
            outline: paragraph.and_then(outline),
            numbering: paragraph.and_then(|it| it.child("numPr")).map(NumRef::read),
            bold: run.and_then(|it| it.flag("b")),
            italic: run.and_then(|it| it.flag("i")),
            hidden: run.and_then(|it| it.flag("vanish")),
        }
    }
}
