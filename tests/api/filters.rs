//! The public list of contributions, filtered as whoever reads it asks.

use crate::comments::{BASE, COMMENT, send, stage, with};
use crate::harness::{Browser, House};

/// Four that are shown: a person's addition, a person's rewording, an organisation's question on paper, an addition that came late.
fn four(house: &House) {
    stage(house);
    house.account("Ada Prova", "ada@example.org");
    let ada = house.signed_in("ada@example.org");
    send(&ada, &[("text", "Mancano le panchine.")]);
    send(&ada, &[("kind", "rewording"), ("text", "Meglio due."), ("proposed", "Ogni quartiere ha due giardini.")]);
    let rita = house.signed_in("rita@example.org");
    let form = format!("{BASE}/gestione/contributi/nuovo");
    rita.get(&form);
    let paper = [
        ("channel", "paper"),
        ("received_at", "2031-03-02T09:00"),
        ("evidence", "Protocollo 12/2031"),
        ("sender", "Carla Prova"),
        ("organisation", "Circolo Fittizio"),
        ("category", "association"),
        ("passage", "P-002"),
        ("kind", "question"),
        ("text", "Quando aprono?"),
        ("shown", "si"),
    ];
    rita.submit(&form, &paper);
    ada.get(&format!("{COMMENT}?passaggio=2"));
    let late = ada.page().form(COMMENT, &with("invia", &[("text", "Arrivo tardi.")]));
    house.at("2031-03-11 18:00");
    ada.post(COMMENT, &late);
    ada.submit(COMMENT, &[("passo", "tardivo")]);
    let rita = house.signed_in("rita@example.org");
    for number in 1..=4 {
        let case = format!("{BASE}/gestione/contributi/{number}");
        rita.get(&case);
        assert_eq!(rita.submit(&format!("{case}/pubblica"), &[]).status, 200);
    }
}

/// The numbers on the list, in their order.
fn numbers(browser: &Browser<'_>, query: &str) -> Vec<String> {
    let page = browser.get(&format!("{BASE}/contributi?{query}"));
    let found = page.all(".contribution .contribution-number");
    assert_eq!(found.is_empty(), page.all(".empty").len() == 1, "who finds nothing is told: {}", page.text());
    let digits = |words: &String| words.chars().filter(char::is_ascii_digit).collect();
    let mut found: Vec<String> = found.iter().map(digits).collect();
    found.sort();
    found
}

for_each_database! {
    fn the_list_shows_what_is_asked_for(house) {
        four(house);
        let stranger = house.browser();
        for (query, shown) in [
            ("", "1 2 3 4"),
            ("tipo=addition", "1 4"),
            ("tipo=rewording", "2"),
            ("tipo=question", "3"),
            ("tipo=appreciation", ""),
            ("autore=enti", "3"),
            ("autore=persone", "1 2 4"),
            ("arrivo=tempo", "1 2 3"),
            ("arrivo=tardivi", "4"),
            ("tipo=addition&arrivo=tempo", "1"),
            ("tipo=addition&autore=enti", ""),
            ("tipo=&autore=&arrivo=&esito=&passaggio=", "1 2 3 4"),
            ("passaggio=P-002&tipo=rewording", "2"),
        ] {
            assert_eq!(numbers(&stranger, query).join(" "), shown, "{query}");
        }
        // What was asked for stands in the form, and can be taken away with one press.
        let page = stranger.get(&format!("{BASE}/contributi?tipo=question&autore=enti&arrivo=tempo"));
        assert_eq!(page.attributes(".filters option[selected]", "value"), ["question", "enti", "tempo"]);
        assert_eq!(page.link("Togli i filtri").as_deref(), Some("/percorsi/piano-del-verde/contributi"));
    }
}
