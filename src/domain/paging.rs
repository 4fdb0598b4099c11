//! Lists are paged: a page number from 1, a size, and one row more than asked for, to know whether there is a next page.

/// Which page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: i64,
    /// Rows a page.
    pub size: i64,
}

impl Page {
    /// Page `number` (from 1; anything else is 1) of `size` rows.
    pub fn new(number: i64, size: i64) -> Self {
        Self { number: number.clamp(1, 1_000_000), size }
    }

    /// Rows to skip.
    pub const fn offset(self) -> i64 {
        (self.number - 1) * self.size
    }

    /// Rows to ask for.
    pub const fn limit(self) -> i64 {
        self.size + 1
    }

    /// Makes a slice of what was read.
    pub fn slice<T>(self, mut rows: Vec<T>) -> Slice<T> {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        Slice { rows, page: self, more }
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Slice<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Which page this is.
    pub page: Page,
    /// Whether there is a next one.
    pub more: bool,
}
