//! The events of the demo: Turin's of 5 December 2024 (the day, its title, 104 people, five tables of two sessions are facts;
//! the tables' themes, who enrolled and who did not come are not) and those of the small process, around today.

use chrono::NaiveDate;

use super::people::{self, People};
use super::play;
use crate::Result;
use crate::access::Actor;
use crate::clock::Instant;
use crate::db::{Db, Write};
use crate::events::door::{self, Act, Sent};
use crate::events::files::{self, NewFile};
use crate::events::tables::{self, NewTable};
use crate::events::{
    Admission, Document, Enrolment, Facts, Kind, Mode, NewEnrolment, Session, State, Table, Wish, enrol, guide, ops,
};
use crate::id::{AccountId, EventId, ProcessId, SessionId, TableId};

/// Names nobody has: see `docs/decisions/0011-demo-names-and-acts.md`.
const NAMES: [&str; 28] = [
    "Alice", "Bice", "Carlo", "Dina", "Elvira", "Fausto", "Gemma", "Irene", "Lino", "Marta", "Nino", "Orsola", "Piero",
    "Quinto", "Rosa", "Silvio", "Teresa", "Umberto", "Vera", "Zeno", "Agata", "Berto", "Cleo", "Dora", "Enea", "Fede",
    "Gino", "Ines",
];
const SURNAMES: [&str; 5] = ["Fittizi", "Inventati", "Segnaposto", "Immaginari", "Ipotetici"];
const ZONES: [&str; 4] = ["Torino", "Chieri", "Torino", "Ivrea"];
/// The guide of the small process's workshop, and the same as the product printed it.
const GUIDE: &str = include_str!("content/quartiere/guida.md");
const GUIDE_PDF: &[u8] = include_bytes!("content/quartiere/guida.pdf");
const LAB_PDF: &[u8] = include_bytes!("content/quartiere/laboratorio.pdf");
const AGENDA_PDF: &[u8] = include_bytes!("content/quartiere/ordine-del-giorno.pdf");
const CATEGORIES: [&str; 2] = ["association", "cooperative"];

/// A fictitious person who enrols. Every third comes for nobody but themselves.
fn person(n: usize, wish: Wish) -> NewEnrolment {
    let pick = |list: &[&'static str], at: usize| list.get(at % list.len()).copied().unwrap_or_default();
    let alone = n.is_multiple_of(3);
    NewEnrolment {
        name: format!("{} {}", pick(&NAMES, n), pick(&SURNAMES, n / NAMES.len())),
        email: format!("iscritto{n}@example.org"),
        lang: "it".to_owned(),
        organisation: if alone { String::new() } else { format!("Ente di fantasia {}", n / 3 + 1) },
        organisation_listed: false,
        category: if alone { "" } else { pick(&CATEGORIES, n / 3) }.to_owned(),
        zone: pick(&ZONES, n).to_owned(),
        needs: if n == 7 { "Un posto vicino all'ingresso, per una sedia a ruote." } else { "" }.to_owned(),
        wish,
        consent: true,
    }
}

fn printed_guide() -> guide::File {
    guide::File {
        name: "guida-alla-discussione.pdf".to_owned(),
        content_type: "application/pdf".to_owned(),
        bytes: GUIDE_PDF.to_vec(),
    }
}

/// A document of an event, as somebody uploads it.
fn paper(title: &str, note: &str, file_name: &str, bytes: &[u8]) -> NewFile {
    NewFile {
        title: title.to_owned(),
        note: note.to_owned(),
        file_name: file_name.to_owned(),
        content_type: "application/pdf".to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// What a table is about and what it discusses.
fn table(theme: &str, room: &str, seats: i32, by: AccountId, sessions: &[(&str, Instant, Instant)]) -> NewTable {
    let session = |(question, starts, ends): &(&str, Instant, Instant)| Session {
        id: SessionId(0),
        table_id: TableId(0),
        position: 0,
        question: (*question).to_owned(),
        starts_at: Some(*starts),
        ends_at: Some(*ends),
    };
    NewTable {
        theme: theme.to_owned(),
        room: room.to_owned(),
        seats,
        facilitators: vec![by],
        sessions: sessions.iter().map(session).collect(),
    }
}

/// Makes an event with its tables and publishes it.
fn make(w: &mut Write<'_>, by: &Actor, process: ProcessId, facts: &Facts, list: &[NewTable]) -> Result<EventId> {
    let number = ops::create(w, by, process, facts)?;
    let event = ops::by_number(w.conn, by, process, number)?;
    for new in list {
        tables::add(w, by, event.id, new)?;
    }
    ops::publish(w, by, event.id)?;
    Ok(event.id)
}

/// People who enrol, so many in one write; they wish for the tables in turn, and for the next as a second choice.
fn enrol_all(db: &Db, event: EventId, who: std::ops::Range<usize>, tables: &[TableId], at: Instant) -> Result<()> {
    let tables = tables.to_vec();
    db.write(at, move |w| {
        let table = |n: usize| tables.get(n % tables.len().max(1)).copied();
        for n in who {
            let second = table(n + 1).filter(|t| Some(*t) != table(n));
            let wish = Wish { mode: Mode::Room, first: table(n), second };
            enrol::enrol(w, &Actor::default(), event, &person(n, wish))?;
        }
        Ok(())
    })
}

fn table_ids(db: &Db, event: EventId) -> Result<Vec<TableId>> {
    db.read(|conn| Ok(ops::tables(conn, event)?.into_iter().map(|(t, _): (Table, _)| t.id).collect()))
}

/// Says who came: of those enrolled, in the order of turns, five in twenty-five stay away.
fn let_in(db: &Db, by: &Actor, event: EventId, at: Instant) -> Result<()> {
    let of = db.read(|conn| ops::by_id(conn, event))?;
    let people: Vec<Enrolment> = db.read(|conn| enrol::everybody(conn, by, &of))?;
    let by = by.clone();
    db.write(at, move |w| {
        for (n, e) in people.iter().enumerate().filter(|(n, _)| (n / 5) % 5 != 2) {
            let sent = Sent { key: format!("demo-{}-{n}", event.0), at: None, act: Act::In(e.id) };
            door::act(w, &by, event, &sent)?;
        }
        Ok(())
    })
}

/// Enrolled in Turin: 129, of whom 25 (see [`let_in`]) do not come: 104 in the room.
const TURIN: [(&str, std::ops::Range<usize>); 5] =
    [("05", 0..26), ("08", 26..52), ("13", 52..78), ("20", 78..104), ("27", 104..129)];

/// Turin's event, from its announcement to its end.
pub fn torino(db: &Db, people: &People, process: ProcessId) -> Result<()> {
    let by = people::actor(db, people.promoter)?;
    let at = |hour: &str| play::rome(&format!("2024-12-05T{hour}"));
    let facts = Facts {
        kind: Kind::Participatory,
        title: "Verso il Piano metropolitano per l'economia sociale di Torino".to_owned(),
        programme: "14:00 Accoglienza\n14:30 Plenaria di apertura, in sala e online\n15:00 Tavoli, prima sessione\n\
                    16:15 Tavoli, seconda sessione\n17:30 Plenaria di chiusura, in sala e online"
            .to_owned(),
        place: "Sala dimostrativa".to_owned(),
        address: "Via d'esempio 1, Torino".to_owned(),
        accessibility:
            "Ingresso senza gradini, ascensore, servizi accessibili, interprete della lingua dei segni su richiesta."
                .to_owned(),
        online_link: "https://video.example.org/piano".to_owned(),
        starts_at: at("14:30"),
        ends_at: at("18:00"),
        admission: Admission::Names,
        closes_at: Some(play::rome("2024-12-04T18:00")),
        room_seats: 140,
        remote_seats: 80,
        past_meant: false,
    };
    let first = "Su quali leve puntare perché l'economia dell'area si riconosca nei valori dell'economia sociale?";
    let second = "Quali azioni servono per ogni obiettivo, chi le fa, quando e con che cosa?";
    let sessions = [(first, at("15:00"), at("16:10")), (second, at("16:15"), at("17:25"))];
    let themes = [
        "Governance e partenariato",
        "Acquisti a valore sociale",
        "Finanza d'impatto",
        "Formazione, competenze e giovani",
        "Inclusione sociale e lavorativa",
    ];
    let list: Vec<NewTable> = (1..)
        .zip(themes)
        .map(|(n, theme)| table(theme, &format!("Stanza {n}"), 26, people.facilitator, &sessions))
        .collect();
    let promoter = by.clone();
    let event = db.write(play::rome("2024-11-04T10:00"), move |w| make(w, &promoter, process, &facts, &list))?;
    let tables = table_ids(db, event)?;
    for (day, lot) in TURIN {
        enrol_all(db, event, lot, &tables, play::rome(&format!("2024-11-{day}T18:30")))?;
    }
    let facilitator = people::actor(db, people.facilitator)?;
    let_in(db, &facilitator, event, at("14:20"))?;
    db.write(at("18:10"), move |w| ops::set_state(w, &by, event, State::Held, "", ""))
}

/// The events of the small process: one to enrol for, one that was, one cancelled, a desk, a meeting of few.
pub fn quartiere(db: &Db, people: &People, process: ProcessId, today: NaiveDate) -> Result<()> {
    let by = people::actor(db, people.promoter)?;
    let at = |days: i64, time: &str| play::at_time(today, days, time);
    let facts = |kind, title: &str, days, from: &str, to: &str| Facts {
        kind,
        title: title.to_owned(),
        programme: String::new(),
        place: "Casa del quartiere".to_owned(),
        address: "Piazza di prova 3, Valdora".to_owned(),
        accessibility: "Ingresso in piano; la sala è al piano terra.".to_owned(),
        online_link: String::new(),
        starts_at: at(days, from),
        ends_at: at(days, to),
        admission: Admission::Headcount,
        closes_at: None,
        room_seats: 0,
        remote_seats: 0,
        past_meant: false,
    };
    let workshop = Facts {
        admission: Admission::Names,
        room_seats: 12,
        remote_seats: 30,
        online_link: "https://video.example.org/valdora".to_owned(),
        programme: "17:30 Apertura\n18:00 I due tavoli\n20:00 Che cosa è emerso".to_owned(),
        ..facts(Kind::Participatory, "Laboratorio sul verde di Ponte Vecchio", 1, "17:30", "20:30")
    };
    let sessions = |from: &str, to: &str, question: &'static str| vec![(question, at(1, from), at(1, to))];
    let list = [
        table(
            "Alberi e prati",
            "Sala grande",
            8,
            people.facilitator,
            &sessions("18:00", "19:30", "Dove serve ombra, e chi se ne prende cura?"),
        ),
        table(
            "Orti e spazi di incontro",
            "Sala piccola",
            4,
            people.facilitator,
            &sessions("18:00", "19:30", "Quali spazi aprire, in quali ore, con quali regole?"),
        ),
    ];
    let promoter = by.clone();
    let event = db.write(at(-9, "10:00"), move |w| make(w, &promoter, process, &workshop, &list))?;
    let tables = table_ids(db, event)?;
    enrol_all(db, event, 0..9, &tables, at(-6, "19:00"))?;
    let (reviewer, promoter) = (people::actor(db, people.reviewer)?, by.clone());
    db.write(at(-5, "12:00"), move |w| {
        let title = "Mappa del quartiere".to_owned();
        let map = Document { title, note: "Con le aree di cui si parla ai tavoli.".to_owned(), link: String::new() };
        ops::set_documents(w, &promoter, event, &[map])?;
        let how = paper("Come si svolge il laboratorio", "", "come-si-svolge-il-laboratorio.pdf", LAB_PDF);
        files::add(w, &promoter, event, how)?;
        guide::keep_text(w, &reviewer, event, GUIDE)?;
        guide::publish(w, &reviewer, event, &printed_guide())?;
        Ok(())
    })?;
    // Two more for the small table, where four sit already.
    enrol_all(db, event, 20..22, tables.get(1..).unwrap_or_default(), at(-2, "21:10"))?;
    others(
        db,
        people,
        process,
        [
            facts(Kind::Evening, "Serata di presentazione della bozza", -4, "18:00", "20:00"),
            facts(Kind::Evening, "Passeggiata serale nel parco", -3, "20:00", "22:00"),
            facts(Kind::Desk, "Sportello al mercato", 6, "09:00", "13:00"),
            facts(Kind::Steering, "Cabina di regia", 9, "11:00", "12:00"),
        ],
        at,
    )
}

fn others(
    db: &Db,
    people: &People,
    process: ProcessId,
    [evening, walk, desk, steering]: [Facts; 4],
    at: impl Fn(i64, &str) -> Instant,
) -> Result<()> {
    let by = people::actor(db, people.promoter)?;
    let facilitator = people::actor(db, people.facilitator)?;
    let promoter = by.clone();
    let (evening, walk) = db.write(at(-8, "10:00"), move |w| {
        let evening = make(w, &promoter, process, &evening, &[])?;
        let walk = make(w, &promoter, process, &walk, &[])?;
        make(w, &promoter, process, &desk, &[])?;
        let meeting = make(w, &promoter, process, &steering, &[])?;
        let [.., (_, guest)] = people::SIGN_INS;
        ops::invite(w, &promoter, meeting, guest)?;
        let agenda = paper("Ordine del giorno", "Solo per chi è invitato.", "ordine-del-giorno.pdf", AGENDA_PDF);
        files::add(w, &promoter, meeting, agenda)?;
        Ok((evening, walk))
    })?;
    let promoter = by.clone();
    db.write(at(-4, "18:05"), move |w| {
        for (n, heads) in [10, 10, 10, 7].into_iter().enumerate() {
            let sent = Sent { key: format!("demo-{}-heads-{n}", evening.0), at: None, act: Act::Heads(heads) };
            door::act(w, &facilitator, evening, &sent)?;
        }
        ops::set_state(
            w,
            &promoter,
            walk,
            State::Cancelled,
            "È previsto un temporale: la passeggiata si rifarà in primavera.",
            "",
        )
    })?;
    db.write(at(-4, "20:10"), move |w| ops::set_state(w, &by, evening, State::Held, "", ""))
}
