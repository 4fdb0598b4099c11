//! Good inputs, changed by chance, given to a parser: a loop of our own, because cargo-fuzz needs a nightly compiler and a C++
//! toolchain (decision 0028). Three test binaries include this file, because a parser's target stands in its own crate.
//!
//! A plain `cargo test` takes [`ROUNDS`] changes for each target, the same each time. `just fuzz SECONDS` takes that many seconds for
//! each, begins with another seed each time and prints it. A failure says the seed of its own round: `ASCOLTO_FUZZ_SEED=<that>`
//! repeats it first. What fails is left in the temporary folder; put into the corpus, it is tried unchanged from then on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    reason = "a failure stops the test there; each binary uses a part"
)]

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Changes of each target in a plain run: four targets that read files make the ten thousand.
pub const ROUNDS: u64 = 2_500;
/// Longest time for one small input, in a debug build on a busy machine: a released one takes milliseconds.
const EACH: Duration = Duration::from_secs(20);
/// Most memory that reading one small input may take beside what the process has already, in kilobytes.
const MEMORY: u64 = 200_000;

/// A small generator (linear congruential), so that a failure comes back with its number.
pub struct Random(u64);

impl Random {
    /// The numbers of a seed; neighbouring seeds have nothing in common.
    pub fn new(seed: u64) -> Self {
        let mut it = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D);
        it.below(2);
        it
    }

    /// A number from 0, under `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    /// Changes bytes: another value, a cut, a hole, a copy elsewhere.
    pub fn bytes(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            if bytes.is_empty() {
                bytes.push(b'x');
            }
            let at = self.below(bytes.len());
            match self.below(4) {
                0 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                1 => bytes.truncate(at.max(1)),
                2 => {
                    let to = (at + self.below(40)).min(bytes.len());
                    bytes.drain(at..to);
                    bytes.push(b'<');
                }
                _ => {
                    let to = (at + self.below(60)).min(bytes.len());
                    let copy = bytes[at..to].to_vec();
                    let into = self.below(bytes.len());
                    bytes.splice(into..into, copy);
                }
            }
        }
    }

    /// Changes the order and number of pieces that end with a sign, so that the text still parses and says something else.
    pub fn pieces(&mut self, text: &str, end: char) -> String {
        let mut pieces: Vec<String> = text.split_inclusive(end).map(str::to_owned).collect();
        for _ in 0..=self.below(8) {
            if pieces.is_empty() {
                pieces.push("x".to_owned());
            }
            let (at, other) = (self.below(pieces.len()), self.below(pieces.len()));
            match self.below(6) {
                0 => drop(pieces.remove(at)),
                1 => pieces.swap(at, other),
                2 => {
                    let copies = vec![pieces[at].clone(); self.below(40)];
                    pieces.splice(other..other, copies);
                }
                3 => {
                    let copy = pieces[at.min(other)..at.max(other)].to_vec();
                    pieces.splice(at..at, copy);
                }
                4 => drop(pieces.drain(at.min(other)..at.max(other).min(at.min(other) + 10))),
                _ => {
                    let mut bytes = std::mem::take(&mut pieces[at]).into_bytes();
                    self.bytes(&mut bytes);
                    pieces[at] = String::from_utf8_lossy(&bytes).into_owned();
                }
            }
        }
        pieces.concat()
    }

    /// Moves, repeats, nests and removes whole elements, and puts odd values into attributes: the XML stays whole, what it says
    /// does not.
    pub fn elements(&mut self, text: &str) -> String {
        let mut tokens = tokens(text);
        for _ in 0..=self.below(8) {
            if tokens.is_empty() {
                tokens.push("x".to_owned());
            }
            let at = self.below(tokens.len());
            let range = element(&tokens, at);
            let copy = tokens[range.clone()].to_vec();
            let into = self.below(tokens.len() + 1);
            match self.below(5) {
                0 if !copy[0].starts_with("</") => drop(tokens.drain(range)),
                1 if !copy[0].starts_with("</") => drop(tokens.splice(into..into, copy)),
                2 if !copy[0].starts_with("</") && copy.len() < 60 => {
                    let many: Vec<String> = (0..self.below(30)).flat_map(|_| copy.clone()).collect();
                    drop(tokens.splice(into..into, many));
                }
                3 if copy.len() > 1 && copy[0].starts_with('<') => self.nest(&mut tokens, &copy, into),
                _ => self.odd(&mut tokens[at]),
            }
        }
        tokens.concat()
    }

    /// Puts the first and last token of a copy around another element.
    fn nest(&mut self, tokens: &mut Vec<String>, copy: &[String], into: usize) {
        let inner = element(tokens, into.min(tokens.len() - 1));
        if !tokens[inner.start].starts_with("</") {
            tokens.insert(inner.end, copy[copy.len() - 1].clone());
            tokens.insert(inner.start, copy[0].clone());
        }
    }

    /// Puts an odd value into one of a tag's attributes.
    fn odd(&mut self, token: &mut String) {
        let parts: Vec<&str> = token.split('"').collect();
        if parts.len() > 2 {
            let which = self.below(parts.len() / 2) * 2 + 1;
            let odd = ODD[self.below(ODD.len())];
            let changed: Vec<&str> =
                parts.iter().enumerate().map(|(n, part)| if n == which { odd } else { part }).collect();
            *token = changed.join("\"");
        }
    }
}

/// What numbers and names are replaced by.
const ODD: &[&str] =
    &["", "0", "-1", "9", "255", "65536", "4294967295", "99999999999999999999", "x", "%1%%9%", "1e9", "è\u{301}"];

/// Tags and the stretches of text between them.
fn tokens(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') { rest.find('>').map(|at| at + 1) } else { rest.find('<') };
        let (token, after) = rest.split_at(end.unwrap_or(rest.len()));
        out.push(token.to_owned());
        rest = after;
    }
    out
}

/// The element that begins at a token, with everything in it; the token alone where none begins.
fn element(tokens: &[String], at: usize) -> std::ops::Range<usize> {
    let mut open = 0_usize;
    for (n, token) in tokens.iter().enumerate().skip(at) {
        if token.starts_with("</") {
            open = open.saturating_sub(1);
        } else if token.starts_with('<')
            && !token.ends_with("/>")
            && !token.starts_with("<!")
            && !token.starts_with("<?")
        {
            open += 1;
        }
        if open == 0 {
            return at..n + 1;
        }
    }
    at..at + 1
}

/// The good inputs of a target, by the names of their files.
pub fn corpus(target: &str) -> Vec<(String, String)> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = manifest.ancestors().map(|up| up.join("tests/fuzz/corpus").join(target)).find(|f| f.is_dir()).unwrap();
    let mut found: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|file| {
            let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
            (file.file_name().unwrap().to_string_lossy().into_owned(), text)
        })
        .collect();
    found.sort();
    assert!(!found.is_empty(), "{target} has no corpus");
    found
}

/// One measurement at a time: what others do meanwhile would be counted too.
pub fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs something, and says how long it took and how many kilobytes it took beside what the process had; the latter where the
/// system tells it (Linux).
pub fn measured<T>(f: impl FnOnce() -> T) -> (T, Duration, Option<u64>) {
    // The peak that /proc tells is set back to what is in use now.
    let reset = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let before = status("VmRSS:");
    let from = Instant::now();
    let done = f();
    let took = from.elapsed();
    let peak = status("VmHWM:").filter(|_| reset);
    (done, took, peak.zip(before).map(|(peak, before)| peak.saturating_sub(before)))
}

fn status(field: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix(field)?.trim().strip_suffix(" kB")?.trim().parse().ok())
}

fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// What a parser made of an input.
pub enum Outcome {
    /// It was taken.
    Taken,
    /// It was refused, with a reason.
    Refused,
    /// It is a fault of ours: what is wrong.
    Wrong(String),
}

/// Gives a target its corpus as it is, and then changed by chance: `change` makes an input of one of the texts.
pub fn target(
    name: &str,
    rounds: u64,
    change: impl Fn(&mut Random, &str) -> Vec<u8>,
    whole: impl Fn(&str) -> Vec<u8>,
    parse: impl Fn(&[u8]) -> Outcome,
) {
    let _alone = alone();
    let (corpus, seconds) = (corpus(name), variable("ASCOLTO_FUZZ_SECONDS"));
    for (file, text) in &corpus {
        if let Outcome::Wrong(why) = parse(&whole(text)) {
            panic!("{name}/{file}: {why}");
        }
    }
    let chance = RandomState::new().build_hasher().finish();
    let first = variable("ASCOLTO_FUZZ_SEED").unwrap_or(if seconds.is_some() { chance } else { 7 });
    let from = Instant::now();
    let (mut round, mut taken, mut slowest, mut most) = (0_u64, 0_u64, Duration::ZERO, 0_u64);
    while seconds.map_or(round < rounds, |seconds| from.elapsed().as_secs() < seconds) {
        let seed = first.wrapping_add(round);
        let mut random = Random::new(seed);
        let (_, text) = &corpus[random.below(corpus.len())];
        let input = change(&mut random, text);
        let (outcome, took, memory) = measured(|| parse(&input));
        let memory = memory.unwrap_or(0);
        (slowest, most, round) = (slowest.max(took), most.max(memory), round + 1);
        let wrong = match outcome {
            Outcome::Wrong(why) => Some(why),
            _ if took > EACH => Some(format!("it took {took:?}")),
            _ if memory > MEMORY => Some(format!("it took {memory} kB")),
            Outcome::Taken => {
                taken += 1;
                None
            }
            Outcome::Refused => None,
        };
        if let Some(why) = wrong {
            let path = std::env::temp_dir().join(format!("ascolto-fuzz-{name}-{seed}"));
            std::fs::write(&path, &input).unwrap();
            panic!("{name}: {why}; ASCOLTO_FUZZ_SEED={seed} repeats it, the input is in {}", path.display());
        }
    }
    eprintln!("{name}: seed {first}, {round} inputs, {taken} taken, slowest {slowest:?}, most memory {most} kB");
    assert!(taken > 0, "nothing was taken: the target tries the refusals only");
}
