//! Everything public, followed link by link from the home page: none is dead, no page and no file names a private person, none lets
//! a hostile string out of its quotes.

use std::collections::{BTreeSet, VecDeque};
use std::io::{Cursor, Read};

use domain::id::ProcessId;
use domain::register::{Kind, Moderation, NamedAs, NewContribution};
use domain::{accounts, comments, demo, plans, processes, register, report};
use web::http::door::{self, Verb};
use web::{Access, Door};

use crate::harness::{Browser, House, Page};

/// Strings that broke something somewhere.
pub const HOSTILE: [&str; 8] = [
    "<script>alert('hostile')</script>",
    "\"><img src=x onerror=alert('hostile')>",
    "'; DROP TABLE contributions; --",
    "{{7*7}} ${7*7} #{7*7} %s %n",
    "\u{202e}etsop\u{202c} \u{feff} \u{200b} نص عربي 漢字 🧵",
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "javascript:alert('hostile')",
    "a\u{0301}\u{0301}\u{0301} ﷽ <!-- --> ]]> &lt;b&gt; \\\\ \t\r\n fine",
];

/// How many addresses a walk may find. More of them is an address that begets others, or a larger demonstration: then this rises.
const MOST: usize = 1500;

/// Everything that can be reached from the home page without signing in: pages, data, calendars and files. The body of a file that is
/// no text has its words added to it.
pub fn walk(house: &House) -> Vec<Page> {
    let browser = house.browser();
    let (mut seen, mut waiting, mut pages) =
        (BTreeSet::from(["/".to_owned()]), VecDeque::from(["/".to_owned()]), Vec::new());
    while let Some(path) = waiting.pop_front() {
        let mut page = browser.open(&path);
        let code = page.status.as_u16();
        assert!(code == 200 || code == 303 && page.header("location").is_some(), "{path}: {code}\n{}", page.text());
        let Some(kind) = page.header("content-type").and_then(|kind| kind.split(';').next()) else { continue };
        if kind == "text/html" {
            for link in page.attributes("a[href]", "href") {
                let link = link.split('#').next().unwrap_or("").to_owned();
                let inside = link.starts_with('/')
                    && !["/static/", "/lingua/", "/demo/", "/accedi"].iter().any(|p| link.starts_with(p));
                // Each page has those of the size of its text, which lead back to it: one of each is enough.
                let known = if link.starts_with("/carattere/") { link.split('?').next().unwrap_or("") } else { &link };
                if inside && seen.insert(known.to_owned()) {
                    assert!(seen.len() <= MOST, "more than {MOST} addresses: {link} on {path}");
                    waiting.push_back(link);
                }
            }
        } else {
            let more = words_of(&page, kind);
            page.body.push_str(&more);
        }
        pages.push(page);
    }
    pages
}

/// The words of a file that is no text: those a reader finds, and whatever else stands in its parts (who changed it, properties).
fn words_of(file: &Page, kind: &str) -> String {
    match kind {
        "application/pdf" => words_of_pdf(&file.bytes),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        | "application/vnd.oasis.opendocument.text" => words_of_office(&file.path, &file.bytes),
        "application/json" | "image/svg+xml" | "image/png" => String::new(),
        kind if kind.starts_with("text/") => String::new(),
        other => panic!("{}: is anybody named in a file of the kind {other}?", file.path),
    }
}

fn words_of_pdf(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words_of_office(path: &str, bytes: &[u8]) -> String {
    let name = path.split('?').next().unwrap().rsplit('/').next().unwrap();
    let mut words: Vec<String> = reader::read(name, bytes).unwrap().blocks.iter().map(reader::Block::text).collect();
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..parts.len() {
        let mut part = Vec::new();
        parts.by_index(index).unwrap().read_to_end(&mut part).unwrap();
        words.push(String::from_utf8_lossy(&part).into_owned());
    }
    words.join(" ")
}

for_each_database! {
    fn no_link_is_dead_and_no_private_person_is_named(house of Published) {
        let names = names(house);
        assert!(names.len() >= 20, "{names:?}");
        let pages = walk(house);
        assert!(pages.len() > 100, "only {} pages were found", pages.len());
        // Not in the pages only: in the data, the calendars and every file too.
        for ending in [".json", ".ics", ".pdf", ".docx", ".odt", ".md", ".html"] {
            let found = pages.iter().any(|p| p.path.split('?').next().is_some_and(|path| path.ends_with(ending)));
            assert!(found, "no {ending} was found");
        }
        for page in &pages {
            let body = unescaped(&page.body);
            for name in &names {
                assert!(!body.contains(name.as_str()), "{} names {name}", page.path);
            }
        }
        for text in printed(house, house.demo().torino) {
            assert!(text.contains("Fondazione Compagnia di San Paolo"), "{}", &text[..2000]);
            assert!(names.iter().all(|n| !text.contains(n.as_str())));
        }
    }
}

/// An apostrophe as it was written: a name may have one.
fn unescaped(html: &str) -> String {
    html.replace("&#39;", "'").replace("&apos;", "'").replace("&amp;", "&")
}

/// The words of the first report in each of its forms, without line breaks.
pub fn printed(house: &House, process: ProcessId) -> Vec<String> {
    let file = |format| house.db().read(|c| report::ops::file(c, process, 1, format)).unwrap().0;
    let html = String::from_utf8(file(report::Format::Html)).unwrap();
    let pdf = words_of_pdf(&file(report::Format::Pdf));
    let docx = reader::read("resoconto.docx", &file(report::Format::Docx)).unwrap();
    let docx: Vec<String> = docx.blocks.iter().map(reader::Block::text).collect();
    let texts = [unescaped(&html), pdf, docx.join(" ")];
    texts.iter().map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Names and addresses of every account, and the names of those who were heard.
fn names(house: &House) -> Vec<String> {
    use diesel::prelude::*;
    use domain::db::schema::{accounts, enrolments, interviews};
    let heard: Vec<String> = house.db().read(|c| Ok(interviews::table.select(interviews::name).load(c)?)).unwrap();
    assert_eq!(heard.len(), 30);
    let rows: Vec<(String, String)> =
        house.db().read(|c| Ok(accounts::table.select((accounts::name, accounts::email)).load(c)?)).unwrap();
    let enrolled: Vec<(String, String)> =
        house.db().read(|c| Ok(enrolments::table.select((enrolments::name, enrolments::email)).load(c)?)).unwrap();
    let all = rows.into_iter().chain(enrolled).flat_map(|(name, email)| [name, email]).chain(heard);
    all.filter(|said| !said.is_empty()).collect()
}

for_each_database! {
    fn every_act_of_the_demonstration_is_told_in_italian(house of Demo) {
        let administrator = enter(house, demo::SIGN_INS[0].1);
        let mut acts = 0;
        for page in 1..50 {
            let page = administrator.get(&format!("/amministrazione/tracce?pagina={page}"));
            let cells = page.all("table.audit tbody td:nth-child(4)");
            if cells.is_empty() {
                break;
            }
            acts += cells.len();
            for cell in cells {
                let english = ["contribution ", "response", "request ", "version ", "window ", "draft ", "passage ", "process "];
                assert!(!english.iter().any(|word| cell.starts_with(word)), "{cell}");
            }
        }
        assert!(acts > 150, "{acts}");
    }
}

for_each_database! {
    fn hostile_strings_stay_strings(house of Demo) {
        let filled = house.demo();
        let mut planted = 0;
        for text in HOSTILE {
            planted = plant(house, filled.quartiere, text);
        }
        let mut shown = 0;
        let promoter = enter(house, demo::SIGN_INS[1].1);
        let administrator = enter(house, demo::SIGN_INS[0].1);
        let desk = |door: &Door| {
            let path = door.path.replace("{slug}", "piano-verde-spazi-comuni-valdora");
            let path = path.replace("{code}", "2").replace("{number}", &planted.to_string()).replace("{lang}", "it");
            if door.access == Access::Administrator { administrator.open(&path) } else { promoter.open(&path) }
        };
        let staff: Vec<Page> = door::all().iter().filter(|d| d.verb == Verb::Get).map(desk).collect();
        let letters = house.mailbox().into_iter().map(|l| format!("{} {}", l.subject, l.body)).collect::<String>();
        assert!(letters.contains("hostile"));
        for page in walk(house).into_iter().chain(staff) {
            harmless(&page);
            shown += usize::from(page.body.contains("hostile"));
        }
        assert!(shown > 12, "the strings stand on {shown} pages only");
    }
}

/// Nothing on the page left its quotes.
pub fn harmless(page: &Page) {
    assert!(page.status.as_u16() < 500, "{}", page.path);
    if !page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        return;
    }
    assert!(!page.body.contains("<script>alert"), "{}", page.path);
    assert!(!page.body.contains("<img src=x"), "{}", page.path);
    assert!(page.attributes("[href^='javascript:']", "href").is_empty(), "{}", page.path);
    assert!(page.attributes("*[onerror]", "onerror").is_empty(), "{}", page.path);
}

/// Puts a string into everything that can be typed; the number of the contribution it came to stand in.
fn plant(house: &House, process: ProcessId, text: &'static str) -> i32 {
    let find = |email: &str| {
        let id = house.db().read(|c| domain::accounts::ops::credentials(c, email)).unwrap().unwrap().0.id;
        house.db().read(|c| domain::accounts::ops::actor_by_id(c, id)).unwrap()
    };
    let (me, reviewer, promoter) =
        (find("partecipante@example.org"), find(demo::SIGN_INS[2].1), find(demo::SIGN_INS[1].1));
    let version = house.db().read(|c| plans::ops::newest(c, process)).unwrap().unwrap();
    let passage = house.db().read(|c| plans::ops::passage_by_code(c, process, 3)).unwrap();
    house.write(move |w| {
        let new = NewContribution {
            version: version.id,
            passage: Some(passage),
            kind: Kind::Rewording,
            text: text.to_owned(),
            proposed: text.to_owned(),
            shown: true,
            named_as: NamedAs::Pseudonym,
            pseudonym: text.chars().take(40).collect(),
            organisation: None,
            channel: register::Channel::Online,
            sender: String::new(),
            evidence: String::new(),
        };
        let again = new.clone();
        let receipt = comments::ops::send(w, &me, new)?;
        let seen = register::Seen { id: receipt.id, revision: 1 };
        register::ops::moderate(w, &reviewer, seen, Moderation::Published, None, text)?;
        let document = processes::Document { title: text.to_owned(), note: text.to_owned(), link: String::new() };
        processes::ops::set_documents(w, &promoter, process, &[document])?;
        let act = processes::NewAct {
            body: text.into(),
            title: text.into(),
            act_number: text.into(),
            act_date: None,
            note: text.into(),
        };
        processes::ops::enter_act(w, &reviewer, process, &act)?;
        let facts = processes::Facts {
            title: text.into(),
            summary: text.into(),
            contact: text.into(),
            ..processes::Facts::default()
        };
        processes::ops::save_facts(w, &promoter, process, &facts)?;
        let entry = report::NewEntry {
            channel: report::EntryChannel::Event,
            organisations: vec![text.to_owned()],
            citizens: 0,
        };
        report::ops::enter(w, &reviewer, process, &entry)?;
        processes::ops::set_report_words(w, &reviewer, process, text, text)?;
        let organisation = accounts::NewOrganisation { name: text.into(), category: "other".into(), zone: text.into() };
        accounts::ops::add_organisation(w, &promoter, &organisation)?;
        let reason = Moderation::Refused;
        let other = comments::ops::send(w, &me, again)?;
        let seen = register::Seen { id: other.id, revision: 1 };
        register::ops::moderate(w, &reviewer, seen, reason, Some(register::Refusal::OffTopic), text)?;
        Ok(receipt.number)
    })
}

fn enter<'h>(house: &'h House, email: &str) -> Browser<'h> {
    let browser = house.browser();
    browser.get("/accedi");
    browser.submit("/accedi", &[("email", email), ("password", demo::PASSWORD)]);
    browser
}
