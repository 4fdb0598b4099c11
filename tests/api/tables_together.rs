//! Lines of several sessions of one event, together in the register.

use domain::events;

use crate::events::facts;
use crate::harness::Browser;
use crate::intake;
use crate::tables::{actor, add_table};

/// Types a line; its key.
fn say(clerk: &Browser<'_>, minutes: &str, text: &str) -> String {
    clerk.get(minutes);
    assert!(clerk.submit(minutes, &[("kind", "proposal"), ("text", text)]).says(text));
    clerk.get(minutes).attributes("[data-groups] input[name=chosen]", "value").pop().unwrap()
}

for_each_database! {
    fn lines_of_two_tables_become_one_contribution(house of Demo) {
        let process = intake::filled(house);
        let by = actor(house, "promotore@example.org");
        let (event, other) = house.write(move |w| {
            let mut numbers = Vec::new();
            for title in ["Serata dei tavoli", "Un’altra serata"] {
                let number = events::ops::create(w, &by, process, &facts(title))?;
                let event = events::ops::by_number(w.conn, &by, process, number)?;
                events::ops::publish(w, &by, event.id)?;
                add_table(w, &by, event.id, "Orti e cortili", Vec::new())?;
                add_table(w, &by, event.id, "Acqua e ombra", Vec::new())?;
                numbers.push(number);
            }
            Ok((numbers[0], numbers[1]))
        });
        house.at("2031-03-10 16:00");
        let clerk = intake::enter(house, "istruttoria@example.org");
        let at = |event: i32, table: i32| intake::desk(&format!("/incontri/{event}/verbali/{table}/1"));
        let (one, two) = (at(event, 1), at(event, 2));
        let second = say(&clerk, &two, "Le fontane vanno segnate");
        house.pass_seconds(60);
        let first = say(&clerk, &one, "Servono fontanelle");
        let elsewhere = say(&clerk, &at(other, 1), "Detto un’altra sera");

        // Beside the button stand its limits, in words.
        assert!(clerk.get(&one).says("Una riga entra nel registro una volta sola"), "{}", clerk.page().text());
        let page = clerk.get(&format!("{one}/contributo?riga={first}"));
        assert!(page.says("parlerà della versione 1") && page.says("è in tempo"), "{}", page.text());
        // The other table's lines are chosen on a page of their own; what was chosen goes along.
        let to = page.attributes("details a[href*='/scelta?']", "href").into_iter().find(|a| a.starts_with(&two)).unwrap();
        let page = clerk.get(&to);
        assert!(page.says("Le fontane vanno segnate") && !page.says("Servono fontanelle"), "{}", page.text());
        assert_eq!(page.attributes("main input[type=hidden][name=riga]", "value"), std::slice::from_ref(&first));
        let form = format!("{two}/contributo?riga={first}&riga={second}");
        let page = clerk.get(&form);
        assert_eq!(page.all("main section h2").len(), 2, "{}", page.text());
        // One can be left out again.
        assert!(page.attributes("main blockquote a", "href").contains(&format!("{two}/contributo?riga={second}")), "{}", page.body);

        // A line of another event finds nothing; too many are refused.
        assert_eq!(clerk.open(&format!("{two}/contributo?riga={elsewhere}")).status, 409);
        let many: String = (0..51).map(|n| format!("&riga=riga-numero-{n}")).collect();
        assert_eq!(clerk.open(&format!("{two}/contributo?riga={first}{many}")).status, 409);
        let (page, asked) = house.queries(|| clerk.get(&form));
        assert!(page.status == 200 && asked <= 22, "{asked} statements");

        let page = clerk.submit(&format!("{two}/contributo"), &[("kind", "addition")]);
        assert!(page.says("Le righe sono nel registro.") && page.says("Contributo n. 6"), "{}", page.text());
        assert!(clerk.get(&one).says("Contributo n. 6"), "both sessions hear of it");
        let page = clerk.get(&intake::desk("/contributi/6"));
        assert!(page.says("Tavoli 1 e 2, Serata dei tavoli"), "{}", page.text());
        assert!(page.says("tavolo 1, sessione 1; tavolo 2, sessione 1"), "{}", page.text());
        let links = page.attributes("main dl a", "href");
        assert!(links.contains(&format!("{one}#r-{first}")) && links.contains(&format!("{two}#r-{second}")), "{links:?}");
        // As the tables stand, and received when the last of them was said.
        assert!(page.says("Servono fontanelleLe fontane vanno segnate") && page.says("16:01:00"), "{}", page.text());
        assert!(!page.says("tardivo"), "{}", page.text());

        // Each is there once, and stays as it was received.
        clerk.get(&format!("{one}/contributo?riga={first}"));
        assert_eq!(clerk.submit(&format!("{one}/contributo"), &[("kind", "addition")]).status, 409);
        assert!(!clerk.get(&format!("{two}/scelta")).says("Le fontane vanno segnate"), "{}", clerk.page().text());
        // Both tables say what became of it.
        for table in [1, 2] {
            let page = house.browser().get(&format!("/percorsi/{}/incontri/{event}/tavoli/{table}", intake::SLUG));
            assert!(page.says("è diventato un contributo"), "{table}: {}", page.text());
        }

        // Who facilitates does not bring anything into the register.
        let facilitator = intake::enter(house, "facilitazione@example.org");
        assert_eq!(facilitator.open(&format!("{two}/scelta?riga={second}")).status, 403);
    }
}
