//! The parts of a Word document, and what leads from one to another.

use super::VOCABULARY;
use crate::archive::Archive;
use crate::error::ReadError;
use crate::xml::Tree;
use std::collections::HashMap;

/// An open document.
pub struct Package<'b> {
    archive: Archive<'b>,
}

/// The targets of a part's relationships.
#[derive(Debug, Default)]
pub struct Relations {
    targets: HashMap<String, Relation>,
}

#[derive(Debug)]
struct Relation {
    kind: String,
    target: String,
    external: bool,
}

impl<'b> Package<'b> {
    /// Opens the archive; refuses one that holds a program (Word's macros).
    pub fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let archive = Archive::open(bytes)?;
        if archive.names().any(|name| is_program(&name)) {
            return Err(ReadError::Program);
        }
        Ok(Self { archive })
    }

    /// The text of a part, `None` when there is no such part.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, ReadError> {
        self.archive.text(part)
    }

    /// The bytes of a part, at most `limit` of them.
    pub fn bytes(&mut self, part: &str, limit: u64) -> Result<Option<Vec<u8>>, ReadError> {
        self.archive.bytes(part, limit)
    }

    /// A part as a tree.
    pub fn tree(&mut self, part: &str) -> Result<Option<Tree>, ReadError> {
        self.text(part)?.map(|xml| Tree::parse(part, &xml, &VOCABULARY)).transpose()
    }

    /// Where the main document is.
    pub fn main_part(&mut self) -> Result<String, ReadError> {
        let relations = self.relations("")?;
        let named = relations.of_kind("/officeDocument").next().map(|target| target.trim_start_matches('/').to_owned());
        Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
    }

    /// The relationships of a part (of the package itself for "").
    pub fn relations(&mut self, part: &str) -> Result<Relations, ReadError> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(tree) = self.tree(&format!("{folder}{slash}_rels/{name}.rels"))? else {
            return Ok(Relations::default());
        };
        let mut relations = Relations::default();
        for item in tree.top().and_then(|top| top.child("Relationships")).iter().flat_map(|list| list.children()) {
            let (Some(id), Some(target)) = (item.attr("Id"), item.attr("Target")) else {
                continue;
            };
            let external = item.attr("TargetMode") == Some("External");
            let target = if external { target.to_owned() } else { absolute(folder, target) };
            let kind = item.attr("Type").unwrap_or_default().to_owned();
            relations.targets.insert(id.to_owned(), Relation { kind, target, external });
        }
        Ok(relations)
    }
}

/// Where Word keeps macros and their key bindings, whatever the folder and the case.
fn is_program(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml")
}

impl Relations {
    /// The address of an external link.
    pub fn link(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|relation| relation.external).map(|relation| relation.target.as_str())
    }

    /// The part within the file that a reference leads to.
    pub fn part(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|relation| !relation.external).map(|relation| relation.target.as_str())
    }

    /// The parts whose relationship type ends so, in a stable order.
    pub fn of_kind(&self, end: &str) -> impl Iterator<Item = &str> {
        let mut found: Vec<&str> = self
            .targets
            .values()
            .filter(|relation| !relation.external && relation.kind.ends_with(end))
            .map(|relation| relation.target.as_str())
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter()
    }
}

/// A target relative to a folder of the package.
fn absolute(folder: &str, target: &str) -> String {
    if let Some(rooted) = target.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
