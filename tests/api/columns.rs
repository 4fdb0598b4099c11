//! Every column of text, with hostile words in it, and where those words come to stand: inside their quotes everywhere;
//! what speaks of a person, on no public page but by that person's choice; what is secret, nowhere. A new column takes part
//! by being there.

use diesel::prelude::*;
use diesel::sql_types::Text;
use domain::access::Actor;
use domain::db::columns::{COLUMNS, Holds};
use domain::db::{self, Write};
use domain::id::ProcessId;
use domain::register::{Channel, Kind, NamedAs, NewContribution};
use domain::{accounts, comments, consultations, demo, plans};
use web::http::door::{self, Verb};

use crate::everywhere::{HOSTILE, harmless, printed, walk};
use crate::harness::{House, Page};
use crate::matrix::{enter, filled};

/// Columns that hold no words of anybody: what the program writes and reads back by itself. A broken one is a fault of the
/// program, not a string to be shown.
const CLOSED: &[&str] = &[
    "accounts.email_key",
    "accounts.lang",
    "audit.action",
    "audit.role",
    "contributions.refusal",
    "counters.name",
    "drafts.payload",
    "organisations.name_key",
    "organisations.plain_key",
    "outbox.kind",
    "outbox.lang",
    "passage_edits.act",
    "passage_ends.said",
    "passage_leads.from_link",
    "passage_leads.to_link",
    "passage_origins.said",
    "passage_texts.candidates",
    "plan_files.format",
    "plan_files.sha256",
    "plan_images.media_type",
    "plan_images.sha256",
    "version_images.sha256",
    "processes.slug",
    "registrations.email_key",
    "registrations.lang",
    "registrations.category",
    "reports.content",
    "report_files.format",
    "secrets.name",
    "tokens.kind",
    "register_entries.previous",
    "register_entries.hash",
    "register_entries.commitment",
    "register_entries.act",
    "versions.source_sha256",
    "reports.content_sha256",
    "report_files.sha256",
    "audit.subject",
    "consultations.zone",
    "minute_acts.act",
    "minute_acts.line_key",
    "minute_contributions.line_key",
    "minute_lines.heading",
    "minute_lines.key",
    "line_corrections.line_key",
    "restitution_editions.content",
    "restitution_editions.content_sha256",
    "restitution_files.format",
    "restitution_files.sha256",
    "restitution_lines.line_key",
    "withheld_lines.line_key",
    "minute_wordings.kind",
    "minute_wordings.line_key",
    "enrolments.category",
    "enrolments.email_key",
    "enrolments.lang",
    "enrolments.name_key",
    "enrolments.organisation_key",
    "register_acts.content_type",
    "register_acts.sha256",
    "event_files.content_type",
    "event_files.sha256",
    "event_guides.content_type",
    "event_guides.sha256",
];

/// Columns that hold words inside JSON: the words are put into these members.
const WITHIN: &[(&str, &str)] = &[
    ("outbox.params", "text"),
    ("passage_edits.block", "text"),
    ("passage_texts.block", "text"),
    ("versions.import_report", "detail"),
];

/// What speaks of a person and stands on public pages because that person chose so.
const BY_CHOICE: [&str; 5] = [
    "contribution_texts.text",
    "contribution_texts.proposed",
    "contributions.pseudonym",
    "interviews.organisation",
    // What was said, without who said it, where whoever writes the restitution shows it.
    "minute_lines.text",
];

/// What speaks of a person and stands on public pages as what five of them or more have in common.
const OF_MANY: &[&str] = &["enrolments.zone"];

/// Columns that no page shows to those who walk here, and why.
const UNSEEN: &[(&str, &str)] = &[
    ("event_organisations.organisation", "named once who came is forgotten: tests/api/registrations.rs"),
    ("register_acts.file_name", "the name under which the file is saved"),
    ("finding_withdrawals.reason", "stands in the place of a finding: tests/api/interviews.rs"),
    ("restitution_withdrawals.reason", "stands in the place of an edition: tests/api/restitutions.rs"),
    ("minute_wordings.text", "shown to whoever mends the line"),
    ("line_corrections.note", "shown to whoever decides about it, on a page nobody walks to here"),
    ("line_corrections.reason", "told by letter, and behind a link"),
    ("enrolments.code", "drawn as a picture"),
    ("enrolments.email", "used for letters, and shown on the page of one enrolment, which nobody walks to here"),
    ("passage_edits.block", "its plain text is shown"),
    ("organisations.zone", "shown to whoever speaks for the organisation"),
    ("outbox.last_error", "told by `ascolto doctor`"),
    ("registrations.email", "used when its link is followed"),
    ("registrations.name", "becomes the account's"),
    ("registrations.organisation", "becomes an organisation's"),
    ("registrations.zone", "becomes an organisation's"),
];

#[derive(QueryableByName, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    #[diesel(sql_type = Text)]
    of: String,
    #[diesel(sql_type = Text)]
    name: String,
}

impl Column {
    fn full(&self) -> String {
        format!("{}.{}", self.of, self.name)
    }

    /// Whether somebody's words may stand in it, and be shown.
    fn holds_words(&self) -> bool {
        let (name, within) = (self.full(), WITHIN.iter().any(|(c, _)| *c == self.full()));
        within || self.holds() != Holds::Secret && !CLOSED.contains(&name.as_str())
    }

    fn holds(&self) -> Holds {
        COLUMNS.iter().find(|(t, c, _)| *t == self.of && *c == self.name).unwrap().2
    }
}

/// Every column of text there is, as the database itself tells it.
fn columns(house: &House) -> Vec<Column> {
    let sql = match house.db().kind() {
        db::Kind::Sqlite => {
            "SELECT m.name AS \"of\", c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND c.type = 'TEXT'"
        }
        db::Kind::Postgres => {
            "SELECT table_name::text AS \"of\", column_name::text AS name FROM information_schema.columns \
             WHERE table_schema = 'public' AND data_type = 'text'"
        }
    };
    let mut all: Vec<Column> = house.db().read(|c| Ok(diesel::sql_query(sql).load(c)?)).unwrap();
    all.retain(|c| !c.of.starts_with("__") && !c.of.starts_with("sqlite_"));
    all.sort();
    all
}

/// What is published may be changed here, as no program could: the words are to stand in it.
fn lift_the_triggers(house: &House) {
    #[derive(QueryableByName)]
    struct Statement {
        #[diesel(sql_type = Text)]
        sql: String,
    }
    let sql = match house.db().kind() {
        db::Kind::Sqlite => "SELECT 'DROP TRIGGER ' || name AS sql FROM sqlite_master WHERE type = 'trigger'",
        db::Kind::Postgres => {
            "SELECT 'ALTER TABLE ' || tablename || ' DISABLE TRIGGER USER' AS sql FROM pg_tables WHERE schemaname = 'public'"
        }
    };
    house.write(move |w| {
        for statement in diesel::sql_query(sql).load::<Statement>(w.conn)? {
            diesel::sql_query(statement.sql).execute(w.conn)?;
        }
        Ok(())
    });
}

fn mark(column: &str) -> String {
    format!("[{column}]")
}

/// Puts hostile words, and the column's own mark, at the end of each of its values; whether the database let it.
fn plant(house: &House, column: &Column) -> bool {
    let words = format!(" {} {}", mark(&column.full()), HOSTILE.join(" "));
    let Column { of, name } = column;
    let member = WITHIN.iter().find(|(c, _)| *c == column.full()).map(|(_, member)| format!("\"{member}\":\""));
    let (sql, words) = match member {
        Some(member) => {
            let words = serde_json::to_string(&words).unwrap();
            let words = format!("{member}{}", &words[1..words.len() - 1]);
            (format!("UPDATE {of} SET {name} = replace({name}, '{member}', $1)"), words)
        }
        None => (format!("UPDATE {of} SET {name} = {name} || $1"), words),
    };
    let planting = move |w: &mut Write<'_>| {
        Ok(diesel::sql_query(sql.replace("$1", if is_sqlite(w) { "?" } else { "$1" }))
            .bind::<Text, _>(words)
            .execute(w.conn)?)
    };
    house.db().write(house.now(), planting).is_ok()
}

fn is_sqlite(w: &Write<'_>) -> bool {
    matches!(w.conn, db::Conn::Sqlite(_))
}

/// The pages of everybody who signs in.
fn inside(house: &House) -> Vec<Page> {
    let slugs = ["piano-economia-sociale-torino-2030", "piano-verde-spazi-comuni-valdora"];
    let mut pages = Vec::new();
    for role in ["participant", "reviewer", "promoter", "administrator"] {
        let browser = enter(house, role);
        for slug in slugs {
            let doors = door::all().into_iter().filter(|d| d.verb == Verb::Get && d.path != "/static/{file}");
            pages.extend(doors.map(|d| browser.open(&filled(d.path, slug))));
        }
    }
    pages
}

/// What the demonstration has none of: a text that came on paper, an extension, an import with something to tell, an answer
/// sent back; the number of the text on paper.
fn add_what_is_missing(house: &House, process: ProcessId, promoter: &Actor) -> i32 {
    let (db, actor) = (house.db(), promoter.clone());
    let source =
        reader::read("bozza.md", b"# Titolo\n\nUn testo <font>con un segno ignoto</font>.\n\n![](a.png)\n").unwrap();
    let prepared = db.read(|c| plans::prepare(c, process, source)).unwrap();
    let version = db.read(|c| plans::ops::newest(c, process)).unwrap().unwrap().id;
    house.write(move |w| {
        let draft = plans::ops::import(w, &actor, process, &prepared, "bozza.md", &"0".repeat(64))?;
        let first = plans::ops::passages(w.conn, draft)?.remove(0);
        let typed = plans::Typed { source: "Un altro titolo".to_owned(), ..plans::Typed::of(&first) };
        plans::ops::edit(w, &actor, draft, first.row, first.revision, &typed)?;
        let window = consultations::ops::current(w.conn, process, w.now)?.unwrap();
        let new = NewContribution {
            version,
            passage: None,
            kind: Kind::Addition,
            text: "Una lettera.".to_owned(),
            proposed: String::new(),
            shown: true,
            named_as: NamedAs::Anonymous,
            pseudonym: String::new(),
            organisation: None,
            channel: Channel::Paper,
            sender: "Chi scrive".to_owned(),
            evidence: "Protocollo 1".to_owned(),
        };
        let receipt = comments::ops::enter_other(w, &actor, new, w.now, None)?;
        consultations::ops::extend(w, &actor, window.id, window.closes_at.plus_days(1), "Il ponte.")?;
        Ok(receipt.number)
    })
}

/// The history of the passage of the draft that was changed by hand.
fn history(house: &House, process: ProcessId, promoter: &Actor) -> Page {
    let first = house.db().read(|c| {
        let draft = plans::ops::draft(c, promoter, process)?.unwrap();
        Ok(plans::ops::passages(c, draft.id)?.remove(0))
    });
    let row = first.unwrap().row;
    let path = format!("/percorsi/piano-verde-spazi-comuni-valdora/gestione/piano/testo/{row}/storia");
    enter(house, "promoter").open(&path)
}

/// What nothing published may become by any program: one answer is sent back, the report is withdrawn with a reason.
fn afterwards(house: &House) {
    let reason = mark("reports.withdrawn_reason");
    house.write(move |w| {
        let back = "UPDATE responses SET state = 'returned', published_at = NULL WHERE number = 1";
        diesel::sql_query(back).execute(w.conn)?;
        let gone = format!("UPDATE reports SET withdrawn_at = published_at, withdrawn_reason = '{reason}'");
        Ok(diesel::sql_query(gone).execute(w.conn)?)
    });
}

for_each_database! {
    fn what_a_column_holds_stands_where_it_may(house of Demo, |s| s.page_cache = false) {
        let filled = house.demo();
        let promoter = house.db().read(|c| accounts::ops::credentials(c, demo::SIGN_INS[1].1)).unwrap().unwrap().0;
        let promoter = house.db().read(|c| accounts::ops::actor_by_id(c, promoter.id)).unwrap();
        let on_paper = add_what_is_missing(house, filled.quartiere, &promoter);
        lift_the_triggers(house);
        let open: Vec<Column> = columns(house).into_iter().filter(Column::holds_words).collect();
        let (planted, refused): (Vec<Column>, Vec<Column>) = open.into_iter().partition(|c| plant(house, c));
        // A column with a rule of its own takes a list of words and no other.
        let listed = |c: &Column| ["kind", "channel", "moderation", "named_as", "role", "matched", "outcome", "state", "mode", "admission", "way", "consent"].contains(&c.name.as_str());
        assert!(refused.iter().all(listed), "{:?}", refused.iter().map(Column::full).collect::<Vec<_>>());
        assert!(planted.len() > 55, "{}", planted.len());

        web::tables::publish_all(&house.app, &promoter, filled.torino, 1, filled.restituted_at).unwrap();
        web::report::publish_now(&house.app, &promoter, filled.torino, filled.report_at).unwrap();
        let printed = printed(house, filled.torino);
        afterwards(house);
        let letters: String = house.mailbox().into_iter().map(|l| format!("{} {}", l.subject, l.body)).collect();
        let (public, mut inside) = (walk(house), inside(house));
        let desk = format!("/percorsi/piano-verde-spazi-comuni-valdora/gestione/contributi/{on_paper}");
        inside.push(enter(house, "promoter").open(&desk));
        inside.push(history(house, filled.quartiere, &promoter));
        public.iter().chain(&inside).for_each(harmless);

        let mut wrong = Vec::new();
        for column in &planted {
            let mark = mark(&column.full());
            let outside = public.iter().find(|p| p.body.contains(&mark)).map(|p| p.path.as_str());
            let outside = outside.or_else(|| printed.iter().any(|p| p.contains(&mark)).then_some("the report's files"));
            if column.holds() == Holds::Personal && !BY_CHOICE.contains(&column.full().as_str()) && !OF_MANY.contains(&column.full().as_str()) {
                assert_eq!(outside, None, "{} is shown to everybody", column.full());
            }
            let seen = outside.is_some() || letters.contains(&mark) || inside.iter().any(|p| p.body.contains(&mark));
            let unseen = UNSEEN.iter().any(|(c, _)| *c == column.full());
            if seen == unseen {
                wrong.push(format!("{} {}", column.full(), if seen { "is shown" } else { "is not shown" }));
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
