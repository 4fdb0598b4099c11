//! Acts of other bodies: entered with number, day and file, never late, answered like anything else, read a part at a time.

use diesel::RunQueryDsl;
use domain::id::sha256;
use domain::report::{Ready, gather};

use crate::harness::{House, Page};
use crate::intake::{cut, desk, enter, filled};

const PUBLIC: &str = "/percorsi/piano-verde-spazi-comuni-valdora";
const REVIEWER: &str = "istruttoria@example.org";
const FACILITATOR: &str = "facilitazione@example.org";
/// The window of the small process is over.
const AFTER: &str = "2031-03-20 09:00";

/// A file of several parts.
fn document() -> Vec<u8> {
    let mut bytes = b"%PDF-1.7 prova ".to_vec();
    bytes.extend((0..700_000_u32).map(|n| u8::try_from(n % 251).unwrap()));
    bytes
}

fn send(house: &House, fields: &[(&str, &str)], file: &[u8]) -> Page {
    let clerk = enter(house, REVIEWER);
    let form = desk("/contributi/nuovo-atto");
    clerk.get(&form);
    let mut all = vec![
        ("act_kind", "letter"),
        ("organisation", "Ministero di Fantasia"),
        ("title", "Osservazioni <b>sulla</b> bozza"),
        ("act_number", "A/12"),
        ("act_date", "2031-03-18"),
        ("text", "Si chiede di prevedere una fontana.\n\nSi chiede un'altra cosa."),
        ("file_public", "si"),
        ("channel", "certified_mail"),
        ("received_at", "2031-03-19T11:00"),
        ("evidence", "Protocollo 77"),
    ];
    for (name, value) in fields {
        all.retain(|(k, _)| k != name);
        all.push((name, value));
    }
    let files: Vec<_> = (!file.is_empty()).then_some(("file", "lettera del ministero.exe", file)).into_iter().collect();
    clerk.upload(&form, &all, &files)
}

for_each_database! {
    fn an_act_is_entered_with_its_file_and_is_never_late(house of Demo) {
        filled(house);
        house.at(AFTER);
        let done = send(house, &[], &document());
        assert_eq!((done.status.as_u16(), done.path.as_str()), (200, desk("/contributi/6").as_str()), "{}", done.text());
        assert!(!done.body.contains("badge-late") && !done.says("Tardivo"), "{}", done.text());
        assert!(done.says("Lettera n. A/12 del 18 marzo 2031") && done.says("Osservazioni <b>sulla</b> bozza"));
        let stranger = house.browser();
        assert_eq!(stranger.get(&format!("{PUBLIC}/contributi/6/atto")).status, 404, "not yet published");
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/contributi/6"));
        clerk.submit(&desk("/contributi/6/pubblica"), &[]);

        let page = stranger.get(&format!("{PUBLIC}/contributi/6"));
        for words in ["Ministero di Fantasia", "Atto", "Lettera n. A/12 del 18 marzo 2031", "PDF, 684 kB", &sha256(document())] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let file = stranger.get(&format!("{PUBLIC}/contributi/6/atto"));
        assert!(file.bytes == document(), "{} bytes", file.bytes.len());
        assert_eq!(file.header("content-type"), Some("application/pdf"));
        assert_eq!(file.header("content-disposition"), Some("inline; filename=\"letteradelministero.pdf\""));
        assert!(file.header("content-security-policy").unwrap().contains("sandbox"));
        assert_eq!(stranger.get(&format!("{PUBLIC}/contributi/1/atto")).status, 404);
        assert_eq!(stranger.get(&format!("{PUBLIC}/contributi?tipo=act")).all("article.contribution").len(), 2);
        assert!(stranger.get(&format!("{PUBLIC}/partecipanti")).says("Ministero di Fantasia"));
        assert!(cut(&clerk, 6, "Si chiede di prevedere una fontana.", "Una fontana", "Acqua").says("Richiesta ricavata"));
    }

    fn the_hash_of_the_file_stands_in_the_chain(house of Demo) {
        filled(house);
        house.at(AFTER);
        let before = house.browser().get(&format!("{PUBLIC}/registro.json"));
        send(house, &[], &document());
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/contributi/6"));
        clerk.submit(&desk("/contributi/6/pubblica"), &[]);
        let stranger = house.browser();
        let chain: serde_json::Value = serde_json::from_str(&stranger.get(&format!("{PUBLIC}/registro.json")).body).unwrap();
        let entries = chain["entries"].as_array().unwrap();
        let file = entries.iter().find(|e| e["act"] == "file" && e["number"] == 6).unwrap();
        assert_eq!(file["commitment"], sha256(document()));
        let row = format!("alla riga {}", file["seq"]);
        assert!(stranger.get(&format!("{PUBLIC}/contributi/6")).says(&row), "{}", stranger.page().text());
        assert!(stranger.get(&format!("{PUBLIC}/registro")).says("La catena è integra"));
        // What stood in the chain before stands there as it was.
        let before: serde_json::Value = serde_json::from_str(&before.body).unwrap();
        let known = before["entries"].as_array().unwrap();
        assert!(!known.is_empty() && entries[..known.len()] == known[..]);

        // An act of the time before files were sealed gets its entry by the clock, once.
        house.write(|w| {
            let drop = if matches!(w.conn, domain::db::Conn::Sqlite(_)) { "" } else { " ON register_acts" };
            diesel::sql_query(format!("DROP TRIGGER register_act_entry_fixed{drop}")).execute(w.conn)?;
            diesel::sql_query("UPDATE register_acts SET entry_seq = NULL").execute(w.conn)?;
            Ok(())
        });
        assert!(!stranger.get(&format!("{PUBLIC}/contributi/6")).says("alla riga"));
        let head = |browser: &crate::harness::Browser<'_>| {
            let chain: serde_json::Value = serde_json::from_str(&browser.get(&format!("{PUBLIC}/registro.json")).body).unwrap();
            chain["entries_total"].as_i64().unwrap()
        };
        let total = head(&stranger);
        for _ in 0..2 {
            web::housekeeping::turn(&house.app, true).unwrap();
            house.pass_seconds(2);
            assert_eq!(head(&stranger), total + 2, "one for each act of the small process");
        }
        assert!(stranger.get(&format!("{PUBLIC}/contributi/6")).says("alla riga"));
        assert!(stranger.get(&format!("{PUBLIC}/registro")).says("La catena è integra"));
    }

    fn the_file_is_public_only_where_the_staff_says_so(house of Demo) {
        filled(house);
        house.at(AFTER);
        send(house, &[("file_public", "no")], &document());
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/contributi/6"));
        clerk.submit(&desk("/contributi/6/pubblica"), &[]);
        let (stranger, address) = (house.browser(), format!("{PUBLIC}/contributi/6/atto"));
        assert_eq!(stranger.get(&address).status, 404);
        assert!(stranger.get(&format!("{PUBLIC}/contributi/6")).says("Il documento non è pubblico"));
        assert_eq!(enter(house, FACILITATOR).get(&address).status, 200);
        assert_eq!(enter(house, "partecipante@example.org").get(&address).status, 404);
        clerk.get(&desk("/contributi/6"));
        assert!(clerk.submit(&desk("/contributi/6/file"), &[]).says("Il documento è pubblico."));
        assert_eq!(stranger.get(&address).status, 200);
        clerk.get(&desk("/contributi/6"));
        assert!(clerk.submit(&desk("/contributi/6/file"), &[]).says("non è più pubblico"));
        assert_eq!(stranger.get(&address).status, 404);
    }

    fn what_cannot_be_taken_is_said_and_kept(house of Demo) {
        filled(house);
        house.at(AFTER);
        let page = send(house, &[("act_number", " "), ("act_date", ""), ("received_at", "2032-01-01T10:00")], &document());
        assert_eq!(page.status, 422);
        assert!(page.body.contains("#f-act_date") && !page.body.contains("#f-act_number"), "a letter may have no number");
        let page = send(house, &[("received_at", "2031-03-17T23:00")], &document());
        assert!(page.status == 422 && page.says("È arrivato prima del giorno dell’atto"), "{}", page.text());
        assert!(page.says("Ministero di Fantasia") || page.body.contains("Ministero di Fantasia"), "what was typed is there");
        assert_eq!(send(house, &[("received_at", "2032-01-01T10:00")], &document()).status, 422);
        assert!(send(house, &[], b"").body.contains("#f-file"));
        let script = send(house, &[], b"<script>alert(1)</script>");
        assert!(script.status == 422 && script.says("Serve un file PDF, DOCX o ODT"));
        assert_eq!(send(house, &[("passage", "P-999")], &document()).status, 422);
        assert_eq!(send(house, &[("organisation", &"x".repeat(300))], &document()).status, 422);
        let plain = send(house, &[("act_number", " ")], &document());
        assert!(plain.says("Lettera del 18 marzo 2031") && !plain.says("s.n."), "{}", plain.text());

        // Nobody sends an act as a comment, nor enters one without its file.
        let clerk = enter(house, REVIEWER);
        clerk.get(&desk("/contributi/nuovo"));
        let other = [
            ("channel", "paper"), ("kind", "addition"), ("received_at", "2031-03-10T10:00"), ("evidence", "Prot."),
            ("sender", "Chi scrive"), ("text", "Parole"), ("shown", "si"),
        ];
        let mut forged = clerk.page().form(&desk("/contributi/nuovo"), &other);
        forged.iter_mut().filter(|(name, _)| name == "kind").for_each(|(_, value)| "act".clone_into(value));
        let page = clerk.post(&desk("/contributi/nuovo"), &forged);
        assert!(page.status == 422 && page.body.contains("#f-kind"));
    }

    fn a_received_act_does_not_change(house of Demo) {
        let process = filled(house);
        let tried = [
            "UPDATE register_acts SET act_number = '8'",
            "UPDATE register_acts SET sha256 = title",
            "UPDATE register_acts SET entry_seq = entry_seq + 1",
            "UPDATE register_acts SET entry_seq = NULL",
            "DELETE FROM register_entries WHERE act = 'file'",
            "DELETE FROM register_acts",
            "UPDATE register_act_parts SET position = position + 1",
            "DELETE FROM register_act_parts",
            "UPDATE contributions SET kind = 'addition' WHERE kind = 'act'",
            "UPDATE contributions SET kind = 'act' WHERE number = 1",
            "UPDATE contributions SET late = TRUE WHERE kind = 'act'",
            "UPDATE contributions SET channel = 'online' WHERE kind = 'act'",
            "INSERT INTO register_acts SELECT c.id, a.kind, title, act_number, act_date, file_name, content_type, sha256, size, \
             file_public, NULL FROM register_acts a, contributions c WHERE c.number = 1",
        ];
        for sql in tried {
            let done = house.db().write(house.now(), move |w| Ok(diesel::sql_query(sql).execute(w.conn)?));
            assert!(done.is_err(), "{sql}");
        }
        let Ready::No(account) = house.db().snapshot(|c| gather(c, process)).unwrap() else { panic!("all answered?") };
        assert_eq!(account.received, 5);
    }
}
