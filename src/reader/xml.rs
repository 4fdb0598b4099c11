//! A small XML tree in one vector: no recursion in building or dropping it, bounded in depth and size. Names are kept
//! without prefix, because writers choose prefixes freely.

use crate::error::{ReadError, TooLarge};
use crate::limits;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// What of a format's XML is kept in memory.
#[derive(Debug)]
pub struct Vocabulary {
    /// The attributes that are read; the others (revision ids and authors, mostly) would only take memory.
    pub attributes: &'static [&'static str],
    /// Where text stands.
    pub texts: Texts,
}

/// Where text stands in a format's XML.
#[derive(Debug)]
pub enum Texts {
    /// Only in leaves of these names; white space between elements is nothing.
    Leaves(&'static [&'static str]),
    /// Between elements, too: each stretch becomes a child node named [`TEXT`].
    Mixed,
}

/// The name of a node that is a stretch of text within mixed content.
pub const TEXT: &str = "#text";

/// Index of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NodeId(pub usize);

/// An element, or a stretch of text.
#[derive(Debug)]
pub struct Node {
    /// The local name, or [`TEXT`].
    pub name: Box<str>,
    /// The text directly in it.
    pub text: String,
    /// The attributes that are kept.
    pub attributes: Vec<(&'static str, Box<str>)>,
    /// What is in it, in order.
    pub children: Vec<NodeId>,
}

/// A parsed part.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

/// A node of a tree; cheap to copy.
#[derive(Clone, Copy)]
pub struct El<'t> {
    tree: &'t Tree,
    node: &'t Node,
}

impl Tree {
    /// Parses a part of the package.
    pub fn parse(part: &str, xml: &str, vocabulary: &'static Vocabulary) -> Result<Self, ReadError> {
        let mut builder = Builder { vocabulary, nodes: vec![Node::new("")], open: vec![NodeId(0)], text: 0 };
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(|why| ReadError::damaged(part, why))? {
                Event::Start(start) => builder.element(&start, true)?,
                Event::Empty(start) => builder.element(&start, false)?,
                Event::End(_) => builder.close(),
                Event::Text(text) => builder.text(&text.xml10_content())?,
                Event::CData(text) => builder.text(&text.xml10_content())?,
                Event::GeneralRef(name) => builder.text(&entity(&name))?,
                // Neither OOXML nor OpenDocument may have one, and no entity is ever looked up.
                Event::DocType(_) => return Err(ReadError::damaged(part, "it declares a document type (DTD)")),
                Event::Eof => break,
                _ => {}
            }
        }
        if builder.open.len() > 1 {
            return Err(ReadError::damaged(part, "the XML ends too early"));
        }
        Ok(Self { nodes: builder.nodes })
    }

    /// A tree that another parser built; the first node is above the root element.
    pub fn of(nodes: Vec<Node>) -> Self {
        Self { nodes }
    }

    /// The node above the root element.
    pub fn top(&self) -> Option<El<'_>> {
        self.nodes.first().map(|node| El { tree: self, node })
    }
}

/// The text of an entity: XML's five and characters by number; no other is ever expanded.
pub fn entity(name: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    match &*name.xml10_content() {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => String::new(),
    }
}

struct Builder {
    vocabulary: &'static Vocabulary,
    nodes: Vec<Node>,
    open: Vec<NodeId>,
    /// How much text there is so far, in bytes.
    text: u64,
}

impl Builder {
    fn element(&mut self, start: &BytesStart<'_>, has_content: bool) -> Result<(), ReadError> {
        if self.open.len() > limits::XML_DEPTH {
            return Err(ReadError::too_large(TooLarge::Depth, limits::XML_DEPTH as u64));
        }
        let mut node = Node::new(start.local_name().into_inner());
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = attribute.key.local_name().into_inner();
            if let Some(kept) = self.vocabulary.attributes.iter().find(|kept| **kept == name) {
                let value = quick_xml::escape::unescape(&attribute.value)
                    .map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
                node.attributes.push((kept, value.into()));
            }
        }
        let id = self.add(node)?;
        if has_content {
            self.open.push(id);
        }
        Ok(())
    }

    fn add(&mut self, node: Node) -> Result<NodeId, ReadError> {
        if self.nodes.len() >= limits::XML_NODES {
            return Err(ReadError::too_large(TooLarge::Elements, limits::XML_NODES as u64));
        }
        let id = NodeId(self.nodes.len());
        self.nodes.push(node);
        if let Some(parent) = self.open.last().and_then(|parent| self.nodes.get_mut(parent.0)) {
            parent.children.push(id);
        }
        Ok(id)
    }

    fn text(&mut self, text: &str) -> Result<(), ReadError> {
        self.text += text.len() as u64;
        if self.text > limits::TEXT {
            return Err(ReadError::too_large(TooLarge::Text, limits::TEXT));
        }
        let Some(node) = self.open.last().and_then(|open| self.nodes.get_mut(open.0)) else {
            return Ok(());
        };
        match self.vocabulary.texts {
            Texts::Leaves(names) if names.contains(&&*node.name) => node.text.push_str(text),
            Texts::Leaves(_) => {}
            Texts::Mixed => self.stretch(text)?,
        }
        Ok(())
    }

    /// Text that follows text (after an entity) is one stretch with it.
    fn stretch(&mut self, text: &str) -> Result<(), ReadError> {
        let last = self.open.last().and_then(|open| self.nodes.get(open.0)).and_then(|open| open.children.last());
        let last = last.map(|id| id.0).and_then(|at| self.nodes.get_mut(at)).filter(|node| &*node.name == TEXT);
        match last {
            Some(node) => node.text.push_str(text),
            None => {
                let mut node = Node::new(TEXT);
                node.text.push_str(text);
                self.add(node)?;
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }
}

impl Node {
    /// An empty node.
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), text: String::new(), attributes: Vec::new(), children: Vec::new() }
    }
}

impl<'t> El<'t> {
    /// The local name.
    pub fn name(self) -> &'t str {
        &self.node.name
    }

    /// Which node it is, to be compared with others of the same tree.
    pub fn key(self) -> usize {
        std::ptr::from_ref(self.node).addr()
    }

    /// The text directly in it.
    pub fn text(self) -> &'t str {
        &self.node.text
    }

    /// An attribute by local name.
    pub fn attr(self, name: &str) -> Option<&'t str> {
        self.node.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
    }

    /// The `val` attribute as a number.
    pub fn number(self) -> Option<i64> {
        self.attr("val")?.trim().parse().ok()
    }

    /// The child elements.
    pub fn children(self) -> impl Iterator<Item = Self> {
        self.node
            .children
            .iter()
            .filter_map(move |id| self.tree.nodes.get(id.0).map(|node| Self { tree: self.tree, node }))
    }

    /// The first child of that name.
    pub fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// The child reached by a path of names.
    pub fn path(self, names: &[&str]) -> Option<Self> {
        names.iter().try_fold(self, |element, name| element.child(name))
    }

    /// An on/off property: present and not switched off.
    pub fn flag(self, name: &str) -> Option<bool> {
        self.child(name).map(|child| !matches!(child.attr("val"), Some("0" | "false" | "off" | "none")))
    }

    /// Every element below, in document order, without recursion.
    pub fn descendants(self) -> impl Iterator<Item = Self> {
        let mut stack: Vec<Self> = vec![self];
        std::iter::from_fn(move || {
            let next = stack.pop()?;
            let from = stack.len();
            stack.extend(next.children());
            stack.get_mut(from..).unwrap_or_default().reverse();
            Some(next)
        })
        .skip(1)
    }
}
