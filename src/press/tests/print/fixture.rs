//! Documents to print, invented.

use press::{Block, Document, Figure, Item, Labels, Lang, List, Moment, Piece, PieceKind, Span, Table};

/// Strings that break software.
pub const HOSTILE: &[&str] = &[
    "",
    " \t\r\n ",
    "\u{0}\u{1}\u{8}\u{b}\u{1b}[31m\u{7f}\u{85}\u{9f}",
    "\u{202e}olleb\u{202c} \u{2066}x \u{200f}\u{200e}\u{61c}",
    "\u{feff}\u{200b}\u{2060}\u{ad}\u{fffd}\u{ffff}\u{fffe}\u{1fffe}\u{fdd0}\u{e0001}",
    "👩‍💻👨‍👩‍👧‍👦 🇮🇹 ❤️ 👍🏽 ☕ ✅ 1️⃣",
    "Z̴̢̛a͉̎l͎̆g̫͋o̩̔ e\u{301}\u{301}\u{301}\u{301}",
    "\u{301}\u{20e3}\u{5d0}\u{5b8}",
    "العربية עברית हिन्दी ไทย 中文 한국어 日本語 Ελληνικά Кириллица",
    "\u{e000}\u{f8ff}\u{f0000}\u{10fffd}",
    "#import \"/etc/passwd\": * #read(\"content.json\") #sys.inputs",
    "$x^2$ _a_ *b* `c` <d> @e = F / g: h \\ // i /* j */ ~ --- ... ' \" [ ] { } #",
    "]]> &amp; &lt; &#0; <!-- --> <![CDATA[ ]]> </w:t></w:r></w:p>",
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>",
    "%PDF-1.7 endobj stream (\\) <</Type/Catalog>>",
    "fi fl ffi ﬁ ﬂ Ǆ ß İ ı ſ",
    "{{lang}} {lang} {} %s %n ${x} ../../x \\u0000",
];

/// A document of blocks.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: Lang::It,
        title: "Piano dei luoghi comuni".into(),
        subtitle: Some("Resoconto dell’ascolto".into()),
        promoters: vec!["Comune di Valdora".into(), "Camera di Valdora".into()],
        number: Some("Resoconto n. 7".into()),
        date: "14 aprile 2025".into(),
        issued: Some(Moment { year: 2025, month: 4, day: 14, hour: 8, minute: 0, second: 0 }),
        summary: None,
        fingerprint: Some("9f2c4b1e7a0d4c55b8e3f6a1d2907c6e4fb1a8d35c7e9021b46a8f0d3e5c7b91".into()),
        base_url: None,
        labels: Labels {
            contents: "Indice".into(),
            page: "Pagina".into(),
            of: "di".into(),
            table: "Tabella".into(),
            fingerprint: "Impronta".into(),
            added: "aggiunto".into(),
            removed: "rimosso".into(),
        },
        short: false,
        blocks,
    }
}

/// A document with one of everything.
pub fn every_block() -> Document {
    let inner = List { ordered: true, start: Some(4), items: vec![Item::plain("quarto"), Item::plain("quinto")] };
    let items = vec![Item::plain("primo"), Item { spans: vec!["secondo".into()], list: Some(inner) }];
    let row = |i: usize| {
        vec![vec![Span::plain(format!("R-{i}"))], vec![Span::bold("Già presente")], vec![Span::plain("1.204")]]
    };
    document(vec![
        Block::Heading { level: 1, text: "Perché ascoltare".into(), anchor: Some("perche".into()) },
        Block::Paragraph {
            spans: vec![
                "Testo con «accenti» à è ì ò ù, € 5, ".into(),
                Span::bold("forte"),
                " e ".into(),
                Span::italic("lieve"),
                "; vedi ".into(),
                Span::link("il registro", "https://ascolto.example/registro"),
                " o ".into(),
                Span::link("l’inizio", "#perche"),
                ".\nSeconda riga.".into(),
            ],
        },
        Block::Figures {
            items: vec![
                Figure { value: "22".into(), label: "interviste".into() },
                Figure { value: "97".into(), label: "presenze".into() },
            ],
        },
        Block::heading(4, "Livello saltato"),
        Block::List(List { ordered: false, start: None, items }),
        Block::Quote { spans: vec!["Una porta sola.".into()], source: Some("tavolo tre".into()) },
        Block::Table(Table {
            caption: "Esiti".into(),
            head: vec!["Codice".into(), "Esito".into(), "Adesioni".into()],
            rows: (1..60).map(row).collect(),
            widths: None,
            numeric: vec![false, false, true],
        }),
        Block::Redline {
            pieces: [
                (PieceKind::Same, "Ogni zona "),
                (PieceKind::Removed, "forse "),
                (PieceKind::Added, "sempre "),
                (PieceKind::Same, "apre."),
            ]
            .map(|(change, text)| Piece { change, text: text.into() })
            .into(),
        },
        Block::PageBreak,
        Block::heading(1, "Partecipanti"),
        Block::Names { items: (1..=134).map(|i| format!("Circolo {}", letters(i))).collect() },
    ])
}

fn letters(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    ["Q", &letter(n / 26).to_string(), &letter(n).to_string(), "z"].concat()
}

/// A document with one string in every place that takes one.
pub fn everywhere(text: &str) -> Document {
    let mut doc = document(vec![
        Block::Heading { level: 1, text: text.into(), anchor: Some(text.into()) },
        Block::Heading { level: 2, text: text.into(), anchor: Some(text.into()) },
        Block::Paragraph {
            spans: vec![
                text.into(),
                Span::bold(text),
                Span::italic(text),
                Span::link(text, text),
                Span::link(text, format!("https://ascolto.example/{text}")),
                Span::link(text, format!("#{text}")),
            ],
        },
        Block::List(List { ordered: true, start: Some(9), items: vec![Item::plain(text); 2] }),
        Block::Table(Table {
            caption: text.into(),
            head: vec![text.into(); 2],
            rows: vec![vec![vec![text.into()]; 3]; 2],
            widths: Some(vec![f32::NAN, 1.0, 0.0]),
            numeric: vec![true],
        }),
        Block::Quote { spans: vec![text.into()], source: Some(text.into()) },
        Block::Figures { items: vec![Figure { value: text.into(), label: text.into() }; 7] },
        Block::Redline {
            pieces: [PieceKind::Same, PieceKind::Added, PieceKind::Removed]
                .map(|change| Piece { change, text: text.into() })
                .into(),
        },
        Block::Names { items: vec![text.into(); 8] },
    ]);
    doc.title = text.into();
    doc.date = text.into();
    doc.promoters = vec![text.into(); 2];
    (doc.subtitle, doc.number, doc.fingerprint) = (Some(text.into()), Some(text.into()), Some(text.into()));
    doc.labels.contents = text.into();
    doc.labels.added = text.into();
    doc
}

/// Every word of a document, without the punctuation that only numbers lists.
pub fn words(doc: &Document) -> Vec<String> {
    fn spans(spans: &[Span]) -> String {
        spans.iter().map(|s| s.text.as_str()).collect()
    }
    fn list(list: &List) -> Vec<String> {
        let inner = |i: &Item| i.list.as_ref().map(self::words_of_list).unwrap_or_default();
        list.items.iter().flat_map(|i| [vec![spans(&i.spans)], inner(i)].concat()).collect()
    }
    let mut texts = vec![doc.title.clone(), doc.date.clone()];
    texts.extend([&doc.subtitle, &doc.number, &doc.fingerprint].into_iter().flatten().cloned());
    texts.extend(doc.promoters.iter().cloned());
    for block in &doc.blocks {
        match block {
            Block::Heading { text, .. } => texts.push(text.clone()),
            Block::Paragraph { spans: s } => texts.push(spans(s)),
            Block::List(l) => texts.extend(list(l)),
            Block::Table(t) => {
                texts.push(t.caption.clone());
                texts.extend(t.head.iter().cloned());
                texts.extend(t.rows.iter().flatten().map(|cell| spans(cell)));
            }
            Block::Quote { spans: s, source } => texts.extend([spans(s), source.clone().unwrap_or_default()]),
            Block::Figures { items } => texts.extend(items.iter().flat_map(|f| [f.value.clone(), f.label.clone()])),
            Block::Redline { pieces } => texts.extend(pieces.iter().map(|p| p.text.clone())),
            Block::Names { items } => texts.extend(items.iter().cloned()),
            // Plans have tests of their own.
            Block::Passage(_) | Block::PageBreak => {}
        }
    }
    texts.iter().flat_map(|t| t.split_whitespace()).map(str::to_owned).collect()
}

fn words_of_list(list: &List) -> Vec<String> {
    list.items.iter().map(|i| i.spans.iter().map(|s| s.text.as_str()).collect()).collect()
}
