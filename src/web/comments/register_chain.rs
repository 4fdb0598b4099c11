//! The chain in public: its entries, whether they follow from each other, and whether a receipt's words are in it.

use actix_web::HttpResponse;
use domain::Problems;
use domain::paging::{Page, Slice};
use domain::processes::{self, Process};
use domain::register::chain::{self, Check, Entered, Entry};
use maud::{Markup, html};

use super::fields::MAX_OTHER;
use crate::http::{Answer, Visit};
use crate::locale::{Arg, Locale};
use crate::processes::{Section, frame, frame_within};
use crate::ui::table::table;
use crate::ui::{self, Form, Tone, lists};

/// Entries a page, for people and for machines.
const SHOWN: i64 = 50;
const READ: i64 = 1000;

struct Chain {
    process: Process,
    rows: Slice<Entry>,
    check: Check,
}

/// The chain, oldest entry first.
pub async fn page(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), SHOWN));
    let c = v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let rows = chain::entries(conn, process.id, page)?;
        let check = chain::check(conn, process.id)?;
        Ok(Chain { process, rows, check })
    });
    let c = c.await?;
    let title = v.t("chain-title").into_owned();
    let base = format!("/percorsi/{}/registro", c.process.slug);
    let content = html! {
        (ui::head(&title, Some(&v.t("chain-lead"))))
        (verdict(v.l(), &c.check))
        p { a.btn.btn-outline-primary href=(format!("{base}/verifica")) { (v.t("chain-verify")) } }
        details.fold { summary { (v.t("chain-how")) } (ui::prose(&v.t("chain-how-text"))) p { code { (v.t("chain-formula")) } }
            p { a href=(format!("{base}.json")) { (v.t("chain-json")) } } }
        @if c.rows.rows.is_empty() { (ui::empty(&v.t("chain-none"), &v.t("chain-none-text"))) }
        @else { (entries(v.l(), &c)) }
        (lists::pager(&v, c.rows.page, c.rows.more))
    };
    v.page(&title, &frame(&v, &c.process, Section::Register, &content))
}

fn verdict(l: &Locale, check: &Check) -> Markup {
    let n = Arg::from(i64::from(check.entries));
    match check.broken_at {
        None => html! {
            div.notice.notice-success {
                p.notice-title { (l.t("chain-whole")) }
                p { (l.t_with("chain-whole-text", &[("n", n)])) }
                p { (l.t("chain-head")) " " span.hash { (check.head) } }
            }
        },
        Some(at) => html! {
            div.notice.notice-danger role="alert" {
                p.notice-title { (l.t("chain-broken")) }
                p { (l.t_with("chain-broken-text", &[("at", Arg::from(at.to_string()))])) }
            }
        },
    }
}

/// What an entry tells, in words.
pub fn act(l: &Locale, act: Entered) -> String {
    l.t(&format!("chain-act-{}", act.as_str())).into_owned()
}

fn entries(l: &Locale, c: &Chain) -> Markup {
    let row = |e: &Entry| {
        let href = format!("/percorsi/{}/contributi/{}", c.process.slug, e.number);
        vec![
            html! { (e.seq) },
            html! { time datetime=(e.at.rfc3339()) { (l.instant_exact(e.at)) } },
            html! { (act(l, e.act)) },
            html! { a href=(href) { (e.number) } @if e.revision > 1 { " (" (l.t("receipt-revision")) " " (e.revision) ")" } },
            html! { span.hash { (e.commitment) } },
            html! { span.hash { (e.hash) } },
        ]
    };
    let rows: Vec<_> = c.rows.rows.iter().map(row).collect();
    let columns = [
        ("#", true),
        (&l.t("chain-when"), false),
        (&l.t("chain-what"), false),
        (&l.t("chain-number"), true),
        (&l.t("chain-commitment"), false),
        (&l.t("chain-hash"), false),
    ];
    table(&l.t("chain-entries"), &columns, &rows)
}

/// The same for machines: a thousand entries a page, with the address of the next. Whoever reads it recomputes the chain
/// themselves: our own verdict stands on the page for people.
pub async fn json(v: Visit) -> Answer {
    let (actor, slug, page) = (v.actor().clone(), v.path("slug").to_owned(), Page::new(v.page_number(), READ));
    let c = v.read(move |conn| {
        let process = processes::ops::by_slug(conn, &actor, &slug)?;
        let rows = chain::entries(conn, process.id, page)?;
        let (entries, head) = chain::head(conn, process.id)?;
        Ok(Chain { process, rows, check: Check { entries, head, broken_at: None } })
    });
    let c = c.await?;
    let next =
        c.rows.more.then(|| format!("/percorsi/{}/registro.json?pagina={}", c.process.slug, c.rows.page.number + 1));
    let body = serde_json::json!({
        "process": c.process.slug,
        "algorithm": "hash = SHA-256(previous|seq|at|act|number|revision|commitment); \
                      commitment = SHA-256(salt NUL number NUL revision NUL text NUL proposed), and for the act 'file' the SHA-256 of the document's bytes; at in microseconds since 1970-01-01 UTC",
        "entries_total": c.check.entries,
        "head": c.check.head,
        "entries": c.rows.rows,
        "next": next,
    });
    let answer = HttpResponse::Ok()
        .insert_header(("cache-control", "private, no-cache"))
        .content_type("application/json")
        .body(body.to_string());
    Ok(answer)
}

/// The form for whoever holds a receipt.
pub async fn verify_form(v: Visit) -> Answer {
    let process = crate::processes::of(&v).await?;
    let title = v.t("verify-title").into_owned();
    v.page(&title, &verify_view(&v, &process, &Problems::default(), None))
}

/// Says whether the words are those received. Nothing is kept.
pub async fn verify(v: Visit) -> Answer {
    let process = crate::processes::of(&v).await?;
    let title = v.t("verify-title").into_owned();
    let (id, typed) = (process.id, Typed::of(&v));
    let found = match typed {
        Ok(typed) => v.read(move |conn| {
            let of = chain::entries_of(conn, id, typed.number)?;
            Ok(of.into_iter().find(|e| typed.matches(e)))
        }),
        Err(e) => return v.form_again(e.into(), &title, |p| verify_view(&v, &process, p, None)),
    };
    let found = found.await?;
    v.page(&title, &verify_view(&v, &process, &Problems::default(), Some(found)))
}

struct Typed {
    number: i32,
    revision: i32,
    salt: String,
    text: String,
    proposed: String,
}

impl Typed {
    fn of(v: &Visit) -> domain::Result<Self> {
        let mut p = Problems::default();
        let whole = |p: &mut Problems, name: &'static str| {
            let n = v.field(name).trim().parse::<i32>().ok().filter(|n| *n > 0);
            if n.is_none() {
                p.add(name, "problem-number");
            }
            n.unwrap_or(0)
        };
        let (number, revision) = (whole(&mut p, "number"), whole(&mut p, "revision"));
        let salt = p.text("salt", v.field("salt"), true, 64).to_lowercase();
        let text = p.text("text", v.field("text"), true, domain::register::MAX_ELSEWHERE);
        let proposed = p.text("proposed", v.field("proposed"), false, domain::register::MAX_ELSEWHERE);
        p.check()?;
        Ok(Self { number, revision, salt, text, proposed })
    }

    fn matches(&self, entry: &Entry) -> bool {
        let received = matches!(entry.act, Entered::Received | Entered::Edited) && entry.revision == self.revision;
        let Self { number, revision, salt, text, proposed } = self;
        received && entry.commitment == chain::commitment(salt, *number, *revision, text, proposed)
    }
}

#[allow(clippy::option_option, reason = "not asked yet, not found, found")]
fn verify_view(v: &Visit, process: &Process, problems: &Problems, found: Option<Option<Entry>>) -> Markup {
    let form = Form::new(v, v.path_only(), problems).value("revision", "1");
    let title = v.t("verify-title");
    let fields = html! {
        div.field-row {
            (form.number("number", "receipt-number").required())
            (form.number("revision", "receipt-revision").required())
        }
        (form.text("salt", "receipt-salt").required().max(64))
        (form.area("text", "receipt-text", 8).required().max(MAX_OTHER).hint("verify-text-hint"))
        (form.area("proposed", "contribution-proposed", 4).max(MAX_OTHER))
    };
    let content = html! {
        (ui::head(&title, Some(&v.t("verify-lead"))))
        @match found {
            None => {},
            Some(Some(entry)) => {
                div.notice.notice-success role="status" {
                    p.notice-title { (v.t("verify-yes")) }
                    p { (v.t_with("verify-yes-text", &[
                        ("seq", Arg::from(entry.seq.to_string())), ("at", Arg::from(v.l().instant_exact(entry.at))),
                    ])) }
                    p { span.hash { (entry.hash) } }
                }
            }
            Some(None) => (ui::notice(Tone::Warning, &html! { p.notice-title { (v.t("verify-no")) } p { (v.t("verify-no-text")) } })),
        }
        (form.show(&fields, "verify-button", Some(&format!("/percorsi/{}/registro", process.slug))))
    };
    frame_within(v, process, Section::Register, &title, &content)
}
