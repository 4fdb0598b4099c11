//! How much of a file we are ready to take.

/// Largest upload, in bytes.
pub const UPLOAD: u64 = 50 * 1024 * 1024;
/// Largest sum of everything an archive unzips to, in bytes.
pub const UNZIPPED: u64 = 200 * 1024 * 1024;
/// Largest XML part of an archive, in bytes: a plan of 77,500 words has 5 million.
pub const PART: u64 = 64 * 1024 * 1024;
/// Most text in a document, in bytes: more than a million words.
pub const TEXT: u64 = 12 * 1024 * 1024;
/// Longest paragraph, or cell of a table, in characters: what a person can still comment on, and correct in a form. The longest of a real
/// plan has 12,000.
pub const PARAGRAPH: usize = 50_000;
/// Most blocks of a document: each is a passage with a code and a page. The longest of a real plan has 3,000.
pub const BLOCKS: usize = 20_000;
/// Longest number of a passage, in characters: what the form takes too.
pub const NUMBER: usize = 40;
/// Largest image that is kept, in bytes.
pub const IMAGE: u64 = 8 * 1024 * 1024;
/// Largest sum of the images that are kept, in bytes.
pub const IMAGES: u64 = 48 * 1024 * 1024;
/// Most images that are kept.
pub const IMAGE_COUNT: usize = 1_000;
/// Most entries in an archive.
pub const ENTRIES: usize = 10_000;
/// Deepest nesting of XML elements.
pub const XML_DEPTH: usize = 200;
/// Most XML elements and texts in one part: what bounds the memory of a reading.
pub const XML_NODES: usize = 1_500_000;
/// Deepest nesting of Markdown (quotes in lists in quotes).
pub const MARKDOWN_DEPTH: usize = 100;
/// Largest HTML file without the images in it, in bytes: word processors write some twelve bytes for each byte of text.
pub const HTML: u64 = 32 * 1024 * 1024;
/// Most attributes of one HTML tag, or rather of what may divide them: the parser compares each with each.
pub const TAG: usize = 2_000;
/// Longest value of an HTML attribute that is kept, and largest sum of them, in bytes.
pub const ATTRIBUTE: usize = 8 * 1024;
/// See [`ATTRIBUTE`].
pub const ATTRIBUTES: usize = 64 * 1024 * 1024;
/// Largest Markdown file, in bytes: some 600,000 words.
pub const MARKDOWN: u64 = 4 * 1024 * 1024;
/// Longest stretch of Markdown without an empty line, in bytes: the parser looks in it for what may belong together, again and again.
/// A table, or a list without empty lines, of a real plan has 30,000.
pub const MARKDOWN_STRETCH: usize = 512 * 1024;
