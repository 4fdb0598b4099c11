//! Acts of other bodies: entered by the staff with number, day and file; the file, for everybody where the staff says so.

use std::borrow::Cow;

use actix_web::body::SizedStream;
use chrono::NaiveDate;
use domain::access::{EnterOther, ReadRegister};
use domain::accounts::{CATEGORIES, NewOrganisation};
use domain::clock::Instant;
use domain::id::VersionId;
use domain::register::{self, Act, ActKind, Channel, Kind, NamedAs, NewAct, NewContribution};
use domain::{Error, Problems, comments, plans, processes};
use maud::{Markup, html};

use super::fields::MAX_OTHER;
use super::moderation::{Case, address};
use super::other_channel::{Desk, ELSEWHERE, desk, instant_typed, passage};
use super::place::code_typed;
use crate::http::pieces::pieces;
use crate::http::{Answer, Visit, documents};
use crate::locale::{Arg, Locale};
use crate::processes::{StaffSection, staff_frame_within, typed_day};
use crate::ui::form::button;
use crate::ui::{self, Choice, Form};

/// The file's bytes, and what else a form holds.
pub const MOST_SENT: usize = domain::uploads::MOST_BYTES + 256 * 1024;

/// An act in a line: what kind, which number, of which day.
pub fn named(l: &Locale, act: &Act) -> String {
    words(l, act.kind, &act.act_number, act.act_date)
}

/// The same, of what the report knows of it; an act without a number is named by its day alone.
pub fn words(l: &Locale, kind: ActKind, number: &str, day: NaiveDate) -> String {
    let plain = if number == register::acts::NO_NUMBER { "-plain" } else { "" };
    let day = l.day(day);
    l.t_with(&format!("act-{}{plain}", kind.as_str()), &[("number", Arg::from(number)), ("day", Arg::from(day))])
}

/// What stands with an act wherever its contribution is shown: its name, its title, and its file; to who reads for the staff, also
/// one that is kept back.
pub fn shown(l: &Locale, slug: &str, number: i32, act: &Act, staff: bool) -> Markup {
    let size = Arg::from(i64::from(act.size / 1024 + 1));
    let kind: Cow<'_, str> = act.content_type.rsplit(['/', '.']).next().map_or("".into(), |k| match k {
        "document" => "DOCX".into(),
        "text" => "ODT".into(),
        other => other.to_uppercase().into(),
    });
    html! {
        div.contribution-quote {
            p { strong { (named(l, act)) } br; (act.title) }
            @if act.file_public || staff {
                p { a href=(format!("/percorsi/{slug}/contributi/{number}/atto")) {
                    (l.t_with("act-file", &[("number", Arg::from(act.act_number.as_str())), ("kind", Arg::from(kind)), ("size", size)]))
                } @if !act.file_public { " " (l.t("act-file-kept-back")) } }
                p.form-text { "SHA-256 " span.hash { (act.sha256) } }
            } @else { p.form-text { (l.t("act-file-not-public")) } }
            @if let Some(seq) = act.entry_seq {
                p.form-text { (l.t_with("act-file-in-chain", &[("seq", Arg::from(seq.to_string()))])) " "
                    a href=(format!("/percorsi/{slug}/registro")) { (l.t("act-file-to-chain")) } }
            }
        }
    }
}

/// The file of an act, a part at a time.
pub async fn file(v: Visit) -> Answer {
    let (actor, slug, number) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("number")?);
    let (id, act) = v
        .read(move |conn| {
            let process = processes::ops::by_slug(conn, &actor, &slug)?;
            let of = register::ops::by_number(conn, process.id, number)?;
            let act = register::acts::of(conn, of.id)?;
            let everybody = act.file_public && register::ops::is_public(&of);
            if everybody || actor.may::<ReadRegister>(process.id) { Ok((of.id, act)) } else { Err(Error::NotFound) }
        })
        .await?;
    let parts = pieces(v.clone(), move |conn, n| register::acts::part(conn, id, n));
    let size = u64::try_from(act.size).unwrap_or(0);
    Ok(documents::answer(&act.file_name, &act.content_type)
        .insert_header(("etag", format!("\"{}\"", act.sha256)))
        .body(SizedStream::new(size, parts)))
}

/// The form.
pub async fn form(v: Visit) -> Answer {
    let desk = desk(&v).await?;
    v.page(&v.t("act-enter-title"), &view(&v, &desk, &Problems::default()))
}

struct Typed {
    new: NewContribution,
    code: Option<i32>,
    received_at: Instant,
    by: NewOrganisation,
    act: NewAct,
}

fn typed(v: &Visit, desk: &Desk) -> domain::Result<Typed> {
    let mut p = Problems::default();
    let field = |name: &str| v.field(name).to_owned();
    let version = v.field("versione").parse::<VersionId>().ok();
    let version = desk.versions.iter().map(|v| v.id).find(|id| Some(*id) == version);
    let channel = Channel::parse(v.field("channel")).filter(|c| ELSEWHERE.contains(c));
    let (kind, received_at) = (ActKind::parse(v.field("act_kind")), instant_typed(v.field("received_at").trim()));
    let (date, code) = (typed_day(v, "act_date", &mut p), code_typed(v.field("passage")));
    let attached = v.file("file").map(|f| (f, documents::kind(&f.bytes)));
    let wrong = [
        ("act_kind", "problem-choose", kind.is_none()),
        ("versione", "problem-choose", version.is_none()),
        ("channel", "problem-choose", channel.is_none()),
        ("file_public", "problem-choose", !matches!(v.field("file_public"), "si" | "no")),
        ("act_date", "problem-required", v.field("act_date").trim().is_empty()),
        ("received_at", "problem-act-ahead", received_at.is_none()),
        ("passage", "problem-passage", code.is_none() && !v.field("passage").trim().is_empty()),
        ("file", "problem-required", attached.is_none()),
        ("file", "problem-guide-file", matches!(attached, Some((_, None)))),
    ];
    for (name, problem, _) in wrong.iter().filter(|(_, _, wrong)| *wrong) {
        p.add(*name, problem);
    }
    let body = p.text("organisation", v.field("organisation"), true, 200);
    let (bytes, content_type, file_name) = attached
        .and_then(|(f, kind)| {
            kind.map(|(extension, kind)| (f.bytes.to_vec(), kind.to_owned(), documents::named_as(&f.name, extension)))
        })
        .unwrap_or_default();
    let act = NewAct {
        kind: kind.unwrap_or(ActKind::Other),
        title: p.text("title", v.field("title"), true, 500),
        number: p.text("act_number", v.field("act_number"), false, 100),
        date: date.unwrap_or_default(),
        file_name,
        content_type,
        bytes,
        file_public: v.field("file_public") == "si",
    };
    let new = NewContribution {
        version: version.unwrap_or(VersionId(0)),
        passage: None,
        kind: Kind::Addition,
        text: p.text("text", v.field("text"), true, MAX_OTHER as usize),
        proposed: String::new(),
        shown: true,
        named_as: NamedAs::Organisation,
        pseudonym: String::new(),
        organisation: None,
        channel: channel.unwrap_or(Channel::Other),
        // Who sent it is the body that issued it: no person is kept.
        sender: body.clone(),
        evidence: p.text("evidence", v.field("evidence"), true, 1000),
    };
    p.check()?;
    let by = NewOrganisation { name: body, category: field("category"), zone: field("zone") };
    let received_at = received_at.ok_or(Error::NotFound)?;
    Ok(Typed { new, code, received_at, by, act })
}

/// Enters it.
pub async fn enter(v: Visit) -> Answer {
    let desk = desk(&v).await?;
    let title = v.t("act-enter-title").into_owned();
    let typed = match typed(&v, &desk) {
        Ok(typed) => typed,
        Err(e) => return v.form_again(e.into(), &title, |p| view(&v, &desk, p)),
    };
    let (actor, process, to) = (v.actor().clone(), desk.process.id, address(&desk.process.slug));
    let Typed { mut new, code, received_at, by, act } = typed;
    let done = v.write_once_saying(
        "done-act-entered",
        move |r: &register::Receipt| format!("{to}/{}", r.number),
        move |w| {
            if let Some(code) = code {
                new.passage = Some(passage(plans::ops::passage_by_code(w.conn, process, code))?);
            }
            passage(comments::ops::enter_act(w, &actor, new, received_at, &by, act))
        },
    );
    match done.await {
        Err(fault) => v.form_again(fault, &title, |p| view(&v, &desk, p)),
        answer => answer,
    }
}

/// Lets everybody read the file, or keeps it back.
pub async fn show_file(v: Visit) -> Answer {
    let (actor, slug, number) = (v.actor().clone(), v.path("slug").to_owned(), v.path_as::<i32>("number")?);
    let (to, public) = (format!("{}/{number}", address(&slug)), v.field("file_public") == "si");
    let done = if public { "done-act-file-shown" } else { "done-act-file-kept-back" };
    let write = move |w: &mut domain::db::Write<'_>| {
        let process = processes::ops::by_slug(w.conn, &actor, &slug)?;
        register::acts::show_file(w, &actor, process.id, number, public)
    };
    v.write_once_saying(done, move |()| to, write).await
}

/// The button beside an act on the desk.
pub fn switch(v: &Visit, case: &Case) -> Markup {
    let Some(act) = case.around.acts.get(&case.line.contribution.id) else { return html! {} };
    let (key, value) = if act.file_public { ("act-file-keep-back", "no") } else { ("act-file-show", "si") };
    html! {
        @if v.actor().may::<EnterOther>(case.process.id) {
            (button(v, &format!("{}/file", case.href()), "btn btn-outline-primary", key, &[("file_public", value)]))
        }
    }
}

fn view(v: &Visit, desk: &Desk, problems: &Problems) -> Markup {
    let base = address(&desk.process.slug);
    let newest = desk.versions.first().map(|v| v.id.to_string()).unwrap_or_default();
    let form = Form::new(v, v.path_only(), problems)
        .with_files()
        .value("versione", newest)
        .value("category", "public_body")
        .value("channel", Channel::CertifiedMail.as_str());
    let title = v.t("act-enter-title");
    let content = html! {
        (ui::head(&title, Some(&v.t("act-enter-lead"))))
        @if desk.versions.is_empty() { (ui::empty(&v.t("comment-no-window"), &v.t("other-no-window-text"))) }
        @else { (form.show(&fields(v, &form, desk), "other-button", Some(&base))) }
    };
    staff_frame_within(v, &desk.process, StaffSection::Contributions, &title, &content)
}

fn fields(v: &Visit, form: &Form<'_>, desk: &Desk) -> Markup {
    let word = |value: &str, key: &str| Choice::new(value, v.t(key));
    let kinds = ActKind::ALL.iter().map(|k| word(k.as_str(), &format!("act-kind-{}", k.as_str()))).collect();
    let channels =
        ELSEWHERE.iter().map(|c| word(c.as_str(), &format!("contribution-channel-{}", c.as_str()))).collect();
    let versions =
        desk.versions.iter().map(|v| Choice::new(v.id.to_string(), format!("{} ({})", v.title, v.number))).collect();
    let categories = CATEGORIES.iter().map(|c| word(c, &format!("category-{c}"))).collect();
    let public = vec![word("si", "act-file-public-yes"), word("no", "act-file-public-no")];
    html! {
        (form.radios("act_kind", "act-kind", kinds).required())
        (form.text("organisation", "act-body").required().max(200).hint("act-body-published"))
        div.field-row {
            (form.select("category", "organisation-category", categories))
            (form.text("zone", "organisation-zone").max(120))
        }
        (form.area("title", "act-title", 2).required().max(500))
        div.field-row {
            (form.text("act_number", "act-number-label").max(100).width("w-medium").hint("act-number-hint"))
            (form.date("act_date", "act-date").required())
        }
        (form.area("text", "act-text", 10).required().max(MAX_OTHER).hint("act-text-hint"))
        (form.file("file", "act-file-label", ".pdf,.docx,.odt").required().hint("act-file-hint"))
        (form.radios("file_public", "act-file-public", public).required())
        (form.radios("channel", "moderation-channel", channels).required())
        (form.datetime("received_at", "other-received-at").required().hint("act-received-at-hint"))
        (form.area("evidence", "moderation-evidence", 2).required().max(1000).hint("other-evidence-hint"))
        (form.select("versione", "other-version", versions).required())
        (form.text("passage", "other-passage").width("w-short").hint("other-passage-hint"))
    }
}
