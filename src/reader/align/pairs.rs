//! Which passage of one side is settled with which of the other.

/// The pairs settled so far.
pub struct Pairs {
    pub of_old: Vec<Option<usize>>,
    pub of_new: Vec<Option<usize>>,
}

impl Pairs {
    pub fn new(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new] }
    }

    pub fn is_free(&self, old: usize, new: usize) -> bool {
        self.of_old.get(old) == Some(&None) && self.of_new.get(new) == Some(&None)
    }

    pub fn are(&self, old: usize, new: usize) -> bool {
        self.of_old.get(old) == Some(&Some(new))
    }

    /// Settles a pair, unless one of the two is settled.
    pub fn settle(&mut self, old: usize, new: usize) -> bool {
        let free = self.is_free(old, new);
        if free {
            self.of_old[old] = Some(new);
            self.of_new[new] = Some(old);
        }
        free
    }

    pub fn free_old(&self) -> impl Iterator<Item = usize> {
        self.of_old.iter().enumerate().filter(|(_, pair)| pair.is_none()).map(|(at, _)| at)
    }

    pub fn free_new(&self) -> impl Iterator<Item = usize> {
        self.of_new.iter().enumerate().filter(|(_, pair)| pair.is_none()).map(|(at, _)| at)
    }

    /// The longest run of pairs whose order did not change, as (old, new).
    pub fn chain(&self) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize)> =
            self.of_new.iter().enumerate().filter_map(|(new, old)| old.map(|old| (old, new))).collect();
        // Patience: the last element of the best run of each length, and who came before each.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
        for (at, (old, _)) in pairs.iter().enumerate() {
            let length = ends.partition_point(|end| pairs[*end].0 < *old);
            before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
            if length == ends.len() { ends.push(at) } else { ends[length] = at }
        }
        let mut chain: Vec<(usize, usize)> =
            std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| pairs[at]).collect();
        chain.reverse();
        chain
    }

    /// For each new passage: is it settled, and outside that run?
    pub fn moved(&self) -> Vec<bool> {
        let mut moved: Vec<bool> = self.of_new.iter().map(Option::is_some).collect();
        for (_, new) in self.chain() {
            moved[new] = false;
        }
        moved
    }
}
