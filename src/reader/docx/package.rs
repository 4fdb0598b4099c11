//! The archive: which parts there are, and their text, within limits.

use super::xml::Tree;
use crate::error::{ReadError, TooLarge};
use crate::limits;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What an archive seems to be.
pub enum Looks {
    /// A Word document.
    Docx,
    /// An archive with encrypted entries.
    Encrypted,
    /// OpenDocument text.
    Odt,
    /// Something else.
    OtherZip,
    /// Not an archive at all.
    Broken(String),
}

/// Looks at the names in the archive, no further.
pub fn looks_like(bytes: &[u8]) -> Looks {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(why) => return Looks::Broken(why.to_string()),
    };
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("[Content_Types].xml") && names.iter().any(|name| name.starts_with("word/")) {
        return match archive.by_index_raw(0) {
            Ok(first) if first.encrypted() => Looks::Encrypted,
            _ => Looks::Docx,
        };
    }
    if has("content.xml") && has("mimetype") { Looks::Odt } else { Looks::OtherZip }
}

/// An open archive.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    budget: u64,
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
    /// Opens the archive; refuses one that declares too much.
    pub fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|why| ReadError::damaged("zip", why))?;
        if archive.len() > limits::ENTRIES {
            return Err(ReadError::too_large(TooLarge::Entries, limits::ENTRIES as u64));
        }
        let mut declared = 0_u64;
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).map_err(|why| ReadError::damaged("zip", why))?;
            if entry.encrypted() {
                return Err(ReadError::Encrypted);
            }
            declared = declared.saturating_add(entry.size());
        }
        if declared > limits::UNZIPPED {
            return Err(ReadError::too_large(TooLarge::Unzipped, limits::UNZIPPED));
        }
        Ok(Self { archive, budget: limits::UNZIPPED })
    }

    /// The text of a part, `None` when there is no such part. What is really unzipped counts, not what is declared.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, ReadError> {
        let Some(at) = self.archive.index_for_name(part) else {
            return Ok(None);
        };
        let entry = self.archive.by_index(at).map_err(|why| ReadError::damaged(part, why))?;
        let mut bytes = Vec::new();
        entry.take(self.budget + 1).read_to_end(&mut bytes).map_err(|why| ReadError::damaged(part, why))?;
        if bytes.len() as u64 > self.budget {
            return Err(ReadError::too_large(TooLarge::Unzipped, limits::UNZIPPED));
        }
        self.budget -= bytes.len() as u64;
        decode(part, bytes).map(Some)
    }

    /// A part as a tree.
    pub fn tree(&mut self, part: &str) -> Result<Option<Tree>, ReadError> {
        self.text(part)?.map(|xml| Tree::parse(part, &xml)).transpose()
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

impl Relations {
    /// The address of an external link.
    pub fn link(&self, id: &str) -> Option<&str> {
        self.targets.get(id).filter(|relation| relation.external).map(|relation| relation.target.as_str())
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

fn decode(part: &str, bytes: Vec<u8>) -> Result<String, ReadError> {
    let wide = |order: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).skip(1).map(|pair| order([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|why| ReadError::damaged(part, why))
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, ..] => {
            String::from_utf8(bytes.get(3..).unwrap_or_default().to_vec()).map_err(|why| ReadError::damaged(part, why))
        }
        _ => String::from_utf8(bytes).map_err(|why| ReadError::damaged(part, why)),
    }
}
