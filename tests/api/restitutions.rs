//! Restitutions: written from the minutes by whoever facilitates, published by somebody else, and naming nobody.

use crate::events::STAFF;
use crate::harness::{Browser, House, Page};
use crate::tables::{FACILITATOR, MINUTES, add, key, session};

const DESK: &str = "/percorsi/piano-di-prova/gestione/incontri/1/restituzioni";
const MINE: &str = "/percorsi/piano-di-prova/gestione/incontri/1/restituzioni/1-1";
const PUBLIC: &str = "/percorsi/piano-di-prova/incontri/1/restituzioni";

/// Three lines: of a person who came for an organisation, of the organisation, of nobody.
fn spoken(house: &House) {
    session(house);
    let browser = house.signed_in(FACILITATOR);
    let page = browser.get(MINUTES);
    let who = page.attributes("optgroup option", "value");
    for (who, text) in [(who[0].as_str(), "Servono panchine"), (who[1].as_str(), "Servono orti"), ("", "Manca luce")] {
        house.pass_seconds(1);
        browser.get(MINUTES);
        assert!(browser.submit(MINUTES, &[("kind", "need"), ("text", text), ("who", who)]).says(text));
    }
}

/// Writes a point: its words, and the lines it rests on, by their words.
fn write(browser: &Browser<'_>, kind: &str, fields: &[(&str, &str)], lines: &[&str]) -> Page {
    let keys: Vec<String> = lines.iter().map(|text| key(browser, text)).collect();
    let form = format!("{MINE}/nuovo");
    browser.get(&format!("{form}?tipo={kind}"));
    let all: Vec<(&str, &str)> = fields.iter().copied().chain(keys.iter().map(|k| ("lines", k.as_str()))).collect();
    browser.submit(&form, &all)
}

fn sentence(browser: &Browser<'_>, text: &str, lines: &[&str]) -> Page {
    write(browser, "sentence", &[("text", text)], lines)
}

/// Presses a button beside the points.
fn press(browser: &Browser<'_>, of: &str, name: &str, value: &str) -> Page {
    let page = browser.get(of);
    let mut all = page.form(of, &[]);
    all.push((name.to_owned(), value.to_owned()));
    let page = browser.post(of, &all);
    if page.status == 303 { browser.get(page.header("location").unwrap()) } else { page }
}

fn publish(browser: &Browser<'_>, of: &str) -> Page {
    let form = format!("{of}/pubblica");
    browser.get(&form);
    browser.submit(&form, &[])
}

/// The sentences and actions on the desk, in order.
fn points(browser: &Browser<'_>, of: &str) -> Vec<String> {
    browser.get(of).all(".working .queue-main > p:not([class])")
}

/// The words of a published file.
fn words(browser: &Browser<'_>, of: &str, format: &str) -> String {
    let page = browser.open(&format!("{of}/restituzione.{format}"));
    assert_eq!(page.status, 200, "{of} {format}");
    let all = if format == "pdf" {
        let pdf = lopdf::Document::load_mem(&page.bytes).unwrap();
        pdf.extract_text(&pdf.get_pages().into_keys().collect::<Vec<_>>()).unwrap()
    } else {
        let blocks = reader::read("restituzione.docx", &page.bytes).unwrap().blocks;
        blocks.iter().map(reader::Block::text).collect::<Vec<_>>().join(" ")
    };
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

for_each_database! {
    fn a_restitution_rests_on_lines_and_names_nobody(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        let page = writer.get(DESK);
        assert!(page.says("Le leve, sessione 1") && page.says("Intero incontro") && !page.says("Le azioni"), "{}", page.text());
        assert_eq!(writer.open(&MINE.replace("1-1", "2-1")).status, 403, "of another table");
        assert_eq!(writer.open(&MINE.replace("1-1", "9-1")).status, 404);

        let page = sentence(&writer, "Servono posti dove fermarsi.", &[]);
        assert!(page.status == 422 && page.says("Va scelta almeno una riga") && page.one("#f-text") == "Servono posti dove fermarsi.", "{}", page.text());
        assert_eq!(sentence(&writer, "", &["Manca luce"]).status, 422);
        assert_eq!(sentence(&writer, &"a".repeat(2001), &["Manca luce"]).status, 422);
        let page = sentence(&writer, "Servono posti dove fermarsi.", &["Servono panchine", "Servono orti"]);
        assert!(page.says("Restituzione aggiornata.") && page.says("Persona Prova (Ente Esempio)"), "the staff reads who said it: {}", page.text());
        sentence(&writer, "Di sera non ci si vede.", &["Manca luce"]);
        let action = [("objective", "Cortili aperti"), ("text", "Mettere panchine"), ("who", "Comune"), ("by_when", "entro l’estate"), ("means", "")];
        assert!(write(&writer, "action", &action, &["Servono panchine"]).says("Cortili aperti"));
        assert_eq!(write(&writer, "action", &[("text", "Senza obiettivo")], &["Manca luce"]).status, 422);

        // In order, and kept from the public.
        let second = writer.get(MINE).attributes("button[name=up]", "value").remove(1);
        press(&writer, MINE, "up", &second);
        assert_eq!(points(&writer, MINE)[..2], ["Di sera non ci si vede.", "Servono posti dove fermarsi."]);
        let orti = key(&writer, "Servono orti");
        assert!(press(&writer, MINE, "withhold", &orti).says("Non si mostra in pubblico."));

        // Who wrote it does not publish it.
        assert!(writer.get(&format!("{MINE}/pubblica")).says("Di sera non ci si vede."));
        let form = writer.open("/password-dimenticata").attributes("input[name=_csrf]", "value").remove(0);
        assert_eq!(writer.post(&format!("{MINE}/pubblica"), &[("_csrf".to_owned(), form)]).status, 403);
        assert_eq!(house.browser().open(&format!("{PUBLIC}/1-1")).status, 404, "nothing is public yet");
        let page = publish(&reader, MINE);
        assert!(page.says("Restituzione pubblicata.") && page.says("Edizione 1"), "{}", page.text());

        let stranger = house.browser();
        assert!(stranger.get(PUBLIC).says("Tavolo 1. Le leve, sessione 1"));
        assert!(stranger.get("/percorsi/piano-di-prova/incontri/1/tavoli/1").says("Tavolo 1. Le leve, sessione 1"));
        let page = stranger.get(&format!("{PUBLIC}/1-1"));
        let texts = [page.text(), words(&stranger, &format!("{PUBLIC}/1-1/1"), "pdf"), words(&stranger, &format!("{PUBLIC}/1-1/1"), "docx")];
        for text in &texts {
            for said in ["Di sera non ci si vede.", "Servono panchine", "Mettere panchine", "Comune", "entro l’estate", "Un’altra riga non si mostra."] {
                assert!(text.contains(said), "{said}: {text}");
            }
            for hidden in ["Persona", "Prova (", "Facilitatore", "Segreteria", "Ente Esempio", "Servono orti"] {
                assert!(!text.contains(hidden), "{hidden}: {text}");
            }
        }

        // An organisation that agreed is named; it is a new edition, and the old one stays as it was.
        assert_eq!(publish_only(&reader).status, 409, "nothing changed");
        let voices = format!("{DESK}/enti");
        writer.get(&voices);
        assert!(writer.submit(&voices, &[("voices", "Ente Esempio")]).says("Consensi degli enti aggiornati."));
        press(&writer, MINE, "show", &orti);
        publish(&reader, MINE);
        let page = stranger.get(&format!("{PUBLIC}/1-1"));
        assert!(page.says("Edizione 2") && page.says("Servono orti · Ente Esempio") && page.says("Servono panchine · Ente Esempio"), "{}", page.text());
        assert!(words(&stranger, &format!("{PUBLIC}/1-1/2"), "pdf").contains("(Ente Esempio)"));
        let before = stranger.get(&format!("{PUBLIC}/1-1/1"));
        assert!(before.says("Questa edizione è stata sostituita") && !before.says("Ente Esempio"), "{}", before.text());
        assert_eq!(stranger.open(&format!("{PUBLIC}/1-1/3")).status, 404);
        assert_eq!(stranger.open(&format!("{PUBLIC}/1-1/1/restituzione.exe")).status, 404);
    }

    fn what_has_not_begun_has_no_restitution(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        sentence(&writer, "Di sera è buio.", &["Manca luce"]);
        // The event is put off: what stands in its minutes was taken down too early.
        let form = format!("{MINE}/pubblica");
        reader.get(&form);
        let ready = reader.page().form(&form, &[]);
        let data = "/percorsi/piano-di-prova/gestione/incontri/1/dati";
        reader.get(data);
        let moved = [("starts_at", "2031-06-10T15:00"), ("ends_at", "2031-06-10T18:00"), ("closes_at", "")];
        let page = reader.submit(data, &moved);
        assert_eq!(page.status, 200, "{}", page.text());
        let refused = reader.post(&form, &ready);
        assert!(refused.status == 409 && refused.says("deve ancora tenersi"), "{} {}", refused.status, refused.text());
        assert_eq!(house.browser().open(&format!("{PUBLIC}/1-1")).status, 404);
    }

    fn an_edition_is_withdrawn_with_a_reason(house) {
        spoken(house);
        let (writer, reader, stranger) = (house.signed_in(FACILITATOR), house.signed_in(STAFF), house.browser());
        sentence(&writer, "Di sera è buio.", &["Manca luce"]);
        publish(&reader, MINE);
        sentence(&writer, "Servono panchine nel cortile.", &["Servono panchine"]);
        publish(&reader, MINE);
        let form = format!("{MINE}/edizioni/2/ritira");
        // Who wrote it does not take it back, nor does it vanish without a reason.
        let refused = writer.get(&form);
        assert!(refused.attributes("textarea[name=reason]", "name").is_empty(), "{}", refused.text());
        let csrf = writer.page().attributes("input[name=_csrf]", "value").remove(0);
        assert_eq!(writer.post(&form, &[("_csrf".into(), csrf), ("reason".into(), "Non mi piace.".into())]).status, 403);
        assert!(reader.get(MINE).says("Ritira l’edizione 2"), "{}", reader.page().text());
        reader.get(&form);
        assert_eq!(reader.submit(&form, &[("reason", " ")]).status, 422);
        reader.get(&form);
        let long = reader.submit(&form, &[("reason", &"a".repeat(1001))]);
        assert!(long.status == 422 && long.body.contains(&"a".repeat(1001)), "what was typed is kept");
        reader.get(&form);
        let named = reader.submit(&form, &[("reason", "Vi si leggeva il nome di Persona Prova.")]);
        assert!(named.status == 422 && named.says("Nomina qualcuno che c’era"), "{}", named.text());
        reader.get(&form);
        let done = reader.submit(&form, &[("reason", "Vi si leggeva <b>ciò che</b> non era stato detto.")]);
        assert!(done.says("Edizione ritirata.") && done.says("ritirata"), "{}", done.text());

        // A tombstone where it stood; its files are gone; the one before stays.
        for page in [format!("{PUBLIC}/1-1"), format!("{PUBLIC}/1-1/2")] {
            let page = stranger.get(&page);
            assert!(page.status == 200 && page.says("L’edizione 2 è stata ritirata") && page.says("Vi si leggeva <b>ciò che</b> non era stato detto."), "{}", page.text());
            assert!(!page.says("Servono panchine") && page.link("Scarica il PDF").is_none(), "{}", page.text());
        }
        for format in ["pdf", "docx"] {
            let gone = stranger.open(&format!("{PUBLIC}/1-1/2/restituzione.{format}"));
            assert!(gone.status == 410 && gone.says("è stata ritirata") && !gone.bytes.starts_with(b"%PDF"), "{}", gone.text());
            assert_eq!(stranger.open(&format!("{PUBLIC}/1-1/1/restituzione.{format}")).status, 200);
        }
        let first = stranger.get(&format!("{PUBLIC}/1-1/1"));
        assert!(first.says("Di sera è buio.") && !first.says("è stata sostituita"), "{}", first.text());
        assert!(stranger.get(PUBLIC).says("ritirata"));
        // It is done once; what it said can be published anew, as an edition of its own.
        assert!(reader.get(&form).says("già stata ritirata"));
        let csrf = reader.page().attributes("input[name=_csrf]", "value").remove(0);
        assert_eq!(reader.post(&form, &[("_csrf".into(), csrf.clone()), ("reason".into(), "Ancora.".into())]).status, 409);
        assert_eq!(reader.post(&form.replace("/2/", "/9/"), &[("_csrf".into(), csrf), ("reason".into(), "X".into())]).status, 404);
        assert!(publish(&reader, MINE).says("Edizione 3"));
        house.administrator("capo@example.org");
        let trail = house.signed_in("capo@example.org").get("/amministrazione/tracce");
        assert!(trail.says("restituzione ritirata") && trail.says("1-1/2"), "{}", trail.text());
    }

    fn a_name_keeps_a_restitution_from_being_published(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        sentence(&writer, "Come ha detto prova persona, servono panchine.", &["Servono panchine"]);
        let page = reader.get(MINE);
        assert!(page.says("Vi compare il nome di una persona"), "{}", page.text());
        assert!(!reader.get(&format!("{MINE}/pubblica")).says("Una volta pubblicata"));
        let form = reader.get(MINE).attributes(".working-acts a", "href").remove(0);
        reader.get(&form);
        let text = "Servono panchine.";
        let writers_form = writer.get(&form);
        assert_eq!(writers_form.attributes("input[name=lines][checked]", "value").len(), 1);
        assert!(writer.submit(&form, &[("text", text)]).says(text));
        // A name in a line is no matter while it is not shown.
        add(&writer, "need", "Persona Prova chiede ombra");
        let both = sentence(&writer, "Serve ombra.", &["Persona Prova chiede ombra"]);
        assert!(both.says("contiene il nome di una persona"), "{}", both.text());
        let name = key(&writer, "Persona Prova chiede ombra");
        assert!(!press(&writer, MINE, "withhold", &name).says("contiene il nome di una persona"));
        assert!(publish(&reader, MINE).says("Restituzione pubblicata."));
        assert!(!house.browser().get(&format!("{PUBLIC}/1-1")).says("Persona Prova"));
    }

    fn a_surname_alone_is_pointed_out_and_somebody_answers_for_it(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        let page = sentence(&writer, "Serve un anno di prova.", &["Servono panchine"]);
        assert!(page.says("Parole che sono anche un cognome") && page.says("«prova»"), "{}", page.text());
        let form = format!("{MINE}/pubblica");
        reader.get(&form);
        let refused = reader.submit(&form, &[]);
        assert!(refused.status == 422 && refused.says("Va confermato che queste parole"), "{} {}", refused.status, refused.text());
        assert_eq!(house.browser().open(&format!("{PUBLIC}/1-1")).status, 404, "nothing was published");
        reader.get(&form);
        assert!(reader.submit(&form, &[("reread", "si")]).says("Restituzione pubblicata."));
        // Where there is no such word nothing is asked.
        let point = writer.get(MINE).attributes(".working-acts a", "href").remove(0);
        writer.get(&point);
        assert!(!writer.submit(&point, &[("text", "Servono panchine.")]).says("anche un cognome"));
        assert!(publish(&reader, MINE).says("Restituzione pubblicata."));
        // Nobody answers for words that were not on the page.
        sentence(&writer, "Servono orti.", &["Servono orti"]);
        let mut fields = reader.get(&form).form(&form, &[]);
        fields.push(("reread".to_owned(), "si".to_owned()));
        sentence(&writer, "Lo chiede la signora Prova.", &["Servono panchine"]);
        let unseen = reader.post(&form, &fields);
        assert_eq!(unseen.status, 409, "{}", unseen.text());
        assert!(!house.browser().get(&format!("{PUBLIC}/1-1")).says("signora"));
    }

    fn an_organisation_that_has_not_agreed_is_pointed_out(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        let page = sentence(&writer, "L’ente esempio offre volontari.", &["Servono panchine"]);
        assert!(page.says("il nome di un ente che c’era") && page.says("«Ente Esempio»"), "{}", page.text());
        let form = format!("{MINE}/pubblica");
        reader.get(&form);
        let refused = reader.submit(&form, &[]);
        assert!(refused.status == 422 && refused.says("non dicono chi ha parlato"), "{}", refused.text());
        // Once it agreed there is nothing to answer for.
        writer.get(&format!("{DESK}/enti"));
        writer.submit(&format!("{DESK}/enti"), &[("voices", "Ente Esempio")]);
        assert!(!writer.get(MINE).says("«Ente Esempio»"));
        reader.get(&form);
        assert!(!reader.page().says("«Ente Esempio»") && reader.page().says("«esempio»"), "who facilitates is called so");
        assert!(reader.submit(&form, &[("reread", "si")]).says("Restituzione pubblicata."));
    }

    fn the_second_of_two_writers_is_told_and_shown_both(house) {
        spoken(house);
        let (one, two) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        sentence(&one, "Prima stesura.", &["Manca luce"]);
        let form = one.get(MINE).attributes(".working-acts a", "href").remove(0);
        one.get(&form);
        two.get(&form);
        assert!(one.submit(&form, &[("text", "Seconda stesura.")]).says("Seconda stesura."));
        let page = two.submit(&form, &[("text", "Altra stesura.")]);
        assert_eq!(page.status, 409);
        assert!(page.says("Facilitatore Esempio ha riscritto questo punto") && page.says("Seconda stesura."), "{}", page.text());
        assert_eq!(page.one("#f-text"), "Altra stesura.", "what was typed is kept");
        assert!(two.submit(&form, &[]).says("Altra stesura."));
        let old = two.get(MINE).attributes("button[name=remove]", "value").remove(0).replace(" 3", " 1");
        assert_eq!(press(&one, MINE, "remove", &old).status, 409);
        // Now the member of staff wrote it too: somebody else of the promoter must publish it.
        assert!(two.get(&format!("{MINE}/pubblica")).says("tocca a un’altra persona"));
        let now = two.get(MINE).attributes("button[name=remove]", "value").remove(0);
        assert!(press(&one, MINE, "remove", &now).says("Qui non c’è ancora nulla."));
    }

    fn what_changes_behind_a_sentence_is_told(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        sentence(&writer, "Di sera è buio.", &["Manca luce"]);
        publish(&reader, MINE);
        let line = format!("{MINUTES}/righe/{}", key(&writer, "Manca luce"));
        writer.get(&line);
        writer.submit(&line, &[("text", "Manca luce in cortile")]);
        let page = writer.get(MINE);
        assert!(page.says("corretta dopo") && page.says("occorre rileggere"), "{}", page.text());
        assert_eq!(publish_only(&reader).status, 409);
        assert!(house.browser().get(&format!("{PUBLIC}/1-1")).says("Manca luce"), "what is published stays");
        let form = page.attributes(".working-acts a", "href").remove(0);
        writer.get(&form);
        assert!(!writer.submit(&form, &[]).says("occorre rileggere"));
        assert!(publish(&reader, MINE).says("Manca luce in cortile"));
    }

    fn the_whole_event_rests_on_what_its_sessions_say(house) {
        spoken(house);
        let (writer, reader) = (house.signed_in(FACILITATOR), house.signed_in(STAFF));
        sentence(&writer, "Di sera è buio.", &["Manca luce"]);
        let action = [("objective", "Cortili aperti"), ("text", "Mettere lampioni"), ("who", "Comune"), ("by_when", ""), ("means", "")];
        write(&writer, "action", &action, &["Manca luce"]);
        let whole = format!("{DESK}/incontro");
        let form = format!("{whole}/nuovo");
        let source = writer.get(&form).attributes("input[name=lines]", "value").remove(0);
        let page = writer.submit(&form, &[("text", "I cortili vanno illuminati."), ("lines", &source)]);
        assert!(page.says("I cortili vanno illuminati.") && page.says("La restituzione di una sessione non è pubblicata"), "{}", page.text());
        publish(&reader, MINE);
        let page = publish(&reader, &whole);
        assert!(page.says("Restituzione pubblicata."), "{}", page.text());
        let stranger = house.browser();
        let page = stranger.get(&format!("{PUBLIC}/incontro"));
        for said in ["I cortili vanno illuminati.", "Di sera è buio.", "Cortili aperti", "Mettere lampioni", "Tavolo 1. Le leve, sessione 1"] {
            assert!(page.says(said), "{said}: {}", page.text());
            assert!(words(&stranger, &format!("{PUBLIC}/incontro/1"), "docx").contains(said), "{said}");
        }
        // What the event rests on is not taken out from under it, and a change of it must be published first.
        let first = writer.get(MINE).attributes("button[name=remove]", "value").remove(0);
        assert_eq!(press(&writer, MINE, "remove", &first).status, 409);
        let form = writer.get(MINE).attributes(".working-acts a", "href").remove(0);
        writer.get(&form);
        writer.submit(&form, &[("text", "Di sera non c’è luce.")]);
        let page = writer.get(&whole);
        assert!(page.says("occorre rileggere") && page.says("non è pubblicata, o è cambiata"), "{}", page.text());
    }
}

/// Presses publish where the page no longer offers it.
fn publish_only(browser: &Browser<'_>) -> Page {
    let token = browser.get(MINE).attributes("input[name=_csrf]", "value").remove(0);
    browser.post(&format!("{MINE}/pubblica"), &[("_csrf".to_owned(), token)])
}
