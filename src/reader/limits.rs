//! How much of a file we are ready to take.

/// Largest upload, in bytes.
pub const UPLOAD: u64 = 50 * 1024 * 1024;
/// Largest sum of everything an archive unzips to, in bytes.
pub const UNZIPPED: u64 = 200 * 1024 * 1024;
/// Most entries in an archive.
pub const ENTRIES: usize = 10_000;
/// Deepest nesting of XML elements.
pub const XML_DEPTH: usize = 200;
/// Most XML elements and texts in one part: what bounds the memory of a reading.
pub const XML_NODES: usize = 3_000_000;
/// Deepest nesting of Markdown (quotes in lists in quotes).
pub const MARKDOWN_DEPTH: usize = 100;
/// Largest Markdown file, in bytes: some 600,000 words.
pub const MARKDOWN: u64 = 4 * 1024 * 1024;
