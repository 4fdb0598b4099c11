//! The world Typst sees: one template, one file of data, its pictures, seven fonts, and nothing else: no disk, no network, no clock.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use ttf_parser::Face;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::error::PressError;

/// Titillium Web for text; behind it DejaVu Sans for other alphabets and symbols, Noto Emoji for the rest.
const FILES: [&[u8]; 6] = [
    include_bytes!("../fonts/TitilliumWeb-Regular.ttf"),
    include_bytes!("../fonts/TitilliumWeb-Italic.ttf"),
    include_bytes!("../fonts/TitilliumWeb-SemiBold.ttf"),
    include_bytes!("../fonts/TitilliumWeb-SemiBoldItalic.ttf"),
    include_bytes!("../fonts/DejaVuSans.ttf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
];
/// How many of the files, from the first, are the text face.
const TEXT_FILES: usize = 4;

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect());
static FACES: LazyLock<Vec<Face<'static>>> =
    LazyLock::new(|| FILES.into_iter().filter_map(|file| Face::parse(file, 0).ok()).collect());
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// All faces the press has, to look up which characters they draw.
pub(super) fn faces() -> &'static [Face<'static>] {
    &FACES
}

/// The faces of running text.
pub(super) fn text_faces() -> &'static [Face<'static>] {
    FACES.get(..TEXT_FILES).unwrap_or_default()
}

/// One document on the press.
pub(super) struct Press {
    template: Source,
    /// The document's content, and its pictures.
    files: HashMap<FileId, Bytes>,
}

impl Press {
    /// Puts a document, as JSON, and its pictures beside the template.
    pub(super) fn new(json: String, pictures: Vec<(String, Arc<Vec<u8>>)>) -> Result<Self, PressError> {
        let template = Source::new(file("document.typ")?, include_str!("document.typ").into());
        let mut files = HashMap::from([(file("content.json")?, Bytes::from_string(json))]);
        for (name, bytes) in pictures {
            files.insert(file(&name)?, Bytes::new(Shared(bytes)));
        }
        Ok(Self { template, files })
    }
}

/// Bytes that the document and the typesetter share.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

fn file(name: &str) -> Result<FileId, PressError> {
    let path = VirtualPath::new(name).map_err(|e| PressError::Typeset(format!("{name}: {e:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
