//! html5ever's tree builder onto our own tree, with bounds it does not have: its work grows with the square of the nesting
//! and of the attributes in a tag (servo/html5ever issues 788 and 289). Markup is handed to it tag by tag, and the bounds
//! are looked at between two tags.

use super::guard::{Guard, Pieces};
use crate::error::{ReadError, TooLarge};
use crate::limits;
use crate::xml::{Node, NodeId, TEXT, Tree};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The attributes that are kept.
const KEPT: &[&str] = &[
    "alt",
    "aria-level",
    "class",
    "colspan",
    "hidden",
    "href",
    "id",
    "name",
    "role",
    "rowspan",
    "src",
    "start",
    "style",
    "title",
    "type",
    "value",
];

/// Parses a page.
pub fn parse(markup: &str) -> Result<Tree, ReadError> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let mut parser = parse_document(Sink::new(), ParseOpts { tree_builder, ..ParseOpts::default() });
    let mut guard = Guard::default();
    for piece in Pieces(markup) {
        guard.before(piece)?;
        let before = parser.tokenizer.sink.sink.events.get();
        parser.process(StrTendril::from_slice(piece));
        let sink = &parser.tokenizer.sink.sink;
        if let Some((what, limit)) = sink.exceeded.get() {
            return Err(ReadError::too_large(what, limit as u64));
        }
        guard.after(sink.events.get() != before);
    }
    parser.finish()
}

/// A node as the builder knows it.
#[derive(Clone)]
struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

/// The tree that grows, and what it has used up.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// The parent of each, and how deep each stands.
    above: RefCell<Vec<(Option<NodeId>, usize)>>,
    attributes: Cell<usize>,
    text: Cell<usize>,
    events: Cell<u64>,
    exceeded: Cell<Option<(TooLarge, usize)>>,
}

impl Sink {
    fn new() -> Self {
        let sink = Self {
            nodes: RefCell::default(),
            above: RefCell::default(),
            attributes: Cell::new(0),
            text: Cell::new(0),
            events: Cell::new(0),
            exceeded: Cell::new(None),
        };
        sink.add(Node::new(""));
        sink
    }

    fn spoke(&self) {
        self.events.set(self.events.get() + 1);
    }

    fn add(&self, node: Node) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= limits::XML_NODES {
            self.exceeded.set(Some((TooLarge::Elements, limits::XML_NODES)));
        }
        nodes.push(node);
        self.above.borrow_mut().push((None, 0));
        NodeId(nodes.len() - 1)
    }

    fn parent(&self, of: NodeId) -> Option<NodeId> {
        self.above.borrow().get(of.0).and_then(|(parent, _)| *parent)
    }

    /// Puts a node under a parent, before one of its children or last.
    fn place(&self, parent: NodeId, child: NodeId, before: Option<NodeId>) {
        self.detach(child);
        let mut above = self.above.borrow_mut();
        let depth = above.get(parent.0).map_or(0, |(_, depth)| depth + 1);
        if depth > limits::XML_DEPTH {
            self.exceeded.set(Some((TooLarge::Depth, limits::XML_DEPTH)));
        }
        if let Some(entry) = above.get_mut(child.0) {
            *entry = (Some(parent), depth);
        }
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes.get_mut(parent.0) else {
            return;
        };
        // What is looked for was added late: from the end.
        let at = before.and_then(|before| parent.children.iter().rposition(|known| *known == before));
        parent.children.insert(at.unwrap_or(parent.children.len()), child);
    }

    fn detach(&self, child: NodeId) {
        let parent = self.above.borrow_mut().get_mut(child.0).and_then(|(parent, _)| parent.take());
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = parent.and_then(|parent| nodes.get_mut(parent.0))
            && let Some(at) = parent.children.iter().rposition(|known| *known == child)
        {
            parent.children.remove(at);
        }
    }

    /// Text that follows text is one stretch with it.
    fn write(&self, parent: NodeId, text: &str, before: Option<NodeId>) {
        self.text.set(self.text.get() + text.len());
        if self.text.get() as u64 > limits::TEXT {
            self.exceeded.set(Some((TooLarge::Text, usize::try_from(limits::TEXT).unwrap_or(usize::MAX))));
            return;
        }
        if before.is_none() {
            let mut nodes = self.nodes.borrow_mut();
            let last = nodes.get(parent.0).and_then(|parent| parent.children.last()).copied();
            if let Some(node) = last.and_then(|last| nodes.get_mut(last.0)).filter(|node| &*node.name == TEXT) {
                node.text.push_str(text);
                return;
            }
        }
        let mut node = Node::new(TEXT);
        node.text.push_str(text);
        let id = self.add(node);
        self.place(parent, id, before);
    }

    fn put(&self, parent: NodeId, child: NodeOrText<Handle>, before: Option<NodeId>) {
        self.spoke();
        match child {
            NodeOrText::AppendNode(node) => self.place(parent, node.id, before),
            NodeOrText::AppendText(text) => self.write(parent, &text, before),
        }
    }

    fn keep(&self, node: &mut Node, attributes: Vec<Attribute>) {
        for attribute in attributes {
            let kept = KEPT.iter().find(|kept| **kept == &*attribute.name.local);
            if let Some(kept) = kept.filter(|_| attribute.value.len() <= limits::ATTRIBUTE) {
                self.attributes.set(self.attributes.get() + attribute.value.len());
                if self.attributes.get() > limits::ATTRIBUTES {
                    self.exceeded.set(Some((TooLarge::Elements, limits::ATTRIBUTES)));
                    return;
                }
                node.attributes.push((kept, attribute.value.to_string().into()));
            }
        }
    }
}

fn plain_name() -> Rc<QualName> {
    Rc::new(QualName::new(None, html5ever::ns!(), html5ever::local_name!("")))
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Result<Tree, ReadError>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self::Output {
        match self.exceeded.get() {
            Some((what, limit)) => Err(ReadError::too_large(what, limit as u64)),
            None => bounded(Tree::of(self.nodes.into_inner())),
        }
    }

    /// No sign that a tag ended: the tokenizer complains within one, too.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn pop(&self, _: &Handle) {
        self.spoke();
    }

    fn get_document(&self) -> Handle {
        Handle { id: NodeId(0), name: plain_name() }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.spoke();
        let mut node = Node::new(&name.local);
        self.keep(&mut node, attributes);
        Handle { id: self.add(node), name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.spoke();
        Handle { id: self.add(Node::new("#comment")), name: plain_name() }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.id, child, None);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        if self.parent(element.id).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {
        self.spoke();
    }

    /// A template's content is a tree apart, which no page shows.
    fn get_template_contents(&self, _: &Handle) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = self.parent(sibling.id) {
            self.put(parent, child, Some(sibling.id));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        self.spoke();
        let mut more = Node::new("");
        self.keep(&mut more, attributes);
        if let Some(node) = self.nodes.borrow_mut().get_mut(target.id.0) {
            for (name, value) in more.attributes {
                if !node.attributes.iter().any(|(known, _)| *known == name) {
                    node.attributes.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.spoke();
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        self.spoke();
        let children = self.nodes.borrow_mut().get_mut(node.id.0).map(|node| std::mem::take(&mut node.children));
        for child in children.unwrap_or_default() {
            if let Some(entry) = self.above.borrow_mut().get_mut(child.0) {
                entry.0 = None;
            }
            self.place(parent.id, child, None);
        }
    }
}

/// The depth was reckoned while nodes still moved; what is walked is measured.
fn bounded(tree: Tree) -> Result<Tree, ReadError> {
    let mut level: Vec<_> = tree.top().into_iter().collect();
    let mut depth = 0;
    while !level.is_empty() {
        if depth > limits::XML_DEPTH {
            return Err(ReadError::too_large(TooLarge::Depth, limits::XML_DEPTH as u64));
        }
        level = level.into_iter().flat_map(|element| element.children().collect::<Vec<_>>()).collect();
        depth += 1;
    }
    Ok(tree)
}
