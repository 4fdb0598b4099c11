//! A truth table: what became of each passage, as places and fingerprints.

use super::print;
use reader::align::Kind;

/// One line of it.
pub struct Row {
    /// The old passage; none for a passage that is new.
    pub old: Option<usize>,
    /// What happened, the likeliest first where readers may differ.
    pub kinds: Vec<Kind>,
    /// The new passages that have its matter.
    pub new: Vec<usize>,
}

/// Reads a table and finds its passages in two texts: the fingerprint decides, the place only among equal texts.
///
/// # Errors
/// A line that cannot be read, or a passage that is in neither text: then the table speaks of other files.
pub fn read(table: &str, old: &[String], new: &[String]) -> Result<Vec<Row>, String> {
    let prints = |texts: &[String]| -> Vec<String> { texts.iter().map(|text| print::of(text)).collect() };
    let (old, new) = (prints(old), prints(new));
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let rows = lines.map(|(at, line)| row(line, &old, &new).ok_or_else(|| format!("line {}: {line}", at + 1)));
    rows.collect()
}

fn row(line: &str, old: &[String], new: &[String]) -> Option<Row> {
    let [place, hash, kinds, places, hashes] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let kinds = kinds.split('|').map(kind).collect::<Option<Vec<_>>>()?;
    Some(Row { old: find(place, hash, old)?.first().copied(), kinds, new: find(places, hashes, new)? })
}

fn kind(word: &str) -> Option<Kind> {
    serde_json::from_value(word.into()).ok()
}

fn find(places: &str, hashes: &str, prints: &[String]) -> Option<Vec<usize>> {
    if places == "-" {
        return Some(Vec::new());
    }
    let each = places.split(',').zip(hashes.split(',')).map(|(place, hash)| {
        let place: usize = place.parse().ok()?;
        let same = prints.iter().enumerate().filter(|(_, print)| *print == hash).map(|(at, _)| at);
        same.min_by_key(|at| at.abs_diff(place))
    });
    each.collect()
}
