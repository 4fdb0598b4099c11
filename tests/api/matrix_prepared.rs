//! The second witness of the permissions. Behind some doors the small process of the demonstration has nothing: `matrix.txt` has a
//! 404 for whoever asks, so that a role that became wider would change no line of it. Those doors are tried here where something is,
//! by every role, against a list of their own. Each role finds something of its own: what one takes out, the next does not miss.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::{interviews, plans};
use web::http::door::{self, Verb};
use web::{Access, Door};

use crate::harness::{Browser, House, promoter};
use crate::matrix::{compare, enter, word};
use crate::stage::{SLUG, leads_through, stage, through};

const ROLES: [&str; 6] = ["visitor", "participant", "facilitator", "reviewer", "promoter", "administrator"];

/// Where the promoter finds what is behind the doors; after the process's address.
const LOOKED_AT: [&str; 22] = [
    "",
    "/gestione/incontri/1/correzioni",
    "/gestione/incontri/1/iscritti",
    "/gestione/incontri/1/restituzioni/1-1",
    "/gestione/incontri/1/verbali/1/1",
    "/gestione/interviste",
    "/gestione/interviste/fonti",
    "/gestione/interviste/risultanze",
    "/gestione/piano",
    "/gestione/piano/abbinamenti?come=uguali",
    "/gestione/piano/anteprima",
    "/gestione/piano/conclusi",
    "/gestione/resoconto",
    "/gestione/riscontri",
    "/incontri/1",
    "/incontri/1/restituzioni",
    "/incontri/1/restituzioni/1-1",
    "/incontri/1/restituzioni/1-1/1",
    "/piano",
    "/piano/confronto",
    "/resoconto",
    "/resoconto/1",
];

/// Doors that the roles of staff say nothing about, and what does.
const NOT_TRIED: [(&str, &str); 25] = [
    ("Post /account/enti/{id}/lascia", "one's own mandate: accounts.rs"),
    (
        "Get /demo/posta/{id}/{file}",
        "the newest letter of the demonstration has nothing with it; there are no roles in a demo's mailbox",
    ),
    ("Get /calendari/{token}/incontri.ics", "whoever has the address: events.rs"),
    ("Post /percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/indirizzo", "of who walked in: door_check.rs"),
    ("Get /iscrizioni/{token}", "whoever has the link: registrations.rs"),
    ("Post /iscrizioni/{token}", "whoever has the link: registrations.rs"),
    ("Get /iscrizioni/{token}/annulla", "whoever has the link: registrations.rs"),
    ("Post /iscrizioni/{token}/annulla", "whoever has the link: registrations.rs"),
    ("Get /iscrizioni/{token}/codice.svg", "whoever has the link: registrations.rs"),
    ("Get /iscrizioni/{token}/guida/{edition}", "whoever has the link: registrations.rs"),
    ("Get /iscrizioni/{token}/incontro.ics", "whoever has the link: registrations.rs"),
    ("Get /percorsi/{slug}/contributi/{number}/atto", "public with its act: acts.rs"),
    ("Get /percorsi/{slug}/contributi/{number}/modifica", "one's own: deadline.txt, by every role"),
    ("Post /percorsi/{slug}/contributi/{number}/modifica", "one's own: deadline.txt, by every role"),
    ("Get /percorsi/{slug}/contributi/{number}/ricevuta", "one's own: comments.rs"),
    ("Get /percorsi/{slug}/contributi/{number}/ritira", "one's own: deadline.txt, by every role"),
    ("Post /percorsi/{slug}/contributi/{number}/ritira", "one's own: deadline.txt, by every role"),
    ("Get /percorsi/{slug}/immagini/{sha}", "the demonstration has no picture: plans_images.rs"),
    ("Get /percorsi/{slug}/incontri/{n}/documenti/{file}", "its events have no file: event_files.rs"),
    ("Post /percorsi/{slug}/incontri/{n}/iscrizione/mia", "one's own enrolment: registrations.rs"),
    ("Get /riletture/{token}", "whoever has the link: rereading.rs"),
    ("Post /riletture/{token}/ente", "whoever has the link: rereading.rs"),
    ("Get /riletture/{token}/{key}", "whoever has the link: rereading.rs"),
    ("Post /riletture/{token}/{key}", "whoever has the link: rereading.rs"),
    ("Post /riprendi/scarta", "one's own text that waits: comments.rs"),
];

/// Doors behind which nothing was found for any role of staff: by their name in a list.
fn silent(list: &str) -> BTreeSet<String> {
    let rows = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" | "));
    let nothing = |(_, cells): &(&str, &str)| {
        cells.split(" | ").skip(2).all(|cell| cell.split(' ').all(|answer| answer == "404"))
    };
    rows.filter(nothing).filter_map(|(door, _)| Some(door.rsplit_once(' ')?.0.to_owned())).collect()
}

fn name(door: &Door) -> String {
    format!("{:?} {}", door.verb, door.path)
}

/// What the doors lead to, with enough of it for every role: findings that are not public, sources, a passage the draft lets go.
fn prepare(house: &House) {
    stage(house);
    let (torino, by) = (house.demo().torino, promoter(house.db()));
    house.write(move |w| {
        let theme = interviews::ops::themes(w.conn, &by, torino)?.first().map(|theme| theme.id);
        for role in ROLES {
            interviews::ops::write(w, &by, torino, theme, &format!("Appunto di prova: {role}."))?;
        }
        let public = interviews::publication::public(w.conn, torino)?;
        let draft = plans::ops::draft(w.conn, &by, torino)?.unwrap();
        let passages = plans::ops::passages(w.conn, draft.id)?;
        let codes = passages.iter().filter_map(|p| p.code);
        for (code, finding) in codes.zip(public.iter().flat_map(|theme| &theme.findings)).take(ROLES.len()) {
            interviews::ops::cite(w, &by, torino, code, Some(finding.id))?;
        }
        let last = passages.last().unwrap();
        plans::ops::remove(w, &by, draft.id, last.row, last.revision)
    });
}

/// A form as a page shows it: where it leads, and what is sent.
type Form = (String, Vec<(String, String)>);

/// What stands on the pages: links, and forms with their hidden fields.
#[derive(Default)]
struct Found {
    links: BTreeSet<String>,
    forms: Vec<Form>,
}

impl Found {
    fn look(&mut self, browser: &Browser<'_>, path: &str) {
        let page = browser.open(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        let plain = |link: String| link.split(['#', '?']).next().unwrap_or("").to_owned();
        self.links.insert(plain(path.to_owned()));
        self.links.extend(page.attributes("a[href]", "href").into_iter().map(plain).filter(|l| !l.contains("valdora")));
        self.forms.extend(page.forms());
    }

    /// Everything the promoter sees, and the letters.
    fn by(promoter: &Browser<'_>) -> Self {
        let mut found = Self::default();
        found.look(promoter, "/demo/posta");
        for page in LOOKED_AT {
            found.look(promoter, &format!("/percorsi/{SLUG}{page}"));
        }
        let person = through("/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}", &found.links, 0).unwrap();
        found.look(promoter, &person);
        found
    }

    /// The `n`-th thing behind a door: its form, or its address.
    fn behind(&self, door: &Door, n: usize) -> Option<Form> {
        let forms: Vec<&Form> = self.forms.iter().filter(|(to, _)| leads_through(to, door.path)).collect();
        let form = forms.get(n).or(forms.last()).filter(|_| door.verb == Verb::Post);
        form.map(|form| (*form).clone()).or_else(|| Some((through(door.path, &self.links, n)?, Vec::new())))
    }
}

fn try_door(browser: &Browser<'_>, token: &str, door: &Door, (path, fields): Form) -> String {
    if door.verb == Verb::Get {
        return word(&browser.open(&path));
    }
    let typed = fields.into_iter().filter(|(field, _)| field != "_csrf");
    let fields: Vec<_> = std::iter::once(("_csrf".to_owned(), token.to_owned())).chain(typed).collect();
    word(&browser.post(&path, &fields))
}

for_each_database! {
    fn doors_with_something_behind_answer_every_role_as_listed(house of Published) {
        prepare(house);
        let found = Found::by(&enter(house, "promoter"));
        let quiet = silent(include_str!("matrix.txt"));
        let tried = |door: &Door| quiet.contains(&name(door)) && NOT_TRIED.iter().all(|(other, _)| *other != name(door));
        let doors: Vec<Door> = door::all().into_iter().filter(tried).collect();
        let lost: Vec<String> = doors.iter().filter(|door| found.behind(door, 0).is_none()).map(name).collect();
        assert!(lost.is_empty(), "nothing leads through {lost:#?}");
        let mut rows: Vec<Vec<String>> = vec![Vec::new(); doors.len()];
        for (n, role) in ROLES.into_iter().enumerate() {
            let browser = enter(house, role);
            let page = browser.open("/password-dimenticata");
            let token = page.attributes("input[name=_csrf]", "value").remove(0);
            for (door, row) in doors.iter().zip(&mut rows) {
                row.push(try_door(&browser, &token, door, found.behind(door, n).unwrap()));
            }
        }
        let mut list = format!("# door, then the answer to each of {}, where something is behind it\n", ROLES.join(", "));
        for (door, row) in doors.iter().zip(&rows) {
            writeln!(list, "{} {:?} | {}", name(door), door.access, row.join(" | ")).unwrap();
            assert!(!row.iter().any(|cell| cell == "500"), "{}: {row:?}", name(door));
            let open = row[..2].iter().any(|cell| cell == "200");
            assert!(!open || !matches!(door.access, Access::Staff | Access::Administrator), "{}: {row:?}", name(door));
        }
        compare("matrix_prepared.txt", &list);
    }
}

/// No door answers 404 to every role of staff in both lists, but where it is said what tries it instead.
#[test]
fn every_door_says_something_to_some_role() {
    let quiet = silent(include_str!("matrix.txt"));
    let second = include_str!("matrix_prepared.txt");
    let listed = |door: &str| second.lines().any(|line| line.starts_with(&format!("{door} ")));
    let (still, instead): (BTreeSet<String>, BTreeSet<String>) =
        (silent(second), NOT_TRIED.iter().map(|(door, _)| (*door).to_owned()).collect());
    let proves_nothing: Vec<&String> =
        quiet.iter().filter(|door| !instead.contains(*door) && (!listed(door) || still.contains(*door))).collect();
    assert!(proves_nothing.is_empty(), "a list of 404 proves nothing: {proves_nothing:#?}");
    let needless: Vec<&String> = instead.iter().filter(|door| !quiet.contains(*door)).collect();
    assert!(needless.is_empty(), "these are tried, or are no doors: {needless:#?}");
}
