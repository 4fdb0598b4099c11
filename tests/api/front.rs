//! The front of the house: what every page carries, and what it does with the hostile, the hasty and the broken.

use crate::harness::{Browser, Holds, House, PASSWORD};

fn field(fields: &mut [(String, String)], name: &str, value: &str) {
    fields.iter_mut().find(|(k, _)| k == name).unwrap().1 = value.to_owned();
}

fn organisation(browser: &Browser<'_>) -> Vec<(String, String)> {
    browser.get("/account");
    browser.page().form("/account/enti", &[("organisation", "Un nome da non perdere"), ("category", "other")])
}

for_each_database! {
    fn a_form_from_elsewhere_is_refused_and_nothing_typed_is_lost(house) {
        house.account("Ada Prova", "ada@example.org");
        let browser = house.signed_in("ada@example.org");
        let good = organisation(&browser);

        let mut without = good.clone();
        without.retain(|(k, _)| k != "_csrf");
        let mut other = good.clone();
        field(&mut other, "_csrf", &"ab".repeat(64));
        for bad in [without, other] {
            let page = browser.post("/account/enti", &bad);
            assert_eq!(page.status, 403);
            assert!(page.attributes("input", "value").contains(&"Un nome da non perdere".to_owned()));
            let again = browser.submit("/account/enti", &[]);
            assert!(again.says("Ente aggiunto"), "the same can be sent again: {}", again.text());
        }

        for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
            let stranger = house.signed_in("ada@example.org");
            let good = organisation(&stranger);
            stranger.header(name, value);
            assert_eq!(stranger.post("/account/enti", &good).status, 403, "{name}: {value}");
        }
        let ours = house.signed_in("ada@example.org");
        let good = organisation(&ours);
        assert_eq!(ours.header("origin", "http://ascolto.test").post("/account/enti", &good).status, 303);
    }

    fn a_password_is_never_shown_back(house) {
        let browser = house.browser();
        browser.get("/registrati");
        let mut fields = browser.page().form("/registrati", &[("name", "Ada"), ("email", "a"), ("password", "segretissima")]);
        assert!(!browser.post("/registrati", &fields).body.contains("segretissima"));
        field(&mut fields, "_csrf", "x");
        let page = browser.post("/registrati", &fields);
        assert_eq!(page.status, 403);
        assert!(!page.body.contains("segretissima") && page.body.contains("Ada"));
    }

    fn hostile_strings_come_back_as_text(house) {
        house.account("Ada Prova", "ada@example.org");
        let browser = house.signed_in("ada@example.org");
        let names = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE accounts; --", "{ $base_url }",
            "\u{202e}oirasrever", "a\u{0}b", "नमस्ते 👩‍👩‍👧 e\u{301}", "%s%n${7*7}{{7*7}}",
        ];
        for name in names {
            browser.get("/account");
            let page = browser.submit("/account/enti", &[("organisation", name), ("category", "other"), ("zone", name)]);
            assert_eq!(page.status, 200, "{name:?}: {}", page.text());
            assert!(page.all("script:not([src])").is_empty() && page.all("img").is_empty(), "{name:?}");
            let clean = name.replace('\0', "");
            assert!(page.says(&clean), "{name:?} is not on {}", page.text());
        }
        let hostile = ["/%00", "/percorsi/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/static/x/../../Cargo.toml", "/account/%ff",
                       "/?pagina=99999999999999999999", "/conferma/%3Cscript%3E", "/demo/posta/..%2F..%2Fx", "/lingua/xx"];
        for path in hostile {
            let page = house.browser().get(path);
            assert!(page.status.as_u16() < 500, "{path}: {}", page.status);
        }
    }

    fn broken_bodies_are_answered_in_words(house) {
        let browser = house.browser();
        browser.get("/accedi");
        assert_eq!(browser.send("/accedi", "application/json", b"{}").status, 400);
        assert_eq!(browser.send("/accedi", "multipart/form-data; boundary=x", b"--y\r\nrubbish").status, 400);
        let large = vec![b'a'; 300 * 1024];
        assert_eq!(browser.send("/accedi", "application/x-www-form-urlencoded", &large).status, 413);
        assert_eq!(browser.send("/", "application/x-www-form-urlencoded", b"a=1").status, 405);
        assert_eq!(browser.send("/nowhere", "application/x-www-form-urlencoded", b"a=1").status, 404);
        assert_eq!(browser.get("/nowhere").title(), "Pagina non trovata");
    }

    fn an_anonymous_visitor_costs_nothing_and_gets_no_cookie(house) {
        let browser = house.browser();
        let first = browser.get("/");
        assert_eq!(first.status, 200);
        assert!(browser.cookies().is_empty() && first.all("form").is_empty());
        let (second, queries) = house.queries(|| browser.get("/"));
        assert_eq!((second.body == first.body, queries), (true, 0), "the page is kept");
        let etag = first.header("etag").unwrap().to_owned();
        assert_eq!(house.browser().header("if-none-match", &etag).get("/").status, 304);

        // A write is seen at once, and so is a second that passes.
        house.account("Ada Prova", "ada@example.org");
        assert!(house.queries(|| browser.get("/")).1 > 0);
        house.pass_seconds(1);
        assert!(house.queries(|| browser.get("/")).1 > 0);
        let english = house.browser();
        assert_eq!(english.header("accept-language", "en-GB,it;q=0.5").get("/").title(), "Participatory processes");
    }

    fn every_answer_carries_the_headers(house) {
        let browser = house.browser();
        for path in ["/", "/accedi", "/nowhere", "/salute", "/account"] {
            let page = browser.open(path);
            assert!(page.header("content-security-policy").unwrap().contains("default-src 'none'"), "{path}");
            assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(page.header("referrer-policy"), Some("same-origin"), "{path}");
            assert!(page.header("cache-control").is_some(), "{path}");
        }
    }
}

for_each_database! {
    fn cookies_behind_https_are_locked_to_the_host(house, |s| s.secure_cookies = true) {
        house.account("Ada Prova", "ada@example.org");
        let browser = house.signed_in("ada@example.org");
        assert!(browser.cookies().contains_key("__Host-sessione"));
        browser.get("/accedi");
        let out = browser.page();
        assert!(out.header("strict-transport-security").is_some());
        let visitor = house.browser();
        let set = visitor.open("/accedi").header("set-cookie").unwrap().to_owned();
        for word in ["__Host-visita=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(set.contains(word), "{word} in {set}");
        }
    }
}

for_each_database! {
    fn the_ninth_try_at_one_address_has_to_wait(house, |s| s.limits = true) {
        let browser = house.browser();
        browser.get("/accedi");
        let wrong = [("email", "ada@example.org"), ("password", PASSWORD)];
        let fields = browser.page().form("/accedi", &wrong);
        for _ in 0..8 {
            assert_eq!(browser.post("/accedi", &fields).status, 422);
        }
        let page = browser.post("/accedi", &fields);
        assert_eq!(page.status, 429);
        assert!(page.header("retry-after").unwrap().parse::<u64>().unwrap() > 0);
        assert!(page.attributes("input", "value").contains(&"ada@example.org".to_owned()));
    }
}

for_each_database! {
    fn a_refusal_leads_back_to_the_page_of_the_form(house) {
        house.account("Ada Prova", "ada@example.org");
        let browser = house.signed_in("ada@example.org");
        let mut fields = organisation(&browser);
        field(&mut fields, "_csrf", "");
        let page = browser.post("/account/enti", &fields);
        assert_eq!(page.link("Torna alla pagina").as_deref(), Some("/account"));
        // Signed out meanwhile, in another tab: back to the same page after signing in.
        browser.get("/account");
        let fields = browser.page().form("/account/enti", &[("organisation", "Non perdermi"), ("category", "other")]);
        house.write(|w| Ok(diesel::RunQueryDsl::execute(diesel::sql_query("DELETE FROM sessions"), w.conn)?));
        let page = browser.post("/account/enti", &fields);
        assert_eq!((page.status.as_u16(), page.title().as_str()), (403, "Serve accedere"));
        assert!(page.attributes("input", "value").contains(&"Non perdermi".to_owned()));
        assert_eq!(page.link("Accedi e torna qui").as_deref(), Some("/accedi?ritorno=%2Faccount"));
    }
}

for_each_database! {
    fn a_form_may_be_sent_by_way_of_a_proxy_that_is_known(house, |s| (s.limits, s.trusted_proxies) = (true, vec!["127.0.0.1".parse().unwrap()])) {
        // On a slow machine the allowance grows while this is sent: many are sent, until one is refused.
        let refused = |times: u32, forwarded: &dyn Fn(u32) -> String| {
            let browser = house.browser();
            browser.get("/accedi");
            let fields = browser.page().form("/accedi", &[("email", ""), ("password", "")]);
            let send = |n: u32| {
                let mut fields = fields.clone();
                field(&mut fields, "email", &format!("a{n}@example.org"));
                browser.header("x-forwarded-for", &forwarded(n)).post("/accedi", &fields).status.as_u16()
            };
            (0..times).any(|n| send(n) == 429)
        };
        assert!(!refused(62, &|n| format!("203.0.113.{n}")), "each from an address of its own");
        assert!(refused(250, &|n| format!("198.51.100.{n}, 192.0.2.7")), "only the last address before ours counts");
    }
}

for_each_database! {
    fn the_language_is_kept_and_leads_back(house) {
        let browser = house.browser();
        browser.get("/privacy");
        let page = browser.click("English");
        assert_eq!((page.path.as_str(), page.title().as_str()), ("/privacy", "Privacy notice"));
        assert_eq!(browser.get("/accedi").title(), "Sign in");
        assert_eq!(browser.open("/lingua/it?ritorno=//evil.example").header("location"), Some("/"));
    }
}

for_each_database! {
    fn files_are_packed_and_kept_for_good(house) {
        let browser = house.browser();
        let page = browser.get("/");
        let sheet = page.attributes("link[rel=stylesheet]", "href")[0].clone();
        let file = browser.header("accept-encoding", "gzip, br").get(&sheet);
        assert_eq!((file.status.as_u16(), file.header("content-encoding")), (200, Some("br")));
        assert!(file.header("cache-control").unwrap().contains("immutable"));
        assert_eq!(browser.get("/static/old/ascolto.css").header("cache-control"), Some("no-cache"));
        assert_eq!(browser.get("/static/old/none.css").status, 404);
    }
}

#[test]
fn letters_are_shown_in_the_demo_only() {
    let house = House::on_sqlite(Holds::Nothing, |_| {});
    let browser = house.browser();
    browser.get("/registrati");
    browser.submit("/registrati", &[("name", "Ada"), ("email", "ada@example.org"), ("password", PASSWORD)]);
    house.mailbox();
    browser.get("/demo/posta");
    browser.click("Conferma dell’indirizzo");
    assert_eq!(browser.click("/conferma/").title(), "Conferma dell’indirizzo");
    let real = House::on_sqlite(Holds::Nothing, |s| s.demo = false);
    assert_eq!(real.browser().get("/demo/posta").status, 404);
}
