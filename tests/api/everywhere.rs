//! Every public page, followed link by link from the home page: none is dead, none names a private person, none lets a
//! hostile string out of its quotes.

use std::collections::{BTreeSet, VecDeque};

use domain::id::ProcessId;
use domain::register::{Kind, Moderation, NamedAs, NewContribution};
use domain::{comments, demo, plans, processes, register, report};

use crate::harness::{House, Page};

/// Strings that broke something somewhere.
const HOSTILE: [&str; 8] = [
    "<script>alert('hostile')</script>",
    "\"><img src=x onerror=alert('hostile')>",
    "'; DROP TABLE contributions; --",
    "{{7*7}} ${7*7} #{7*7} %s %n",
    "\u{202e}etsop\u{202c} \u{feff} \u{200b} نص عربي 漢字 🧵",
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "javascript:alert('hostile')",
    "a\u{0301}\u{0301}\u{0301} ﷽ <!-- --> ]]> &lt;b&gt; \\\\ \t\r\n fine",
];

/// Every page that can be reached from the home page, without signing in.
fn walk(house: &House) -> Vec<Page> {
    let browser = house.browser();
    let (mut seen, mut waiting, mut pages) = (BTreeSet::from(["/".to_owned()]), VecDeque::from(["/".to_owned()]), Vec::new());
    while let Some(path) = waiting.pop_front() {
        let page = browser.open(&path);
        let code = page.status.as_u16();
        assert!(code == 200 || code == 303 && page.header("location").is_some(), "{path}: {code}\n{}", page.text());
        if page.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            for link in page.attributes("a[href]", "href") {
                let link = link.split('#').next().unwrap_or("").to_owned();
                let inside = link.starts_with('/') && !["/static/", "/lingua/", "/demo/", "/accedi"].iter().any(|p| link.starts_with(p));
                if inside && seen.len() < 1500 && seen.insert(link.clone()) {
                    waiting.push_back(link);
                }
            }
            pages.push(page);
        }
    }
    pages
}

#[test]
fn no_link_is_dead_and_no_private_person_is_named() {
    let house = House::on_sqlite();
    let filled = demo::fill(house.db(), house.now()).unwrap();
    let promoter = house.db().read(|c| domain::accounts::ops::credentials(c, demo::SIGN_INS[1].1)).unwrap().unwrap().0;
    let promoter = house.db().read(|c| domain::accounts::ops::actor_by_id(c, promoter.id)).unwrap();
    web::report::publish_now(&house.app, &promoter, filled.torino, filled.report_at).unwrap();
    let names = names(&house);
    assert!(names.len() >= 20, "{names:?}");
    let pages = walk(&house);
    assert!(pages.len() > 100, "only {} pages were found", pages.len());
    for page in &pages {
        for name in &names {
            assert!(!page.body.contains(name.as_str()), "{} names {name}", page.path);
        }
    }
    let html = house.db().read(|c| report::ops::file(c, filled.torino, 1, report::Format::Html)).unwrap().0;
    let html = String::from_utf8(html).unwrap();
    assert!(names.iter().all(|n| !html.contains(n.as_str())));
}

/// Names and addresses of every account.
fn names(house: &House) -> Vec<String> {
    use diesel::prelude::*;
    use domain::db::schema::accounts;
    let rows: Vec<(String, String)> =
        house.db().read(|c| Ok(accounts::table.select((accounts::name, accounts::email)).load(c)?)).unwrap();
    rows.into_iter().flat_map(|(name, email)| [name, email]).collect()
}

#[test]
fn hostile_strings_stay_strings() {
    let house = House::on_sqlite();
    let filled = demo::fill(house.db(), house.now()).unwrap();
    for text in HOSTILE {
        plant(&house, filled.quartiere, text);
    }
    let mut shown = 0;
    for page in walk(&house) {
        assert!(!page.body.contains("<script>alert"), "{}", page.path);
        assert!(!page.body.contains("<img src=x"), "{}", page.path);
        assert!(page.attributes("[href^='javascript:']", "href").is_empty(), "{}", page.path);
        assert!(page.attributes("*[onerror]", "onerror").is_empty(), "{}", page.path);
        shown += usize::from(page.body.contains("hostile"));
    }
    assert!(shown > 5, "the strings stand on {shown} pages only");
}

/// Puts a string into everything that stands on a public page.
fn plant(house: &House, process: ProcessId, text: &'static str) {
    let find = |email: &str| {
        let id = house.db().read(|c| domain::accounts::ops::credentials(c, email)).unwrap().unwrap().0.id;
        house.db().read(|c| domain::accounts::ops::actor_by_id(c, id)).unwrap()
    };
    let (me, reviewer, promoter) = (find("partecipante@example.org"), find(demo::SIGN_INS[2].1), find(demo::SIGN_INS[1].1));
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
        let receipt = comments::ops::send(w, &me, new)?;
        register::ops::moderate(w, &reviewer, receipt.id, Moderation::Published, None, text)?;
        let document = processes::Document { title: text.to_owned(), note: text.to_owned(), link: String::new() };
        processes::ops::set_documents(w, &promoter, process, &[document])?;
        let act = processes::NewAct { body: text.into(), title: text.into(), act_number: text.into(), act_date: None, note: text.into() };
        processes::ops::enter_act(w, &reviewer, process, &act)?;
        let facts = processes::Facts { title: text.into(), summary: text.into(), contact: text.into(), ..processes::Facts::default() };
        processes::ops::save_facts(w, &promoter, process, &facts)?;
        let entry = report::NewEntry { channel: report::EntryChannel::Event, organisations: vec![text.to_owned()], citizens: 0 };
        report::ops::enter(w, &reviewer, process, &entry).map(|_| ())
    });
}

#[test]
fn a_page_asks_no_more_than_its_share() {
    let house = House::with(|s| s.page_cache = false);
    let filled = demo::fill(house.db(), house.now()).unwrap();
    assert_ne!(filled.torino, filled.quartiere);
    let base = "/percorsi/piano-economia-sociale-torino-2030";
    let most = [
        ("/".to_owned(), 4),
        (base.to_owned(), 30),
        (format!("{base}/piano"), 14),
        (format!("{base}/piano/2"), 14),
        (format!("{base}/passaggi/7"), 25),
        (format!("{base}/piano/confronto?da=1&a=2"), 16),
        (format!("{base}/contributi"), 14),
        (format!("{base}/contributi/1"), 20),
        (format!("{base}/esiti"), 20),
        (format!("{base}/registro"), 10),
        (format!("{base}/partecipanti"), 10),
    ];
    let browser = house.browser();
    for (path, most) in most {
        let (page, asked) = house.queries(|| browser.open(&path));
        assert_eq!(page.status, 200, "{path}");
        assert!(asked <= most, "{path}: {asked} statements, {most} at most");
    }
}
