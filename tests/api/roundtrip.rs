//! A plan goes out as a file and comes back: the same words, headings, lists and tables, and nothing of what the export added.
//!
//! `ASCOLTO_ROUND_TRIP` names files (parted by colons) to be tried by hand: `cargo test --workspace --test api -- round_trip_of
//! --nocapture` then says how long each form took, what it weighs, and what did not come back.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use press::{Document, Labels, Lang, PassageCode, Picture};
use reader::{Block, BlockKind, Body, Cell, NoteKind, Source, Span};

/// A document of blocks, each with a code.
fn document(title: &str, source: &Source) -> Document {
    let images: HashMap<&str, &Vec<u8>> = source.images.iter().map(|i| (i.name.as_str(), &i.bytes)).collect();
    let picture = |name: &str| {
        let bytes = images.get(name)?;
        Some(Picture { bytes: Arc::new((*bytes).clone()), link: format!("/percorsi/prova/immagini/{name}") })
    };
    let code = |n: usize| PassageCode { text: format!("P-{n:03}"), link: format!("/percorsi/prova/passaggi/{n}") };
    let passage = |(n, b): (usize, &Block)| {
        press::Block::Passage(web::plans::printed(&coded(b), Some(code(n + 1)), picture, |n| format!("#P-{n:03}")))
    };
    Document {
        lang: Lang::It,
        title: title.to_owned(),
        subtitle: None,
        promoters: vec!["Città di Valdora".to_owned()],
        number: Some("Versione 1".to_owned()),
        date: "3 marzo 2031".to_owned(),
        issued: Some(press::Moment { year: 2031, month: 3, day: 3, hour: 9, minute: 0, second: 0 }),
        summary: None,
        fingerprint: None,
        base_url: Some("https://ascolto.example".to_owned()),
        labels: Labels { contents: "Indice".into(), page: "Pagina".into(), of: "di".into(), ..Labels::default() },
        short: false,
        blocks: source.blocks.iter().enumerate().map(passage).collect(),
    }
}

/// A block whose links lead to the codes that [`document`] gives.
fn coded(block: &Block) -> Block {
    let mut block = block.clone();
    for span in block.texts_mut().into_iter().flatten() {
        let led = span.link.as_deref().and_then(reader::led);
        span.link = led.map(|n| format!("#P-{:03}", n + 1)).or(span.link.take());
    }
    block
}

/// The words that lead to another block, in each block, and to which.
fn ways(source: &Source) -> Vec<(usize, String, usize)> {
    let mut out: Vec<(usize, String, usize)> = Vec::new();
    for (at, block) in source.blocks.iter().enumerate() {
        let (mut before, mut gap) = (None, "");
        for span in block.spans() {
            let led = span.link.as_deref().and_then(reader::led);
            // Markdown's links have no white space at their edges.
            if led.is_none() && span.text.trim().is_empty() {
                gap = &span.text;
                continue;
            }
            match (led, out.last_mut()) {
                (Some(to), Some(last)) if before == Some(to) => last.1.push_str(&format!("{gap}{}", span.text)),
                (Some(to), _) => out.push((at, span.text.clone(), to)),
                (None, _) => {}
            }
            (before, gap) = (led, "");
        }
    }
    out.into_iter().map(|(at, words, to)| (at, tidy(&words), to)).collect()
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a block is and says, as a format can say it.
fn shape(b: &Block, form: &str) -> String {
    let number = b.number.clone().unwrap_or_default();
    let kind = match b.kind {
        // The number says whether an item is numbered, but for Markdown, whose lists know figures only; a note is numbered by who
        // shows it.
        BlockKind::ListItem { depth, .. } if form == "md" => BlockKind::ListItem { depth, ordered: false },
        BlockKind::ListItem { depth, .. } => BlockKind::ListItem { depth: depth.min(8), ordered: !number.is_empty() },
        other => other,
    };
    let number = if kind == BlockKind::Footnote { String::new() } else { number };
    match &b.body {
        Body::Table { rows } => {
            let text = |c: &Cell| tidy(&c.spans.iter().map(|s| s.text.as_str()).collect::<String>());
            // A word processor knows head rows only, not head columns.
            let head = |c: &Cell| if c.header && form == "md" { "*" } else { "" };
            let cell = |c: &Cell| format!("{}{}({}x{})", head(c), text(c), c.colspan, c.rowspan);
            let rows = rows.iter().map(|r| r.iter().map(cell).collect::<Vec<_>>().join(" | "));
            format!("{kind:?} {}", rows.collect::<Vec<_>>().join(" / "))
        }
        // A number that no list gives is text before the text.
        _ => format!("{kind:?} {}", tidy(&format!("{number} {}", b.text()))),
    }
}

/// The three forms that can be read again.
fn forms(doc: &Document) -> [(&'static str, Vec<u8>); 3] {
    [("docx", press::docx(doc).unwrap()), ("odt", press::odt(doc).unwrap()), ("md", press::markdown(doc).into_bytes())]
}

/// What of a document does not come back, form by form.
fn lost(source: &Source) -> Vec<String> {
    let doc = document("Piano di prova", source);
    let mut out = Vec::new();
    for (form, bytes) in forms(&doc) {
        let back = match reader::read(&format!("piano.{form}"), &bytes) {
            Ok(back) => back,
            Err(e) => {
                out.push(format!("{form}: {e}"));
                continue;
            }
        };
        let was: Vec<String> = source.blocks.iter().map(|b| shape(b, form)).collect();
        let is: Vec<String> = back.blocks.iter().map(|b| shape(b, form)).collect();
        let at = was.iter().zip(&is).position(|(a, b)| a != b).unwrap_or(was.len().min(is.len()));
        if was != is {
            out.push(format!(
                "{form} at {at} of {}/{}: {:?}\n   back {:?}",
                was.len(),
                is.len(),
                was.get(at),
                is.get(at)
            ));
        }
        let (was, is) = (ways(source), ways(&back));
        if was != is {
            let at = was.iter().zip(&is).position(|(a, b)| a != b).unwrap_or(was.len().min(is.len()));
            out.push(format!(
                "{form}: {} ways of {}: {:?}\n   back {:?}",
                is.len(),
                was.len(),
                was.get(at),
                is.get(at)
            ));
        }
        for d in &back.report.differences {
            out.push(format!("{form}: {} {:?} lost: {}", d.place, d.text, d.lost));
        }
        let codes = back.report.notes.iter().find(|n| n.what == NoteKind::OwnCodesDropped).map(|n| n.detail.clone());
        if codes != Some(source.blocks.len().to_string()) {
            out.push(format!("{form}: {codes:?} codes of {}", source.blocks.len()));
        }
    }
    out
}

/// Chance that repeats: SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    /// Up to, and without, so many.
    pub fn of(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap() % many
    }
}

const WORDS: [&str; 24] = [
    "acqua", "perché", "l’orto", "*", "_piano_", "[nota]", "<b>", "&amp;", "100%", "a|b", "`x`", "1.", "#tag", "–",
    "\"sì\"", "\\", "www.x", "P-001", "~~no~~", "e", "2031", "- via", "{x}", "città:",
];

fn words(dice: &mut Dice) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for n in 0..1 + dice.of(9) {
        let word = WORDS[dice.of(WORDS.len())];
        let before = if n == 0 {
            ""
        } else if dice.of(12) == 0 {
            "\n"
        } else {
            " "
        };
        let (bold, italic) = (dice.of(5) == 0, dice.of(6) == 0);
        let link = (dice.of(9) == 0).then(|| "https://example.org/?a=1&b=(2)".to_owned());
        match spans.last_mut() {
            Some(last) if (last.bold, last.italic, &last.link) == (bold, italic, &link) => {
                last.text.push_str(&format!("{before}{word}"))
            }
            _ => spans.push(Span { text: format!("{before}{word}"), bold, italic, link }),
        }
    }
    // Something that is a word, so that a passage is not mere punctuation.
    spans.insert(0, Span { text: "Testo ".to_owned(), ..Span::default() });
    spans
}

fn plain(dice: &mut Dice) -> Vec<Span> {
    let text: String = words(dice).iter().map(|s| s.text.replace('\n', " ")).collect();
    vec![Span { text, ..Span::default() }]
}

fn table(dice: &mut Dice) -> Body {
    let columns = 2 + dice.of(3);
    let head = dice.of(3) > 0;
    let cell = |spans, header, colspan, rowspan| Cell { spans, header, colspan, rowspan };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    if head {
        rows.push((0..columns).map(|_| cell(plain(dice), true, 1, 1)).collect());
    }
    for _ in 0..1 + dice.of(3) {
        match dice.of(4) {
            0 => rows.push((1..columns).map(|n| cell(plain(dice), false, if n == 1 { 2 } else { 1 }, 1)).collect()),
            1 => {
                rows.push((0..columns).map(|n| cell(plain(dice), false, 1, if n == 0 { 2 } else { 1 })).collect());
                rows.push((1..columns).map(|_| cell(plain(dice), false, 1, 1)).collect());
            }
            _ => rows.push((0..columns).map(|_| cell(plain(dice), false, 1, 1)).collect()),
        }
    }
    Body::Table { rows }
}

/// A document made by chance: every kind of block, lists that begin deep, numbers that jump.
fn made(seed: u64) -> Source {
    let mut dice = Dice(seed);
    let mut blocks =
        vec![Block { kind: BlockKind::Heading { level: 1 }, body: Body::Text(plain(&mut dice)), number: None }];
    for _ in 0..10 + dice.of(25) {
        let mut number = None;
        let (kind, body) = match dice.of(14) {
            0 => (BlockKind::Heading { level: u8::try_from(1 + dice.of(6)).unwrap() }, Body::Text(plain(&mut dice))),
            1 | 2 => {
                number = Some(["1", "2.1", "2.2", "Art. 3", "A.", "IV."][dice.of(6)].to_owned());
                (BlockKind::Heading { level: u8::try_from(1 + dice.of(4)).unwrap() }, Body::Text(plain(&mut dice)))
            }
            3 => (BlockKind::Table, table(&mut dice)),
            4 => (BlockKind::Quote, Body::Text(words(&mut dice))),
            5 => (BlockKind::Footnote, Body::Text(words(&mut dice))),
            6..=9 => {
                let numbered = dice.of(2) == 0;
                number = numbered.then(|| ["1.", "2.", "3.", "b)", "iv)", "7)", "a."][dice.of(7)].to_owned());
                let kind = BlockKind::ListItem { depth: u8::try_from(dice.of(4)).unwrap(), ordered: numbered };
                (kind, Body::Text(words(&mut dice)))
            }
            10 => (BlockKind::Caption, Body::Text(words(&mut dice))),
            _ => (BlockKind::Paragraph, Body::Text(words(&mut dice))),
        };
        blocks.push(Block { kind, body, number });
    }
    // Some words lead to another passage.
    let all = blocks.len();
    for span in blocks.iter_mut().flat_map(Block::texts_mut).flatten() {
        if dice.of(7) == 0 && !span.text.trim().is_empty() {
            span.link = Some(reader::leading(dice.of(all)));
        }
    }
    Source { blocks, images: Vec::new(), report: reader::ImportReport::default() }
}

#[test]
fn documents_made_by_chance_come_back() {
    for seed in 0..60 {
        let lost = lost(&made(seed));
        assert!(lost.is_empty(), "seed {seed}:\n{}", lost.join("\n"));
    }
}

const KINDS: &str = "<h1>Regole dell'acqua</h1><p>Si veda <b>tutto</b> il <i>resto</i>, e <a href='https://example.org'>il sito</a></p>\
    <h2>2.1 Dove</h2><blockquote><p>Acqua di tutti</p></blockquote><pre>due  spazi\n    rientro</pre>\
    <ol><li>uno<ol type='a'><li>lettera</li></ol></li><li>due</li></ol><ul><li>punto<ul><li>più dentro</li></ul></li></ul>\
    <table><caption>Litri per zona</caption><tr><th>Zona</th><th colspan='2'>Litri</th></tr><tr><td rowspan='2'>Centro</td>\
    <td>piazze</td><td>100</td></tr><tr><td>viali</td><td>250</td></tr></table>\
    <table><tr><th>Mese</th><td>marzo</td></tr><tr><th>Pioggia</th><td>molta</td></tr></table>";

#[test]
fn every_kind_of_passage_comes_back() {
    let picture = format!(
        "<p><img src=\"data:image/png;base64,{}\" alt=\"Una &quot;goccia&quot; &lt;d'acqua&gt;\"></p>",
        crate::plans_images::PNG
    );
    let mut source = reader::read("x.html", format!("{KINDS}{picture}").as_bytes()).unwrap();
    assert_eq!(source.images.len(), 1);
    let note = Body::Text(vec![Span { text: "Una nota".to_owned(), ..Span::default() }]);
    source.blocks.insert(2, Block { kind: BlockKind::Footnote, body: note, number: Some("1".to_owned()) });
    let lead = |block: &mut Block, to: usize| {
        for span in block.texts_mut().into_iter().flatten().take(1) {
            span.link = Some(reader::leading(to));
        }
    };
    let block = |kind, text: &str| {
        let spans = vec![Span { text: text.to_owned(), ..Span::default() }];
        Block { kind, body: Body::Text(spans), number: None }
    };
    // Under the picture a caption with a note; then a heading of the eighth level.
    source.blocks.push(block(BlockKind::Caption, "Figura 1: *una* goccia\ndi [rugiada]"));
    source.blocks.push(block(BlockKind::Footnote, "Un'altra nota"));
    source.blocks.push(block(BlockKind::Heading { level: 8 }, "Sotto ogni altro"));
    // From each passage that has words to the one after it: so every kind of passage leads, and is led to. Text as typed has no links.
    let all = source.blocks.len();
    for (at, block) in source.blocks.iter_mut().enumerate().filter(|(_, b)| b.kind != BlockKind::Code) {
        lead(block, (at + 1) % all);
    }
    let lost = lost(&source);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    let doc = document("Piano", &source);
    for (form, bytes) in forms(&doc).into_iter().filter(|f| f.0 != "md") {
        let back = reader::read(&format!("x.{form}"), &bytes).unwrap();
        assert_eq!(back.images, source.images, "{form}: the picture itself");
        let looks = |s: &Source| match &s.blocks[1].body {
            Body::Text(spans) => spans.clone(),
            _ => Vec::new(),
        };
        assert_eq!(looks(&back), looks(&source), "{form}: emphasis and links");
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "figures for a person")]
fn round_trip_of_files_given() {
    let files = std::env::var("ASCOLTO_ROUND_TRIP").unwrap_or_default();
    for path in files.split(':').filter(|p| !p.is_empty()) {
        let name = path.rsplit('/').next().unwrap();
        let source = reader::read(name, &std::fs::read(path).unwrap()).unwrap();
        let count = |is: fn(&BlockKind) -> bool| source.blocks.iter().filter(|b| is(&b.kind)).count();
        println!(
            "{name}: {} words, {} passages, {} headings, {} items, {} tables, {} notes, {} pictures",
            source.report.words_in_blocks,
            source.blocks.len(),
            count(|k| matches!(k, BlockKind::Heading { .. })),
            count(|k| matches!(k, BlockKind::ListItem { .. })),
            count(|k| *k == BlockKind::Table),
            count(|k| *k == BlockKind::Footnote),
            count(|k| *k == BlockKind::Figure),
        );
        let doc = document(name, &source);
        let folder = std::env::var("ASCOLTO_ROUND_TRIP_TO").ok();
        let mut kept: Vec<(&str, Vec<u8>, f64)> = Vec::new();
        let mut timed = |form: &'static str, make: &dyn Fn() -> Vec<u8>| {
            let begun = Instant::now();
            let bytes = make();
            kept.push((form, bytes, begun.elapsed().as_secs_f64()));
        };
        timed("docx", &|| press::docx(&doc).unwrap());
        timed("odt", &|| press::odt(&doc).unwrap());
        timed("md", &|| press::markdown(&doc).into_bytes());
        if std::env::var_os("ASCOLTO_ROUND_TRIP_PDF").is_some() {
            timed("pdf", &|| press::pdf(&doc).unwrap());
        }
        for (form, bytes, seconds) in kept {
            println!("  {form}: {} bytes in {seconds:.2} s", bytes.len());
            if let Some(folder) = &folder {
                std::fs::write(format!("{folder}/{name}.{form}"), bytes).unwrap();
            }
        }
        let lost = lost(&source);
        println!("  {} things did not come back", lost.len());
        lost.iter().take(12).for_each(|l| println!("    {}", l.chars().take(600).collect::<String>()));
    }
}
