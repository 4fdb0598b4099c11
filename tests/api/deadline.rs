//! The witness of the deadline: what it is for, done with everything it needs, by every role, before, during and after the
//! window, against a checked-in list. (The matrix tries every door, but mostly with nothing in the form.)

use std::fmt::Write;

use domain::access::{MATRIX, When};
use domain::clock::Instant;
use domain::id::ProcessId;
use domain::register::{Channel, Kind, Moderation, NamedAs, NewContribution};
use domain::{accounts, comments, consultations, demo, plans, register};

use crate::harness::{Browser, House};
use crate::matrix::{compare, enter, word};

const SLUG: &str = "piano-verde-spazi-comuni-valdora";

/// What is done, and where; `{mine}` is a contribution of one's own, `{other}` somebody else's that is shown.
const ACTS: [(&str, &str); 7] = [
    ("comment", "commenta"),
    ("file late", "commenta"),
    ("edit", "contributi/{mine}/modifica"),
    ("withdraw", "contributi/{mine}/ritira"),
    ("support", "contributi/{other}/sostieni"),
    ("extend", "gestione/consultazione/proroga"),
    ("set the window", "gestione/consultazione"),
];

/// A contribution of an account, sent while the window was open.
fn sent(house: &House, process: ProcessId, email: &str, inside: Instant) -> i32 {
    let account = house.db().read(|c| accounts::ops::credentials(c, email)).unwrap().unwrap().0;
    let actor = house.db().read(|c| accounts::ops::actor_by_id(c, account.id)).unwrap();
    let version = house.db().read(|c| plans::ops::newest(c, process)).unwrap().unwrap().id;
    let new = NewContribution {
        version,
        passage: None,
        kind: Kind::Addition,
        text: "Servono panchine.".to_owned(),
        proposed: String::new(),
        shown: true,
        named_as: NamedAs::Anonymous,
        pseudonym: String::new(),
        organisation: None,
        channel: Channel::Online,
        sender: String::new(),
        evidence: String::new(),
    };
    house.db().write(inside, move |w| comments::ops::send(w, &actor, new)).unwrap().number
}

/// Everything each act's form asks for.
fn fields(house: &House, process: ProcessId, act: &str) -> Vec<(&'static str, String)> {
    let local = |at: Instant| at.rome().format("%Y-%m-%dT%H:%M").to_string();
    let window = house.db().read(|c| consultations::ops::current(c, process, house.now())).unwrap().unwrap();
    let text = |passo: &str| {
        let typed = [
            ("versione", "1"),
            ("passaggio", ""),
            ("kind", "addition"),
            ("text", "Servono alberi."),
            ("proposed", ""),
            ("shown", "si"),
            ("named_as", "anonymous"),
            ("pseudonym", ""),
            ("passo", passo),
        ];
        typed.map(|(name, value)| (name, value.to_owned())).to_vec()
    };
    match act {
        "comment" | "edit" => text("invia"),
        "file late" => text("tardivo"),
        "extend" => {
            let later = window.closes_at.plus_seconds(60);
            vec![("closes_at", local(later)), ("reason", "Il ponte del 25 aprile.".to_owned())]
        }
        "set the window" => vec![
            ("versione", "1".to_owned()),
            ("opens_at", local(house.now().plus_days(1))),
            ("closes_at", local(house.now().plus_days(9))),
            ("confirmed", "si".to_owned()),
        ],
        _ => Vec::new(),
    }
}

fn tried(house: &House, browser: &Browser<'_>, process: ProcessId, act: (&str, &str), subjects: (i32, i32)) -> String {
    let path = act.1.replace("{mine}", &subjects.0.to_string()).replace("{other}", &subjects.1.to_string());
    let form = browser.open("/password-dimenticata");
    let token = form.attributes("input[name=_csrf]", "value").into_iter().next().unwrap_or_default();
    let mut body = vec![("_csrf".to_owned(), token)];
    body.extend(fields(house, process, act.0).into_iter().map(|(name, value)| (name.to_owned(), value)));
    word(&browser.post(&format!("/percorsi/{SLUG}/{path}"), &body))
}

for_each_database! {
    fn the_deadline_answers_every_role_as_listed(house of Demo) {
        let process = house.demo().quartiere;
        let now = house.now();
        let roles = ["visitor", "participant", "facilitator", "reviewer", "promoter", "administrator"];
        let (_, reviewer) = demo::SIGN_INS[2];
        let other = sent(house, process, reviewer, now);
        let moderator = house.db().read(|c| accounts::ops::credentials(c, reviewer)).unwrap().unwrap().0;
        let moderator = house.db().read(|c| accounts::ops::actor_by_id(c, moderator.id)).unwrap();
        house.write(move |w| {
            let of = register::ops::by_number(w.conn, process, other)?;
            register::ops::moderate(w, &moderator, register::Seen::of(&of), Moderation::Published, None, "")
        });
        let mut found = format!("# act, then for each of {} the answer before, during and after the window\n", roles.join(", "));
        for act in ACTS {
            let mut cells = Vec::new();
            for role in roles {
                let email = demo::SIGN_INS.iter().find(|(r, _)| *r == role).map_or(reviewer, |(_, email)| *email);
                let moments = [now.plus_days(-6), now, now.plus_days(17)];
                let answers = moments.map(|moment| {
                    house.set(now);
                    let mine = if act.1.contains("{mine}") { sent(house, process, email, now) } else { 0 };
                    house.set(moment);
                    tried(house, &enter(house, role), process, act, (mine, other))
                });
                cells.push(answers.join(" "));
            }
            writeln!(found, "{} | {}", act.0, cells.join(" | ")).unwrap();
        }
        compare("deadline.txt", &found);
    }
}

/// Each action that the deadline decides on is in the list above, and is answered differently at some moment.
#[test]
fn every_action_with_a_deadline_is_tried() {
    let list = include_str!("deadline.txt");
    for (name, ..) in MATRIX.iter().filter(|(_, _, when)| *when != When::Always) {
        let act = match *name {
            "file_late" => "file late",
            "edit_comment" => "edit",
            "withdraw_comment" => "withdraw",
            "extend_window" => "extend",
            name => name,
        };
        let line =
            list.lines().find(|l| l.starts_with(&format!("{act} |"))).unwrap_or_else(|| panic!("{act} is not tried"));
        let differs = line.split(" | ").skip(1).any(|cell| cell.split(' ').any(|word| !cell.starts_with(word)));
        assert!(differs, "{line}");
    }
}
