//! Coming in and going out.

use crate::harness::Browser;

const NEW: [(&str, &str); 3] =
    [("name", "Ada Prova"), ("email", "ada@example.org"), ("password", "quattro pere nel cesto")];

fn register(browser: &Browser<'_>) -> crate::harness::Page {
    browser.get("/registrati");
    browser.submit("/registrati", &NEW)
}

for_each_database! {
    fn from_registering_to_signing_out_everywhere(house) {
        let browser = house.browser();
        let sent = register(&browser);
        assert_eq!(sent.path, "/registrati/inviata");

        // The address is not confirmed yet: no way in.
        browser.get("/accedi");
        let refused = browser.submit("/accedi", &[("email", NEW[1].1), ("password", NEW[2].1)]);
        assert_eq!(refused.status, 422);
        assert_eq!(refused.attributes("#f-email", "value"), ["ada@example.org"]);

        let letter = house.letter_to("ada@example.org");
        assert_eq!(letter.kind, "confirm");
        let link = house.link(&letter);
        // A program that follows the link confirms nothing, and may do so twice.
        house.browser().get(&link);
        let confirm = house.browser();
        confirm.get(&link);
        let wrong = confirm.submit(&link, &[("password", "un'altra frase")]);
        assert!(wrong.status == 422 && wrong.says("Non è la password di questa registrazione"));
        let own = confirm.submit(&link, &[("password", NEW[2].1)]);
        assert_eq!(own.path, "/account");
        assert!(own.says("Indirizzo confermato") && own.says("Ada Prova"));
        assert!(!confirm.get("/account").says("Indirizzo confermato"), "the notice is shown once");
        assert!(confirm.get(&link).says("non vale più"));

        browser.get("/accedi");
        let own = browser.submit("/accedi", &[("email", " ADA@example.org "), ("password", NEW[2].1)]);
        assert_eq!(own.path, "/account");
        let out = browser.submit("/account/esci-ovunque", &[]);
        assert!(out.says("Uscita effettuata"));
        assert_eq!(confirm.open("/account").status, 303, "the other session is over too");
        assert!(!confirm.cookies().contains_key("sessione"), "and its cookie taken back");
    }

    fn a_stranger_cannot_tell_who_is_registered(house) {
        house.account("Bruno Prova", "bruno@example.org");
        let answer = |email: &str| {
            let browser = house.browser();
            browser.get("/registrati");
            let first = browser.submit_only("/registrati", &[("name", "X"), ("email", email), ("password", NEW[2].1)]);
            let sent = browser.get("/registrati/inviata");
            browser.get("/password-dimenticata");
            let asked = browser.submit("/password-dimenticata", &[("email", email)]);
            browser.get("/accedi");
            let refused = browser.submit("/accedi", &[("email", email), ("password", "sbagliata sbagliata")]);
            let without = |s: &str| s.replace(email, "…").lines().filter(|l| !l.contains("_csrf")).collect::<String>();
            (first.status, first.header("location").map(str::to_owned), without(&sent.text()), without(&asked.text()),
             refused.status, without(&refused.text()))
        };
        assert_eq!(answer("bruno@example.org"), answer("nessuno@example.org"));
        let letters = house.mailbox();
        let to = |email: &str| letters.iter().filter(|l| l.to == email).map(|l| l.kind.as_str()).collect::<Vec<_>>();
        assert_eq!(to("bruno@example.org"), ["already_registered", "reset"]);
        assert_eq!(to("nessuno@example.org"), ["confirm", "reset_unknown"]);
    }

    fn who_registers_anothers_address_gets_nothing_by_it(house) {
        let (owner, stranger) = (house.browser(), house.browser());
        let strangers = [("name", "Un Altro"), ("email", NEW[1].1), ("password", "frase di uno sconosciuto")];
        let register_as = |browser: &Browser<'_>, typed: &[(&str, &str)]| {
            browser.get("/registrati");
            browser.submit("/registrati", typed);
            house.link(&house.letter_to(NEW[1].1))
        };
        // Before the owner, and after.
        let first = register_as(&stranger, &strangers);
        let own = register_as(&owner, &NEW);
        let last = register_as(&stranger, &strangers);
        // The owner presses whatever letter comes, and lets nobody in.
        for link in [&first, &last] {
            owner.get(link);
            assert_eq!(owner.submit(link, &[("password", NEW[2].1)]).status, 422);
        }
        owner.get(&own);
        assert!(owner.submit(&own, &[("password", NEW[2].1)]).says("Ada Prova"));
        stranger.get("/accedi");
        assert_eq!(stranger.submit("/accedi", &strangers[1..]).status, 422);
        assert!(stranger.get(&last).says("non vale più"), "what the stranger typed is forgotten");
    }

    fn a_new_password_ends_the_other_links(house) {
        house.account("Carla Prova", "carla@example.org");
        let ask = || {
            let browser = house.browser();
            browser.get("/password-dimenticata");
            browser.submit("/password-dimenticata", &[("email", "carla@example.org")]);
            house.link(&house.letter_to("carla@example.org"))
        };
        let (first, second) = (ask(), ask());
        let browser = house.browser();
        browser.get(&second);
        assert!(browser.submit(&second, &[("password", "nuova frase con le mele")]).says("Password cambiata"));
        assert!(browser.get(&first).says("non vale più"));
    }

    fn a_forgotten_password_is_replaced_by_link(house) {
        house.account("Carla Prova", "carla@example.org");
        let before = house.signed_in("carla@example.org");
        let browser = house.browser();
        browser.get("/password-dimenticata");
        browser.submit("/password-dimenticata", &[("email", "carla@example.org")]);
        let link = house.link(&house.letter_to("carla@example.org"));
        browser.get(&link);
        let weak = browser.submit(&link, &[("password", "password123")]);
        assert_eq!(weak.status, 422);
        assert_eq!(weak.attributes("[data-error-summary] a", "href"), ["#f-password"]);
        let done = browser.submit(&link, &[("password", "nuova frase con le mele")]);
        assert!(done.says("Password cambiata"), "{}", done.text());
        assert_eq!(before.open("/account").status, 303);
        assert!(browser.get(&link).says("non vale più"));
        browser.get("/accedi");
        let own = browser.submit("/accedi", &[("email", "carla@example.org"), ("password", "nuova frase con le mele")]);
        assert_eq!(own.path, "/account");
    }

    fn a_link_is_over_after_its_time(house) {
        let browser = house.browser();
        register(&browser);
        let link = house.link(&house.letter_to("ada@example.org"));
        browser.get(&link);
        house.pass_seconds(72 * 3600 + 1);
        let late = browser.submit(&link, &[("password", NEW[2].1)]);
        assert_eq!(late.status, 409);
        assert!(late.says("scaduto"));
        assert!(browser.get(&link).says("non vale più"));
    }

    fn an_organisation_may_be_named_from_the_start(house) {
        let browser = house.browser();
        browser.get("/registrati");
        let half: Vec<_> = NEW.into_iter().chain([("organisation", "Cortile Aperto (finto)")]).collect();
        let page = browser.submit("/registrati", &half);
        assert_eq!((page.status.as_u16(), page.attributes("[data-error-summary] a", "href")), (422, vec!["#f-category".to_owned()]));
        let whole = [("category", "association"), ("password", NEW[2].1)];
        browser.submit("/registrati", &whole);
        let link = house.link(&house.letter_to("ada@example.org"));
        browser.get(&link);
        let own = browser.submit(&link, &[("password", NEW[2].1)]);
        assert!(own.says("Cortile Aperto (finto) – Associazione"));
    }

    fn one_acts_for_organisations_and_stops(house) {
        house.account("Dora Prova", "dora@example.org");
        let browser = house.signed_in("dora@example.org");
        let none = browser.submit("/account/enti", &[("organisation", ""), ("zone", "Valdora")]);
        assert_eq!(none.status, 422);
        assert_eq!(none.attributes("#f-zone", "value"), ["Valdora"]);
        let fields = [("organisation", "Rete dei Cortili (finta)"), ("category", "association"), ("zone", "Valdora")];
        let own = browser.submit("/account/enti", &fields);
        assert!(own.says("Rete dei Cortili (finta)") && own.says("Ente aggiunto"), "{}", own.text());
        let leave = own.attributes("form[action$='/lascia']", "action");
        let own = browser.submit(&leave[0], &[]);
        assert!(!own.says("Rete dei Cortili"));
    }

    fn the_password_changes_only_for_who_knows_it(house) {
        house.account("Ezio Prova", "ezio@example.org");
        let (browser, other) = (house.signed_in("ezio@example.org"), house.signed_in("ezio@example.org"));
        let wrong = browser.submit("/account/password", &[("old_password", "no no no"), ("password", "una nuova frase lunga")]);
        assert_eq!(wrong.status, 422);
        let right = [("old_password", crate::harness::PASSWORD), ("password", "una nuova frase lunga")];
        assert!(browser.submit("/account/password", &right).says("Password cambiata"));
        assert_eq!(browser.open("/account").status, 200);
        assert_eq!(other.open("/account").status, 303);
    }

    fn what_is_sent_twice_is_done_once(house) {
        house.account("Fede Prova", "fede@example.org");
        let browser = house.signed_in("fede@example.org");
        let fields = [("organisation", "Doppio Invio (finto)"), ("category", "other")];
        let filled = browser.page().form("/account/enti", &fields);
        let (first, second) = (browser.post("/account/enti", &filled), browser.post("/account/enti", &filled));
        assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
        assert_eq!(first.header("location"), second.header("location"));
        assert_eq!(browser.get("/account").text().matches("Non rappresentare più").count(), 1);
    }
}

for_each_database! {
    fn sign_in_leads_back_but_never_away(house) {
        house.account("Gino Prova", "gino@example.org");
        for (back, to) in
            [("/privacy?x=1", "/privacy?x=1"), ("//evil.example/", "/account"), ("https://evil.example", "/account")]
        {
            let browser = house.browser();
            browser.get(&format!("/accedi?{}", web::ui::query(&[("ritorno", back)])));
            let page = browser.submit("/accedi", &[("email", "gino@example.org"), ("password", crate::harness::PASSWORD)]);
            assert_eq!(page.path, to);
        }
        let browser = house.browser();
        let asked = browser.open("/account");
        assert_eq!(asked.header("location"), Some("/accedi?ritorno=%2Faccount"));
    }
}
