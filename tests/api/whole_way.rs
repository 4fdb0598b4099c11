//! The whole way, once: from a process that does not exist to a report that anyone can check. Everything passes through
//! the door; behind it only the accounts of the staff are made and the clock is set.

use crate::harness::{Browser, House, PASSWORD, Page};

const AT: &str = "/percorsi/rive";
const WRITE: &str = "/percorsi/rive/commenta";
const V1: &[u8] = include_bytes!("whole_way/rive-1.md");
const V2: &[u8] = include_bytes!("whole_way/rive-2.md");

const ADMINISTRATOR: &str = "amministra@example.org";
const REVIEWER: &str = "istruttoria@example.org";
const PROMOTER: &str = "promotrice@example.org";
const SECOND: &str = "promotore@example.org";

/// Those who take part, who must appear nowhere in public.
const ADA: (&str, &str) = ("Ada Melagrana", "ada@example.org");
const BRUNO: (&str, &str) = ("Bruno Pungitopo", "bruno@example.org");
const CARLA: (&str, &str) = ("Carla Biancospino", "carla@example.org");

const CIRCOLO: &str = "Circolo della Sponda (finto)";
const REMI: &str = "Amici dei Remi (finti)";
const ADA_TEXT: &str = "Servono più alberi lungo la riva. Chiedo anche panchine con lo schienale ogni cento metri.";
const BRUNO_TEXT: &str = "Gli accessi servono anche a chi spinge una carrozzina.";
const PROPOSED: &str = "Aprire cinque accessi nuovi alla riva, percorribili con carrozzine e passeggini, ciascuno a meno di \
                        trecento metri da una fermata dell'autobus.";
const CARLA_TEXT: &str = "Quando cominciano i lavori?";
const LATE_TEXT: &str = "Aggiungo che il mulino andrebbe riaperto alle scuole.";

/// A page of the staff.
fn desk(rest: &str) -> String {
    format!("{AT}/gestione{rest}")
}

/// Sends, with the token of the page shown, what no button of it offers.
fn press(browser: &Browser<'_>, path: &str) -> Page {
    let token = browser.page().attributes("input[name=_csrf]", "value").remove(0);
    browser.post(path, &[("_csrf".to_owned(), token)])
}

/// The code of the passage with these words.
fn code(house: &House, version: u8, words: &str) -> String {
    let page = house.browser().get(&format!("{AT}/piano/{version}"));
    let at = page.all(".passage").iter().position(|text| text.contains(words));
    let at = at.unwrap_or_else(|| panic!("no passage {words:?}: {}", page.text()));
    page.attributes(".passage", "id")[at].trim_start_matches('p').to_owned()
}

fn submit_says(browser: &Browser<'_>, path: &str, fields: &[(&str, &str)], words: &str) -> Page {
    let page = browser.submit(path, fields);
    assert!(page.says(words), "{path} ({}) does not say {words:?}: {}", page.status, page.text());
    page
}

/// Follows the link of the letter in a browser, and presses its button.
fn confirm(house: &House, browser: &Browser<'_>, email: &str) -> Page {
    let link = house.link(&house.letter_to(email));
    browser.get(&link);
    browser.submit(&link, &[("password", PASSWORD)])
}

fn registered<'h>(house: &'h House, who: (&str, &str), more: &[(&str, &str)]) -> Browser<'h> {
    let browser = house.browser();
    browser.get("/registrati");
    let fields = [("name", who.0), ("email", who.1), ("password", PASSWORD)];
    browser.submit("/registrati", &[&fields, more].concat());
    assert_eq!(confirm(house, &browser, who.1).path, "/account");
    browser
}

for_each_database! {
    fn from_a_draft_to_the_report(house) {
        the_process_is_made(house);
        its_people_and_its_publication(house);
        version_one_is_imported_and_published(house);
        the_window_is_set(house);
        a_visitor_writes_first_and_registers_after(house);
        an_organisation_proposes_other_words(house);
        moderation_publishes_two(house);
        a_third_supports_and_withdraws(house);
        what_everybody_reads(house);
        the_window_closes_on_an_open_form(house);
        the_report_is_refused(house);
        requests_are_cut(house);
        answers_that_claim_too_much_are_refused(house);
        version_two_is_imported_and_decided(house);
        every_request_is_answered(house);
        a_second_person_approves(house);
        version_two_and_the_answers_are_published(house);
        authors_are_told_once(house);
        participants_and_words_of_the_report(house);
        the_report_is_published(house);
        its_files_are_what_was_frozen(house);
        the_register_can_be_checked(house);
        nobody_is_named_in_public(house);
    }
}

fn the_process_is_made(house: &House) {
    house.administrator(ADMINISTRATOR);
    let administrator = house.signed_in(ADMINISTRATOR);
    administrator.get("/percorsi/nuovo");
    let facts = [
        ("title", "Le rive di Valdora"),
        ("summary", "Come aprire le rive del canale a chi abita vicino."),
        ("founding_act", "Accordo fra il Comune e la fondazione"),
        ("founded_on", "2031-01-15"),
        ("contact", "rive@example.org"),
        ("facilitator", "Bottega dell'Ascolto (finta)"),
        ("slug", "rive"),
    ];
    let made = administrator.submit("/percorsi/nuovo", &facts);
    assert_eq!(made.path, desk(""), "{}", made.text());
    assert_eq!(house.browser().open(AT).status, 404, "nobody knows of it yet");

    let promoters = [
        ("name-1", "Comune di Valdora (finto)"),
        ("act_kind-1", "Deliberazione della giunta"),
        ("act_number-1", "12/2031"),
        ("act_date-1", "2031-01-15"),
        ("name-2", "Fondazione Acque Chiare (finta)"),
    ];
    administrator.get(&desk("/promotori"));
    submit_says(&administrator, &desk("/promotori"), &promoters, "Salvato.");
    let phases = [
        ("analysis", "Lettura", "2031-01-20", "2031-01-31"),
        ("interviews", "Interviste", "2031-02-01", "2031-02-14"),
        ("event", "Incontro", "2031-02-20", "2031-02-20"),
        ("consultation", "Consultazione", "2031-03-04", "2031-03-18"),
        ("presentation", "Presentazione", "2031-04-01", "2031-04-30"),
    ];
    administrator.get(&desk("/fasi"));
    for (n, (kind, title, from, to)) in (1..).zip(phases) {
        let names = ["kind", "title", "starts_on", "ends_on"].map(|field| format!("{field}-{n}"));
        let values = [kind, title, from, to];
        let fields: Vec<_> = names.iter().map(String::as_str).zip(values).collect();
        submit_says(&administrator, &desk("/fasi"), &fields, "Salvato.");
    }
}

fn its_people_and_its_publication(house: &House) {
    let staff = [
        ("Irma Istruttrice", REVIEWER, "reviewer"),
        ("Paola Promotrice", PROMOTER, "promoter"),
        ("Piero Promotore", SECOND, "promoter"),
    ];
    let administrator = house.signed_in(ADMINISTRATOR);
    administrator.get(&desk("/ruoli"));
    for (name, email, role) in staff {
        house.account(name, email);
        let fields = [("email", email), ("role", role)];
        submit_says(&administrator, &desk("/ruoli"), &fields, "Ruolo assegnato.");
    }
    administrator.get(&desk("/pubblica"));
    submit_says(&administrator, &desk("/pubblica"), &[], "Il percorso è pubblico.");
    let page = house.browser().get(AT);
    for words in
        ["Le rive di Valdora", "Fondazione Acque Chiare (finta)", "Lettura", "Presentazione", "rive@example.org"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert_eq!(page.all("ol.phases > li").len(), 5);
}

fn version_one_is_imported_and_published(house: &House) {
    let (reviewer, promoter) = (house.signed_in(REVIEWER), house.signed_in(PROMOTER));
    reviewer.get(&desk("/piano"));
    let draft = reviewer.upload(&desk("/piano"), &[], &[("file", "rive.md", V1)]);
    assert!(draft.says("File importato"), "{}", draft.text());
    assert!(reviewer.get(&desk("/piano/anteprima")).says("1.400 metri"));
    assert_eq!(house.browser().open(&format!("{AT}/piano/1")).status, 404, "a draft is nobody else's");
    assert_eq!(reviewer.open(&desk("/piano/pubblica")).status, 403, "publishing is the promoter's");

    promoter.get(&desk("/piano/pubblica"));
    submit_says(&promoter, &desk("/piano/pubblica"), &[("note", "La bozza da commentare")], "Versione pubblicata.");
    let read = house.browser().get(&format!("{AT}/piano/1"));
    assert_eq!(read.all(".passage").len(), 13, "{}", read.text());
    assert!(read.all(".passage table td").contains(&"1.400 metri".to_owned()), "{}", read.text());
}

fn the_window_is_set(house: &House) {
    let promoter = house.signed_in(PROMOTER);
    let here = desk("/consultazione");
    promoter.get(&here);
    let instants = [("opens_at", "2031-03-04T09:00"), ("closes_at", "2031-03-18T18:00")];
    submit_says(&promoter, &here, &instants, "Nulla è ancora salvato.");
    submit_says(&promoter, &here, &[], "Consultazione fissata.");

    let write = |at: &str| {
        house.at(at);
        house.browser().get(WRITE).all("textarea[name=text]").len()
    };
    assert_eq!(write("2031-03-04 08:59"), 0);
    assert_eq!(write("2031-03-04 09:00"), 1, "open from the second it opens");
}

fn a_visitor_writes_first_and_registers_after(house: &House) {
    let visitor = house.browser();
    visitor.get(&format!("{WRITE}?passaggio={}", code(house, 1, "capaci di fare ombra")));
    let typed =
        [("kind", "addition"), ("text", ADA_TEXT), ("shown", "si"), ("named_as", "anonymous"), ("passo", "invia")];
    let asked = visitor.submit(WRITE, &typed);
    assert_eq!(asked.path, "/accedi?ritorno=/riprendi");
    assert!(visitor.click("Registrati").says("resta in attesa"), "{}", visitor.page().text());
    visitor.submit("/registrati", &[("name", ADA.0), ("email", ADA.1), ("password", PASSWORD)]);

    // The link is opened elsewhere: the text waits there too.
    let device = house.browser();
    let waiting = confirm(house, &device, ADA.1);
    assert_eq!(waiting.path, "/riprendi", "{}", waiting.text());
    let filled = waiting.form(WRITE, &[("passo", "invia")]);
    assert!(filled.contains(&("text".to_owned(), ADA_TEXT.to_owned())), "{filled:?}");
    let (first, second) = (device.post(WRITE, &filled), device.post(WRITE, &filled));
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303), "{}", first.text());
    assert_eq!(first.header("location"), second.header("location"), "the same receipt");

    let receipt = device.get(first.header("location").unwrap());
    assert_eq!(receipt.one(".receipt-number"), "1");
    assert!(receipt.says(ADA_TEXT));
    assert_eq!(device.get("/i-miei-contributi").all("article.contribution").len(), 1, "one row");
    let letter = house.letter_to(ADA.1);
    assert!(letter.kind == "receipt" && letter.body.contains(ADA_TEXT), "{}", letter.body);
}

fn an_organisation_proposes_other_words(house: &House) {
    let bruno = registered(house, BRUNO, &[("organisation", CIRCOLO), ("category", "association")]);
    let form = bruno.get(&format!("{WRITE}?passaggio={}", code(house, 1, "cinque accessi")));
    let organisation = form.attributes("input[name=named_as][value^='organisation:']", "value").remove(0);
    let typed = [
        ("kind", "rewording"),
        ("text", BRUNO_TEXT),
        ("proposed", "Aprire dieci accessi nuovi alla riva."),
        ("shown", "si"),
        ("named_as", organisation.as_str()),
        ("passo", "anteprima"),
    ];
    submit_says(&bruno, WRITE, &typed, CIRCOLO);
    let receipt = bruno.submit(WRITE, &[("passo", "invia")]);
    assert_eq!(receipt.one(".receipt-number"), "2");

    let edit = format!("{AT}/contributi/2/modifica");
    bruno.get(&edit);
    let edited = submit_says(&bruno, &edit, &[("proposed", PROPOSED)], "Modifica registrata.");
    assert!(edited.says(PROPOSED) && edited.says(BRUNO_TEXT));
    let letters = house.mailbox();
    assert_eq!(letters.iter().filter(|l| l.to == BRUNO.1 && l.kind == "receipt").count(), 2);
}

fn moderation_publishes_two(house: &House) {
    let reviewer = house.signed_in(REVIEWER);
    let waiting = reviewer.get(&desk("/contributi"));
    let seen = waiting.attributes("input[name=numero]", "value");
    assert_eq!(seen.len(), 2);
    assert_eq!(house.browser().get(&format!("{AT}/contributi")).all("article.contribution").len(), 0);
    let ticked: Vec<(&str, &str)> = seen.iter().map(|n| ("numero", n.as_str())).collect();
    submit_says(&reviewer, &desk("/contributi/pubblica"), &ticked, "Contributi pubblicati.");
}

fn a_third_supports_and_withdraws(house: &House) {
    let carla = registered(house, CARLA, &[]);
    carla.get(&format!("{AT}/avvisi"));
    carla.submit(&format!("{AT}/avvisi"), &[]);
    carla.get(WRITE);
    let typed =
        [("kind", "question"), ("text", CARLA_TEXT), ("shown", "si"), ("named_as", "anonymous"), ("passo", "invia")];
    assert_eq!(carla.submit(WRITE, &typed).one(".receipt-number"), "3");
    let withdraw = format!("{AT}/contributi/3/ritira");
    carla.get(&withdraw);
    submit_says(&carla, &withdraw, &[], "Contributo ritirato.");

    let support = format!("{AT}/contributi/2/sostieni");
    carla.get(&support);
    submit_says(&carla, &support, &[], "Sostegno registrato.");
    let bruno = house.signed_in(BRUNO.1);
    bruno.get(&support);
    assert_eq!(press(&bruno, &support).status, 409, "nobody supports their own");
}

fn what_everybody_reads(house: &House) {
    let anyone = house.browser();
    let list = anyone.get(&format!("{AT}/contributi"));
    assert_eq!(list.all("article.contribution").len(), 2);
    for words in [ADA_TEXT, BRUNO_TEXT, "una persona", CIRCOLO, "Una persona lo sostiene"] {
        assert!(list.says(words), "{words}: {}", list.text());
    }
    assert!(anyone.get(&format!("{AT}/contributi/3")).says("Chi lo ha scritto lo ha ritirato."));
    assert!(!anyone.page().says(CARLA_TEXT));
}

fn the_window_closes_on_an_open_form(house: &House) {
    house.at("2031-03-18 17:59");
    let ada = house.signed_in(ADA.1);
    ada.get(WRITE);
    let typed =
        [("kind", "addition"), ("text", LATE_TEXT), ("shown", "si"), ("named_as", "anonymous"), ("passo", "invia")];
    let filled = ada.page().form(WRITE, &typed);
    house.at("2031-03-18 18:00");
    let closed = ada.post(WRITE, &filled);
    assert_eq!(closed.status, 403);
    assert!(closed.says("La consultazione è chiusa"));
    assert_eq!(closed.one("textarea[name=text]"), LATE_TEXT, "nothing typed is lost");
    let receipt = ada.submit(WRITE, &[("passo", "tardivo")]);
    assert!(receipt.says("Depositato come tardivo"), "{}", receipt.text());
    assert_eq!(receipt.one(".receipt-number"), "4");

    let account = house.signed_in(REVIEWER).get(&desk("/istruttoria"));
    let sum = "3 ricevuti (i tardivi a parte) = 0 con riscontro + 2 da istruire + 1 ritirati + 0 duplicati + 0 rifiutati dalla moderazione";
    assert!(account.says(sum), "{}", account.text());
}

fn the_report_is_refused(house: &House) {
    let promoter = house.signed_in(PROMOTER);
    let editor = promoter.get(&desk("/resoconto"));
    assert!(editor.says("mancano 2 cose"), "{}", editor.text());
    for number in [1, 2] {
        let way = editor.attributes(&format!("dl a[href='{}']", desk(&format!("/istruttoria/{number}"))), "href");
        assert_eq!(way.len(), 1, "the way to contribution {number}: {}", editor.body);
    }
    assert_eq!(press(&promoter, &desk("/resoconto/pubblica")).status, 409);
    assert_eq!(house.browser().open(&format!("{AT}/resoconto/1")).status, 404);
}

fn requests_are_cut(house: &House) {
    let reviewer = house.signed_in(REVIEWER);
    let first = desk("/istruttoria/1");
    reviewer.get(&first);
    let trees = [("quote", "più alberi lungo la riva"), ("summary", "Più alberi"), ("theme", "Verde"), ("act", "cut")];
    submit_says(&reviewer, &first, &trees, "Richiesta ricavata.");
    let benches =
        [("quote", "panchine con lo schienale"), ("summary", "Panchine"), ("theme", "Arredi"), ("act", "cut")];
    submit_says(&reviewer, &first, &benches, "Richiesta ricavata.");
    assert_eq!(reviewer.page().all("#testo mark"), ["più alberi lungo la riva", "panchine con lo schienale"]);
    let second = desk("/istruttoria/2");
    reviewer.get(&second);
    let access = [("summary", "Accessi per le carrozzine"), ("theme", "Accessi"), ("act", "cut")];
    submit_says(&reviewer, &second, &access, "Richiesta ricavata.");
    assert!(
        house.signed_in(PROMOTER).get(&desk("/resoconto")).says("mancano 3 cose"),
        "three requests without an answer"
    );
}

fn answer(by: &Browser<'_>, request: u8, fields: &[(&str, &str)]) -> Page {
    by.get(&desk(&format!("/riscontri/nuovo?richieste={request}")));
    by.submit(&desk("/riscontri/nuovo"), fields)
}

fn answers_that_claim_too_much_are_refused(house: &House) {
    let reviewer = house.signed_in(REVIEWER);
    let nowhere = [("outcome", "deferred"), ("reason", "Se ne parla con il progetto.")];
    assert_eq!(answer(&reviewer, 2, &nowhere).status, 422, "deferred to nothing and nobody");
    let code = code(house, 1, "cinque accessi");
    let unwritten = [("outcome", "integrated"), ("reason", "Fatto."), ("passages", code.as_str())];
    let page = answer(&reviewer, 3, &unwritten);
    assert_eq!(page.status, 422, "what was commented cannot hold what was asked for: {}", page.text());
    let later = [
        ("outcome", "deferred"),
        ("reason", "Gli arredi si disegnano con il progetto."),
        ("deferred_step", "Progetto esecutivo"),
        ("deferred_owner", "Ufficio arredi"),
    ];
    let sent = answer(&reviewer, 2, &later);
    assert!(sent.path == desk("/riscontri/1") && sent.says("Riscontro mandato in approvazione."), "{}", sent.text());
}

fn version_two_is_imported_and_decided(house: &House) {
    let (reviewer, promoter) = (house.signed_in(REVIEWER), house.signed_in(PROMOTER));
    reviewer.get(&desk("/piano"));
    let draft = reviewer.upload(&desk("/piano"), &[], &[("file", "rive.md", V2)]);
    assert!(draft.says("File importato"), "{}", draft.text());
    promoter.get(&desk("/piano/pubblica"));
    let early = promoter.submit(&desk("/piano/pubblica"), &[]);
    assert_eq!(early.status, 409, "a passage is undecided: {}", early.text());

    let (here, code) = (desk("/piano/decisioni"), code(house, 1, "capaci di fare ombra"));
    let open = reviewer.get(&here);
    assert_eq!(open.all("main section.block").len(), 1, "{}", open.text());
    submit_says(&reviewer, &here, &[("risposta", &code)], "Decisione salvata.");
    assert!(reviewer.get(&here).says("Tutto deciso"));
}

fn every_request_is_answered(house: &House) {
    let (trees, access) = (code(house, 1, "capaci di fare ombra"), code(house, 1, "cinque accessi"));
    let partly = [
        ("outcome", "partially_integrated"),
        ("reason", "Duecento alberi; non su tutti i tratti c'è spazio."),
        ("codes", trees.as_str()),
    ];
    let sent = answer(&house.signed_in(REVIEWER), 1, &partly);
    assert_eq!(sent.path, desk("/riscontri/2"), "{}", sent.text());
    let wholly =
        [("outcome", "integrated"), ("reason", "Le parole proposte sono nel testo."), ("codes", access.as_str())];
    let sent = answer(&house.signed_in(PROMOTER), 3, &wholly);
    assert_eq!(sent.path, desk("/riscontri/3"), "{}", sent.text());
    let account = house.signed_in(REVIEWER).get(&desk("/resoconto"));
    assert!(account.says("mancano 3 cose"), "answered, not published: {}", account.text());
}

fn a_second_person_approves(house: &House) {
    let (reviewer, promoter, second) = (house.signed_in(REVIEWER), house.signed_in(PROMOTER), house.signed_in(SECOND));
    reviewer.get(&desk("/riscontri/3"));
    let refused = press(&reviewer, &desk("/riscontri/3/approva"));
    assert!(refused.status == 403 && refused.says("Manca il ruolo necessario"), "{}", refused.text());
    promoter.get(&desk("/riscontri/3"));
    let refused = press(&promoter, &desk("/riscontri/3/approva"));
    assert!(refused.status == 403 && refused.says("Serve una seconda persona"), "{}", refused.text());

    let waiting = promoter.get(&desk("/riscontri?stato=submitted"));
    let mut offered = waiting.attributes("input[name=response]", "value");
    offered.sort();
    let numbers: Vec<&str> = offered.iter().map(|seen| seen.split('.').next().unwrap()).collect();
    assert_eq!(numbers, ["1", "2"], "one's own is not offered");
    let ticked: Vec<(&str, &str)> = offered.iter().map(|seen| ("response", seen.as_str())).collect();
    submit_says(&promoter, &desk("/riscontri/approva"), &ticked, "Riscontri approvati.");
    second.get(&desk("/riscontri/3"));
    submit_says(&second, &desk("/riscontri/3/approva"), &[], "Riscontro approvato.");
}

fn version_two_and_the_answers_are_published(house: &House) {
    let promoter = house.signed_in(PROMOTER);
    let batch = promoter.get(&desk("/riscontri/pubblica"));
    assert!(batch.says("una versione del piano non ancora pubblicata"), "{}", batch.text());
    assert!(!house.browser().get(&format!("{AT}/esiti")).says("Panchine"));

    house.at("2031-04-02 11:00");
    let promoter = house.signed_in(PROMOTER);
    promoter.get(&desk("/piano/pubblica"));
    submit_says(
        &promoter,
        &desk("/piano/pubblica"),
        &[("note", "Con quello che è stato chiesto")],
        "Versione pubblicata.",
    );
    promoter.get(&desk("/riscontri/pubblica"));
    submit_says(&promoter, &desk("/riscontri/pubblica"), &[], "Riscontri pubblicati.");

    let anyone = house.browser();
    let compared = anyone.get(&format!("{AT}/piano/confronto?da=1&a=2"));
    for words in [
        "percorribili con carrozzine",
        "Accessi per le carrozzine",
        "(Richiesta n. 3, contributo n. 2, Circolo della Sponda (finto))",
        "Più alberi",
        "(Richiesta n. 1, contributo n. 1, una persona)",
        "Come si controlla",
    ] {
        assert!(compared.says(words), "{words}: {}", compared.text());
    }
    let trees = code(house, 2, "almeno duecento");
    assert_eq!(trees, code(house, 1, "capaci di fare ombra"), "the passage keeps its code");
    let passage = anyone.get(&format!("{AT}/passaggi/{trees}"));
    assert!(passage.says(ADA_TEXT), "comments stay with their passage: {}", passage.text());
    let outcomes = anyone.get(&format!("{AT}/esiti"));
    for words in ["Panchine", "Più alberi", "Integrata", "Parzialmente integrata", "Rinviata", "Ufficio arredi"] {
        assert!(outcomes.says(words), "{words}: {}", outcomes.text());
    }
}

fn authors_are_told_once(house: &House) {
    let letters = house.mailbox();
    let told = |to: &str, kind: &str| letters.iter().filter(|l| l.to == to && l.kind == kind).collect::<Vec<_>>();
    let ada = told(ADA.1, "outcomes");
    assert_eq!(ada.len(), 1, "one letter with every outcome");
    assert!(
        ["Parzialmente integrata", "Rinviata", "Panchine", "Più alberi"].iter().all(|w| ada[0].body.contains(w)),
        "{}",
        ada[0].body
    );
    let bruno = told(BRUNO.1, "outcomes");
    assert_eq!(bruno.len(), 1);
    assert!(bruno[0].body.contains("Integrata") && !bruno[0].body.contains("Panchine"), "{}", bruno[0].body);
    assert_eq!(told(CARLA.1, "outcomes").len(), 0, "who withdrew is not answered");
    assert_eq!(told(CARLA.1, "new_version").len(), 1, "who asked to be told is told");
    let mine = house.signed_in(ADA.1).get("/i-miei-contributi");
    assert!(mine.says("Parzialmente integrata") && mine.says("Rinviata"), "{}", mine.text());
}

fn participants_and_words_of_the_report(house: &House) {
    let reviewer = house.signed_in(REVIEWER);
    let here = desk("/partecipanti");
    reviewer.get(&here);
    let names = format!("{REMI}\n{CIRCOLO}");
    let fields = [("channel", "interview"), ("organisations", names.as_str()), ("citizens", "3")];
    submit_says(&reviewer, &here, &fields, "Elenco aggiornato.");
    let list = house.browser().get(&format!("{AT}/partecipanti"));
    assert_eq!(list.all(".press-names li"), [REMI, CIRCOLO], "each once, in alphabetical order");
    assert!(list.says("Si aggiungono 4 privati cittadini"), "{}", list.text());

    reviewer.get(&desk("/resoconto"));
    let words = [("introduction", "Un mese di ascolto sulle rive."), ("thanks", "Grazie a chi ha camminato con noi.")];
    submit_says(&reviewer, &desk("/resoconto"), &words, "Testi salvati.");
    assert!(
        reviewer.page().says("Il conto torna: contributi ricevuti 3, tutti con riscontro"),
        "{}",
        reviewer.page().text()
    );
    let preview = reviewer.get(&desk("/resoconto/anteprima"));
    assert!(
        preview.says("Un mese di ascolto sulle rive.") && preview.says("Parzialmente integrata"),
        "{}",
        preview.text()
    );
    assert_eq!(press(&reviewer, &desk("/resoconto/pubblica")).status, 403, "publishing is the promoter's");
}

fn the_report_is_published(house: &House) {
    let promoter = house.signed_in(PROMOTER);
    let here = desk("/resoconto/pubblica");
    promoter.get(&here);
    let published = submit_says(&promoter, &here, &[], "Resoconto pubblicato.");
    assert_eq!(published.path, format!("{AT}/resoconto/1"));
    let report = house.browser().get(&format!("{AT}/resoconto"));
    for words in
        ["Parzialmente integrata", "Integrata", "Rinviata", CIRCOLO, REMI, "Deliberazione della giunta", "Grazie a chi"]
    {
        assert!(report.says(words), "{words}: {}", report.text());
    }
    assert!(report.says("Si aggiungono 4 privati cittadini"), "{}", report.text());
    assert!(
        report.says("Un contributo è arrivato dopo il termine"),
        "the late one is counted apart: {}",
        report.text()
    );
    assert_eq!(house.letter_to(CARLA.1).kind, "report");
}

fn its_files_are_what_was_frozen(house: &House) {
    let anyone = house.browser();
    let hashes = anyone.get(&format!("{AT}/resoconto/1")).all("dd.hash");
    assert_eq!(hashes.len(), 3);
    for (name, starts) in [("pdf", "%PDF"), ("docx", "PK"), ("html", "<!")] {
        let file = anyone.get(&format!("{AT}/resoconto/1/resoconto.{name}"));
        assert!(file.status == 200 && file.bytes.starts_with(starts.as_bytes()), "{name}: {}", file.status);
        assert!(hashes.contains(&domain::id::sha256(&file.bytes)), "{name} is not what was frozen");
    }
    let html = anyone.page();
    assert!(html.body.contains(CIRCOLO) && html.body.contains("Parzialmente integrata"));
}

fn the_register_can_be_checked(house: &House) {
    let register = house.browser().get(&format!("{AT}/registro"));
    assert!(register.says("La catena è integra"), "{}", register.text());
    let acts = ["Ricevuto", "Ricevuto", "Modificato", "Pubblicato", "Pubblicato", "Ricevuto", "Ritirato", "Ricevuto"];
    assert_eq!(register.all("tbody td:nth-of-type(2)"), acts);
    let ada = house.signed_in(ADA.1);
    ada.get(&format!("{AT}/contributi/1/ricevuta"));
    let verify = format!("{AT}/registro/verifica");
    let filled = ada.page().form(&verify, &[]);
    submit_says(&ada, &verify, &[], "Corrisponde");
    let stranger = house.browser();
    stranger.get(&verify);
    let typed: Vec<(&str, &str)> =
        filled.iter().filter(|(k, _)| !k.starts_with('_')).map(|(k, v)| (k.as_str(), v.as_str())).collect();
    submit_says(&stranger, &verify, &typed, "Corrisponde");
    submit_says(&stranger, &verify, &[("text", "Servono meno alberi.")], "Non corrisponde");
}

fn nobody_is_named_in_public(house: &House) {
    let anyone = house.browser();
    let pages = [
        "",
        "/piano",
        "/piano/1",
        "/piano/2",
        "/piano/confronto?da=1&a=2",
        "/contributi",
        "/contributi/1",
        "/contributi/2",
        "/contributi/3",
        "/contributi/4",
        "/esiti",
        "/registro",
        "/registro.json",
        "/partecipanti",
        "/resoconto",
        "/resoconto/1/resoconto.html",
    ];
    for page in pages.iter().map(|rest| anyone.get(&format!("{AT}{rest}"))) {
        assert_eq!(page.status, 200, "{}", page.path);
        for (name, email) in [ADA, BRUNO, CARLA] {
            assert!(!page.body.contains(name) && !page.body.contains(email), "{} names {name}", page.path);
        }
        assert!(
            !page.body.contains(CARLA_TEXT) && !page.body.contains(LATE_TEXT),
            "{} shows what is not shown",
            page.path
        );
    }
    assert!(house.signed_in(ADMINISTRATOR).get("/amministrazione/tracce").says("Le rive di Valdora"));
}
