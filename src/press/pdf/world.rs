//! The world Typst sees: one template, one file of data, seven fonts, and nothing else: no disk, no network, no clock.

use std::sync::LazyLock;

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
    content: FileId,
    json: Bytes,
}

impl Press {
    /// Puts a document, as JSON, beside the template.
    pub(super) fn new(json: String) -> Result<Self, PressError> {
        let template = Source::new(file("document.typ")?, include_str!("document.typ").into());
        Ok(Self { template, content: file("content.json")?, json: Bytes::from_string(json) })
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
        if id == self.content { Ok(self.json.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
