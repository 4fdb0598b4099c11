//! Prints an invented report and a long one into a folder, to be looked at: `cargo run --example sample -- FOLDER`.
//!
//! Every name and sentence is made up.

use std::{error::Error, fs, io::Write, path::PathBuf, time::Instant};

use press::{Block, Document, Figure, Item, Labels, Lang, List, Moment, Piece, PieceKind, Span, Table};

const OUTCOMES: [&str; 6] = [
    "Integrata",
    "Parzialmente integrata",
    "Già presente",
    "Presa d’atto",
    "Rinviata alla progettazione esecutiva",
    "Non accolta",
];
const REQUESTS: [&str; 7] = [
    "Prevedere un luogo di incontro stabile in ogni zona omogenea, aperto anche la sera.",
    "Citare espressamente le biblioteche di quartiere tra i presìdi.",
    "Indicare entro quando saranno pubblicati i dati di monitoraggio.",
    "Ridurre gli oneri di rendicontazione per le associazioni con meno di cinque volontari e prive di personale dipendente, che oggi \
     compilano gli stessi moduli delle organizzazioni maggiori.",
    "Apprezzamento per l’impostazione del capitolo dedicato alla formazione.",
    "Estendere gli orari del trasporto serale verso i comuni di valle.",
    "Distinguere meglio gli obiettivi del primo anno da quelli di lungo periodo.",
];
const REASONS: [&str; 5] = [
    "Il passaggio P-31 della versione finale lo prevede ora espressamente, con tempi e responsabile.",
    "Accolto il principio; la misura dipende da risorse che saranno note con il bilancio.",
    "Il passaggio P-12 lo diceva già: il testo è stato reso più esplicito.",
    "La competenza è dell’agenzia per la mobilità, alla quale la richiesta è stata trasmessa.",
    "Sarà definito nella progettazione esecutiva, a cura della cabina di regia.",
];
const FIRST: [&str; 12] = [
    "Alveare", "Bosco", "Cantiere", "Darsena", "Edera", "Fucina", "Girasole", "Lanterna", "Mosaico", "Officina",
    "Ponte", "Quercia",
];
const SECOND: [&str; 12] = [
    "aperta",
    "dei Colli",
    "della Dora Finta",
    "di Borgo Nuovo",
    "e Radici",
    "in Comune",
    "solidale",
    "Terzo Tempo",
    "Zona Nord",
    "97",
    "delle Arti e dei Mestieri",
    "Onda",
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/press".into()));
    fs::create_dir_all(&folder)?;
    let mut out = std::io::stdout();
    for (name, doc) in [("resoconto", report(49)), ("lungo", report(1_000))] {
        let start = Instant::now();
        fs::write(folder.join(format!("{name}.html")), press::html(&doc))?;
        let html = start.elapsed();
        fs::write(folder.join(format!("{name}.docx")), press::docx(&doc)?)?;
        let docx = start.elapsed() - html;
        fs::write(folder.join(format!("{name}.pdf")), press::pdf(&doc)?)?;
        writeln!(out, "{name}: html {html:?}, docx {docx:?}, pdf {:?}", start.elapsed() - html - docx)?;
    }
    Ok(())
}

/// An invented report with as many outcomes as asked.
fn report(outcomes: usize) -> Document {
    let mut blocks = vec![
        Block::heading(1, "Il percorso in breve"),
        Block::Paragraph {
            spans: vec![
                "Questo resoconto dà conto di come la bozza del ".into(),
                Span::italic("Piano dei luoghi comuni 2030"),
                " è stata discussa, di che cosa è stato chiesto e di che cosa è cambiato. ".into(),
                Span::bold("Ogni richiesta ricevuta ha una risposta con la sua motivazione"),
                "; chi vuole può ".into(),
                Span::link("verificarlo sul registro pubblico", "https://ascolto.example/registro"),
                " o leggere direttamente ".into(),
                Span::link("gli esiti", "#esiti"),
                ".".into(),
            ],
        },
        figures(),
        Block::heading(2, "Le fasi"),
        Block::text("Il percorso si è svolto in cinque fasi, ciascuna con date pubblicate in anticipo."),
    ];
    blocks.push(phases());
    for (title, text) in [
        (
            "Analisi dei documenti",
            "Sono stati letti i piani già in vigore nell’area, per trovare ciò che hanno in comune e ciò che li divide. Ne è nato un quaderno di lavoro, pubblicato prima di ogni altro passo, che elenca le fonti e le domande rimaste aperte.",
        ),
        (
            "Interviste",
            "Ventidue interviste, di circa un’ora ciascuna, hanno raccolto bisogni e proposte. Le risultanze sono riportate per tema e senza attribuzione, secondo l’impegno preso con le persone ascoltate.",
        ),
        (
            "Incontro pubblico",
            "L’incontro si è tenuto in presenza, con cinque tavoli tematici e due sessioni ciascuno. I verbali dei tavoli sono confluiti, riga per riga, nello stesso registro dei commenti ricevuti in linea.",
        ),
    ] {
        blocks.push(Block::heading(3, title));
        blocks.push(Block::text(text));
    }
    blocks.push(nested());
    blocks.push(Block::Quote {
        spans: vec!["Non chiediamo un ufficio in più: chiediamo una porta sola a cui bussare, e che dietro ci sia qualcuno che risponde.".into()],
        source: Some("dalla restituzione del tavolo 3, Luoghi e prossimità".into()),
    });
    blocks.push(Block::Heading { level: 1, text: "Recepimento delle richieste".into(), anchor: Some("esiti".into()) });
    blocks.push(Block::text(
        "La tabella riporta ogni richiesta, il suo esito e la motivazione. Il codice rimanda al registro.",
    ));
    blocks.push(outcome_table(outcomes));
    blocks.push(Block::heading(2, "Un esempio di testo cambiato"));
    blocks.push(Block::text("Il passaggio P-31 nella bozza e nella versione finale:"));
    blocks.push(redline());
    blocks.push(Block::heading(1, "Chi ha partecipato"));
    blocks.push(Block::text("Le organizzazioni che hanno preso parte ad almeno una fase, in ordine alfabetico. Le persone sono contate e non nominate."));
    blocks.push(Block::Names { items: names(134) });
    blocks.push(Block::heading(1, "Che cosa succede adesso"));
    blocks.push(Block::List(List {
        ordered: true,
        start: None,
        items: [
            "La versione finale passa all’approvazione dei due enti.",
            "Ogni sei mesi si pubblica lo stato di attuazione.",
            "Le richieste rinviate saranno riprese alla prima riunione della cabina di regia.",
        ]
        .map(Item::plain)
        .into(),
    }));
    Document {
        lang: Lang::It,
        title: "Piano dei luoghi comuni 2030".into(),
        subtitle: Some("Resoconto del percorso di ascolto del territorio".into()),
        promoters: vec!["Città metropolitana di Valdora".into(), "Camera di commercio di Valdora".into()],
        number: Some("Resoconto n. 1".into()),
        date: "14 aprile 2025".into(),
        issued: Some(Moment { year: 2025, month: 4, day: 14, hour: 8, minute: 0, second: 0 }),
        summary: None,
        fingerprint: Some("9f2c4b1e7a0d4c55b8e3f6a1d2907c6e4fb1a8d35c7e9021b46a8f0d3e5c7b91".into()),
        base_url: None,
        labels: labels(),
        short: false,
        blocks,
    }
}

fn labels() -> Labels {
    Labels {
        contents: "Indice".into(),
        page: "Pagina".into(),
        of: "di".into(),
        table: "Tabella".into(),
        fingerprint: "Impronta".into(),
        added: "testo aggiunto".into(),
        removed: "testo rimosso".into(),
    }
}

fn figures() -> Block {
    let items = [
        ("22", "interviste"),
        ("97", "persone all’incontro"),
        ("20", "contributi in linea"),
        ("49", "richieste, tutte con risposta"),
    ];
    Block::Figures { items: items.map(|(value, label)| Figure { value: value.into(), label: label.into() }).into() }
}

fn phases() -> Block {
    let rows = [
        ("I", "Analisi dei documenti", "settembre – ottobre 2024", "14"),
        ("II", "Interviste", "ottobre – novembre 2024", "22"),
        ("III", "Incontro pubblico", "5 dicembre 2024", "97"),
        ("IV", "Scrittura della bozza e consultazione aperta", "25 febbraio – 11 marzo 2025", "20"),
        ("V", "Presentazione", "14 aprile 2025", "1.204"),
    ];
    Block::Table(Table {
        caption: "Fasi, date e contributi".into(),
        head: ["Fase", "Che cosa", "Quando", "Contributi"].map(String::from).into(),
        rows: rows.map(|(a, b, c, d)| [a, b, c, d].map(|t| vec![Span::plain(t)]).into()).into(),
        widths: None,
        numeric: vec![false, false, false, true],
    })
}

fn nested() -> Block {
    let inner = List {
        ordered: true,
        start: Some(3),
        items: ["orari e accessi;", "spazi condivisi tra enti;"].map(Item::plain).into(),
    };
    let mut items: Vec<Item> =
        ["presentare il percorso;", "raccogliere bisogni e proposte, in particolare su:"].map(Item::plain).into();
    items[1].list = Some(inner);
    items.push(Item::plain("concordare come restituire i risultati."));
    Block::List(List { ordered: false, start: None, items })
}

fn outcome_table(count: usize) -> Block {
    let row = |i: usize| {
        vec![
            vec![Span::plain(format!("R-{:04}", i + 1))],
            vec![Span::plain(REQUESTS[i % REQUESTS.len()])],
            vec![Span::bold(OUTCOMES[i * 5 % OUTCOMES.len()])],
            vec![Span::plain(REASONS[i * 3 % REASONS.len()])],
            vec![Span::plain((i * 7 % 13).to_string())],
        ]
    };
    Block::Table(Table {
        caption: "Richieste ricevute, esiti e motivazioni".into(),
        head: ["Codice", "Richiesta", "Esito", "Motivazione", "Adesioni"].map(String::from).into(),
        rows: (0..count).map(row).collect(),
        widths: None,
        numeric: vec![false, false, false, false, true],
    })
}

fn redline() -> Block {
    let pieces = [
        (PieceKind::Same, "Ogni zona omogenea individua "),
        (PieceKind::Removed, "ove possibile "),
        (PieceKind::Same, "un luogo di incontro"),
        (PieceKind::Added, " stabile, aperto anche in orario serale,"),
        (PieceKind::Same, " e ne pubblica "),
        (PieceKind::Removed, "periodicamente gli orari"),
        (PieceKind::Added, "gli orari entro il 31 gennaio di ogni anno"),
        (PieceKind::Same, "."),
    ];
    Block::Redline { pieces: pieces.map(|(change, text)| Piece { change, text: text.into() }).into() }
}

fn names(count: usize) -> Vec<String> {
    let pairs = FIRST.iter().flat_map(|a| SECOND.iter().map(move |b| format!("{a} {b}")));
    pairs.take(count).collect()
}
