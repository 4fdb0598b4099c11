//! How a plan is read: which chapter a passage belongs to, and the table of contents.

use std::collections::{BTreeSet, HashMap};

use super::model::{Candidate, Passage, PassageKind};

/// The level of the headings that begin chapters: the highest that is there at least twice (a title alone stands above
/// the chapters), or else the highest.
pub fn chapter_level(passages: &[Passage]) -> Option<i32> {
    let mut levels: Vec<i32> = passages.iter().filter(|p| p.kind == PassageKind::Heading).map(|p| p.level).collect();
    levels.sort_unstable();
    let twice = levels.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
    twice.or_else(|| levels.first().copied())
}

/// The heading of the chapter in which a passage stands, if it stands in one.
pub fn chapter_of(passages: &[Passage], position: i32) -> Option<&Passage> {
    let level = chapter_level(passages)?;
    let mut before = passages.iter().filter(|p| p.position <= position);
    before.rfind(|p| p.kind == PassageKind::Heading && p.level <= level)
}

/// The headings of the chapters and those one level below, in order; a title above them too.
pub fn contents(passages: &[Passage]) -> Vec<&Passage> {
    let Some(level) = chapter_level(passages) else { return Vec::new() };
    passages.iter().filter(|p| p.kind == PassageKind::Heading && p.level <= level + 1).collect()
}

/// The plan in parts that are read one at a time: a chapter each. What stands before the first chapter goes with it, and
/// so does a chapter that is nothing but headings with the next.
pub fn chapters(passages: &[Passage]) -> Vec<&[Passage]> {
    let Some(level) = chapter_level(passages) else {
        return Vec::from_iter((!passages.is_empty()).then_some(passages));
    };
    let (mut parts, mut from, mut seen) = (Vec::new(), 0, false);
    for (at, p) in passages.iter().enumerate() {
        let begins = p.kind == PassageKind::Heading && p.level <= level;
        let full = passages[from..at].iter().any(|p| p.kind != PassageKind::Heading);
        if begins && seen && full {
            parts.push(&passages[from..at]);
            from = at;
        }
        seen |= begins && p.level == level;
    }
    if from < passages.len() {
        parts.push(&passages[from..]);
    }
    parts
}

/// Finds where the matter of a passage that ended may have gone: the passages that share most of its longer words.
pub struct Heirs<'a> {
    of: HashMap<&'a str, Vec<usize>>,
    passages: &'a [Passage],
}

impl<'a> Heirs<'a> {
    /// Reads the passages of the version it ended in.
    pub fn new(passages: &'a [Passage]) -> Self {
        let mut of: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, p) in passages.iter().enumerate().filter(|(_, p)| p.code.is_some()) {
            for word in long_words(&p.text) {
                of.entry(word).or_default().push(i);
            }
        }
        Self { of, passages }
    }

    /// The likeliest, best first.
    pub fn likely(&self, text: &str, most: usize) -> Vec<&'a Passage> {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for at in long_words(text).into_iter().filter_map(|w| self.of.get(w)).filter(|at| at.len() <= 200).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let mut found: Vec<(usize, usize)> = shared.into_iter().collect();
        found.sort_by_key(|(at, n)| (std::cmp::Reverse(*n), *at));
        found.into_iter().take(most).map(|(at, _)| &self.passages[at]).collect()
    }
}

/// What a block of a draft may continue: what it was said to continue, then the passages that ended there and share its
/// words.
pub fn candidates(block: &Passage, before: &[Passage], there: &[Passage]) -> Vec<Candidate> {
    let lives: BTreeSet<_> = there.iter().filter_map(|p| p.id).collect();
    let was = before.iter().filter(|p| p.id.is_some() && p.id == block.id);
    let ended: Vec<Passage> = before.iter().filter(|p| p.id.is_some_and(|id| !lives.contains(&id))).cloned().collect();
    let heirs = Heirs::new(&ended);
    let candidate = |p: &Passage| {
        let likeness = if p.text == block.text { 1.0 } else { strsim::sorensen_dice(&p.text, &block.text) };
        #[allow(clippy::cast_possible_truncation, reason = "a likeness lies between 0 and 1")]
        let likeness = (likeness.clamp(0.0, 1.0) * 1000.0) as i32;
        Some(Candidate { code: p.code?, likeness, text: p.text.clone() })
    };
    was.chain(heirs.likely(&block.text, 4)).filter_map(candidate).collect()
}

fn long_words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 4).collect()
}

/// The members of a sequence of numbers that are out of order: what is left when a longest rising part is taken out.
pub fn out_of_order(sequence: &[i32]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; sequence.len()];
    for (i, value) in sequence.iter().enumerate() {
        let at = tails.partition_point(|t| sequence[*t] < *value);
        before[i] = at.checked_sub(1).and_then(|p| tails.get(p).copied());
        if at == tails.len() { tails.push(i) } else { tails[at] = i }
    }
    let mut rising = vec![false; sequence.len()];
    let mut next = tails.last().copied();
    while let Some(i) = next {
        rising[i] = true;
        next = before[i];
    }
    rising.iter().enumerate().filter(|(_, r)| !**r).map(|(i, _)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_moved_passage_is_one_out_of_order() {
        assert_eq!(out_of_order(&[1, 2, 5, 3, 4]), vec![2]);
        assert!(out_of_order(&[1, 2, 3]).is_empty());
        assert!(out_of_order(&[]).is_empty());
    }

    fn passage(position: i32, level: i32, text: &str) -> Passage {
        let kind = if level > 0 { PassageKind::Heading } else { PassageKind::Paragraph };
        let body = reader::Body::Text(Vec::new());
        Passage {
            row: crate::id::RowId(position.into()),
            id: None,
            code: Some(position),
            position,
            kind,
            level,
            number: String::new(),
            block: reader::Block { kind: reader::BlockKind::Paragraph, body, number: None },
            text: text.to_owned(),
            matched: crate::plans::Matched::New,
            likeness: 0,
            confidence: 1000,
            revision: 1,
        }
    }

    fn plan(levels: &[i32]) -> Vec<Passage> {
        (1..).zip(levels).map(|(position, level)| passage(position, *level, "")).collect()
    }

    #[test]
    fn a_title_alone_is_no_chapter() {
        let of = |levels: &[i32]| chapters(&plan(levels)).iter().map(|c| c.len()).collect::<Vec<_>>();
        assert_eq!(of(&[1, 0, 2, 0, 3, 0, 2, 0]), [6, 2], "title and premise go with the first chapter");
        assert_eq!(of(&[1, 0, 1, 0, 2, 0]), [2, 4]);
        assert_eq!(of(&[1, 2, 2, 2, 0, 2, 0]), [5, 2], "headings alone go with what follows");
        assert_eq!(of(&[0, 0]), [2]);
        assert_eq!(of(&[]), Vec::<usize>::new());
        let levels = plan(&[1, 0, 2, 0, 3, 2]);
        assert_eq!(chapter_of(&levels, 4).map(|p| p.position), Some(3));
        assert_eq!(contents(&levels).len(), 4);
    }

    #[test]
    fn heirs_share_words() {
        let new =
            [passage(1, 0, "alberi lungo la strada"), passage(2, 0, "ombra e alberi lungo i percorsi quotidiani")];
        let codes: Vec<_> =
            Heirs::new(&new).likely("Percorsi quotidiani con ombra", 3).iter().map(|p| p.code).collect();
        assert_eq!(codes, [Some(2)]);
    }

    proptest! {
        #[test]
        fn chapters_lose_nothing(levels in proptest::collection::vec(0_i32..4, 0..40)) {
            let plan = plan(&levels);
            let told: Vec<i32> = chapters(&plan).into_iter().flatten().map(|p| p.position).collect();
            prop_assert_eq!(told, (1..).take(levels.len()).collect::<Vec<i32>>());
        }

        #[test]
        fn what_is_left_rises(sequence in proptest::collection::vec(0_i32..100, 0..40)) {
            let out = out_of_order(&sequence);
            let left: Vec<i32> =
                sequence.iter().enumerate().filter(|(i, _)| !out.contains(i)).map(|(_, v)| *v).collect();
            prop_assert!(left.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
