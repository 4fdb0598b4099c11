//! Good files, changed by chance: never a panic, and a bound on time and memory for each.
//!
//! A normal run takes some hundred changes of each format. The long one: `ASCOLTO_FUZZ_SECONDS=600 cargo test --release -p
//! ascolto-reader --test mutations`, that many seconds for each format, with another seed each time; `ASCOLTO_FUZZ_SEED`
//! repeats one. What fails is written to the temporary folder, and the message says where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failure stops the test there

mod common;

use common::odt::{h, li, list, odt_with, tp};
use common::{docx_with, item, p};
use reader::{ReadError, read};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant};

/// Changes of each format in a normal run.
const ROUNDS: usize = 400;
/// Longest time for one small file, in a debug build on a busy machine.
const EACH: Duration = Duration::from_secs(10);
/// Most memory that the whole process may ever have used, in kilobytes: four formats at once.
const MEMORY: u64 = 1_500_000;

/// A small generator, so that a failure comes back with its number.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    /// Changes bytes: another value, a cut, a hole, a copy elsewhere.
    fn bytes(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
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

    /// Changes the order, number and nesting of tags, so that the file still parses and says something else.
    fn tags(&mut self, text: &str) -> String {
        let mut pieces: Vec<String> = text.split_inclusive('>').map(str::to_owned).collect();
        for _ in 0..=self.below(8) {
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
                    if !bytes.is_empty() {
                        self.bytes(&mut bytes);
                    }
                    pieces[at] = String::from_utf8_lossy(&bytes).into_owned();
                }
            }
            if pieces.is_empty() {
                pieces.push("x".to_owned());
            }
        }
        pieces.concat()
    }
}

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

/// What numbers and names are replaced by.
const ODD: &[&str] =
    &["", "0", "-1", "9", "255", "65536", "4294967295", "99999999999999999999", "x", "%1%%9%", "1e9", "è\u{301}"];

impl Random {
    /// Moves, repeats, nests and removes whole elements, and puts odd values into attributes: the XML stays whole, what it
    /// says does not.
    fn elements(&mut self, text: &str) -> String {
        let mut tokens = tokens(text);
        for _ in 0..=self.below(8) {
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
                3 if copy.len() > 1 && copy[0].starts_with('<') => {
                    let inner = element(&tokens, into.min(tokens.len() - 1));
                    if !tokens[inner.start].starts_with("</") {
                        tokens.insert(inner.end, copy[copy.len() - 1].clone());
                        tokens.insert(inner.start, copy[0].clone());
                    }
                }
                _ => {
                    let parts: Vec<&str> = tokens[at].split('"').collect();
                    if parts.len() > 2 {
                        let which = self.below(parts.len() / 2) * 2 + 1;
                        let odd = ODD[self.below(ODD.len())];
                        let changed: Vec<&str> =
                            parts.iter().enumerate().map(|(n, part)| if n == which { odd } else { part }).collect();
                        tokens[at] = changed.join("\"");
                    }
                }
            }
            if tokens.is_empty() {
                tokens.push("x".to_owned());
            }
        }
        tokens.concat()
    }
}

/// Changes one format: `build` makes a file of a changed text; for the others the bytes of the whole file are changed.
fn run(name: &str, text: &str, build: impl Fn(&str) -> Vec<u8>) {
    let variable = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let seconds = variable("ASCOLTO_FUZZ_SECONDS");
    let chance = RandomState::new().build_hasher().finish();
    let seed = variable("ASCOLTO_FUZZ_SEED").unwrap_or(if seconds.is_some() { chance } else { 7 });
    let mut random = Random(seed);
    let good = build(text);
    assert!(read(name, &good).is_ok(), "{:?}", read(name, &good).unwrap_err());
    let from = Instant::now();
    let (mut rounds, mut taken, mut worst) = (0, 0, Duration::ZERO);
    while seconds.map_or(rounds < ROUNDS, |seconds| from.elapsed().as_secs() < seconds) {
        rounds += 1;
        let file = match random.below(5) {
            0 => {
                let mut file = good.clone();
                random.bytes(&mut file);
                file
            }
            1 => {
                let mut bytes = text.as_bytes().to_vec();
                random.bytes(&mut bytes);
                build(&String::from_utf8_lossy(&bytes))
            }
            2 => build(&random.tags(text)),
            _ => build(&random.elements(text)),
        };
        let began = Instant::now();
        let found = read(name, &file);
        let took = began.elapsed();
        worst = worst.max(took);
        taken += usize::from(found.is_ok());
        let stopped = matches!(&found, Err(ReadError::Damaged { why, .. }) if why == "the parser stopped");
        if stopped || took > EACH {
            let path = std::env::temp_dir().join(format!("ascolto-{seed}-{rounds}-{name}"));
            std::fs::write(&path, &file).unwrap();
            panic!("seed {seed}, round {rounds}, {took:?}, panic: {stopped}: see {}", path.display());
        }
    }
    let memory = most_memory();
    eprintln!(
        "{name}: seed {seed}, {rounds} changed files, {taken} readable, slowest {worst:?}, {memory:?} kB at most"
    );
    assert!(memory.is_none_or(|memory| memory < MEMORY), "{memory:?} kB");
}

/// The most memory this process has used so far, in kilobytes; where the system tells it.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse().ok())
}

#[test]
fn word() {
    let body = [
        p("Titolo1", "Premessa &amp; scopi"), item(1, 0, "uno"), item(1, 1, "due"),
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:sym w:char=\"F0B7\"/><w:t>cella</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>".into(),
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:hyperlink r:id=\"rId6\"><w:r><w:t>qui</w:t></w:r></w:hyperlink><w:ins><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>".into(),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://e.it\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>campo</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>".into(),
        "<w:p><w:r><w:drawing><wp:docPr descr=\"mappa\"/><a:blip r:embed=\"rId8\"/></w:drawing><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>riquadro</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>".into(),
    ].concat();
    run("a.docx", &body, |text| docx_with(text, &[("word/media/a.png", "GIF89a...")]));
}

#[test]
fn opendocument() {
    let nested = list("L1", &(li(&tp("P1", "uno")) + &li(&tp("P1", "due"))));
    let body = [
        h(1, "Premessa &amp; scopi"), h(2, "Prima"), list("L1", &li(&(tp("P1", "punto") + &nested))),
        tp("Standard", "Il <text:span text:style-name=\"T1\">piano</text:span><text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Nota</text:p></text:note-body></text:note><text:s text:c=\"3\"/><text:a xlink:href=\"https://e.it\">qui</text:a><office:annotation><text:p>no</text:p></office:annotation>"),
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>A</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows></table:table>".into(),
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>tolto</text:p></text:deletion></text:changed-region></text:tracked-changes>".into(),
        tp("Standard", "<draw:frame><draw:image xlink:href=\"Pictures/a.gif\"/><svg:desc>Mappa</svg:desc></draw:frame><draw:frame><draw:text-box><text:p>riquadro</text:p></draw:text-box></draw:frame>"),
    ].concat();
    run("a.odt", &body, |text| odt_with(text, &[("Pictures/a.gif", "GIF89a...")]));
}

#[test]
fn page() {
    let text = "<!DOCTYPE html><html><head><meta charset=utf-8><style>.a{font-weight:bold} p.b{mso-outline-level:2}</style></head><body><h1 style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>Premessa</h1>\
        <p class=b>Uno <b>due</b> <i>tre</i>&egrave;<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a> <a href='https://e.it'>qui</a><br>x</p><ol start=2><li value=4>a<ul><li><p>b</p></ul></ol>\
        <table><caption>c</caption><thead><tr><th colspan=2>A</th></tr></thead><tbody><tr><td rowspan=2>1<td>2<table><tr><td>d</table></tbody></table><blockquote>q</blockquote><pre> x\n y</pre>\
        <p><img src='data:image/gif;base64,R0lGODlh' alt='mappa'><ins>m</ins><del>t</del></p><!-- c --><script>x</script><svg><text>s</text></svg><div title='header'>t</div>\
        <div id=ftn1><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> nota</p></div></body></html>";
    run("a.html", text, |text| text.as_bytes().to_vec());
}

#[test]
fn markdown() {
    let text = "---\nt: x\n---\n# Uno\n\n1. due **tre** [x](http://e.it)[^1]\n   > quattro ![m](a.png)\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n<p>è &egrave;</p>\n\n```\nx\n```\n\n[^1]: nota\n";
    run("a.md", text, |text| text.as_bytes().to_vec());
}
