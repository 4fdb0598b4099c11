//! One contribution on the desk: its words, the requests cut out of it, and the form that cuts another.

use domain::access::{PrepareResponse, ReadRegister, Subject};
use domain::db::Conn;
use domain::intake::{Excerpt, Neighbours, NewRequest, Put, RequestLine, ResponseState, desk as clerk, ops};
use domain::plans;
use domain::processes::Process;
use domain::register::{self, Act, Author, ListLine};
use domain::{Error, Problems};
use maud::{Markup, html};

use super::marked::{marked, placed, words};
use super::words::desk;
use crate::comments::{act_shown, show};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, StaffSection};
use crate::ui::{self, Form, Tone, badge, time};

/// What the page knows.
struct Desk {
    process: Process,
    line: ListLine,
    /// The words of the passage it is on, in the version commented.
    passage: String,
    requests: Vec<RequestLine>,
    near: Neighbours,
    themes: Vec<String>,
    refusal: Option<&'static str>,
    may: bool,
    /// Where the words of its requests were put.
    puts: Vec<Put>,
    /// The act it is, where it is one.
    act: Option<Act>,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let (actor, number, now) = (v.actor().clone(), v.path_as::<i32>("number")?, v.now());
    v.read(move |conn| {
        let permit = actor.permit::<ReadRegister>(Subject::of(process.id))?;
        let line = register::ops::staff_lines(conn, &permit, process.id, &[number])?.pop().ok_or(Error::NotFound)?;
        let requests = ops::requests_of(conn, &permit, line.contribution.id)?;
        Ok(Desk {
            passage: passage(conn, &line)?,
            puts: ops::puts(conn, &requests.iter().map(|r| r.request.id).collect::<Vec<_>>())?,
            requests,
            near: clerk::neighbours(conn, &permit, process.id, number)?,
            themes: clerk::themes(conn, &permit, process.id)?,
            refusal: clerk::cut_refusal(conn, now, &line.contribution)?,
            may: actor.may::<PrepareResponse>(process.id),
            act: register::acts::among(conn, &[&line.contribution])?.into_values().next(),
            line,
            process,
        })
    })
    .await
}

fn passage(conn: &mut Conn, line: &ListLine) -> domain::Result<String> {
    let place = line.contribution.passage_id.map(|p| (line.contribution.version_id, p));
    Ok(plans::ops::texts(conn, place.as_slice())?.into_values().next().unwrap_or_default())
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    let content = view(&v, &d, &[], &Problems::default());
    v.page(&title(&v, &d), &content)
}

/// Cuts a request out of it; or, if that button was pressed, takes note of an excerpt and asks for the next.
pub async fn cut(v: Visit) -> Answer {
    let d = read(&v).await?;
    let mut kept = kept(&v, &d.line.text.text);
    let quote = v.field("quote").trim();
    let number = |name: &str| v.field(name).parse().ok();
    let mut problems = Problems::default();
    if !quote.is_empty() {
        match placed(&d.line.text.text, quote, number("starts"), number("ends")) {
            Some(excerpt) if !kept.contains(&excerpt) => kept.push(excerpt),
            Some(_) => {}
            None => problems.add("quote", "problem-quote"),
        }
    }
    if let Err(e) = problems.check() {
        return v.form_again(e.into(), &title(&v, &d), |p| view(&v, &d, &kept, p));
    }
    if v.field("act") == "more" {
        return v.page(&title(&v, &d), &view(&v, &d, &kept, &Problems::default()));
    }
    let (actor, id, number) = (v.actor().clone(), d.line.contribution.id, d.line.contribution.number);
    let new = NewRequest {
        excerpts: kept.clone(),
        summary: v.field("summary").to_owned(),
        theme: v.field("theme").to_owned(),
    };
    let here = desk(&d.process, &format!("/istruttoria/{number}#richieste"));
    let done = v.write_once_saying("done-request-cut", move |_| here, move |w| ops::cut(w, &actor, id, &new));
    match done.await {
        Err(fault) => v.form_again(fault, &title(&v, &d), |p| view(&v, &d, &kept, p)),
        answer => answer,
    }
}

/// Takes a request back.
pub async fn uncut(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id, number) = (v.actor().clone(), process.id, v.path_as::<i32>("request")?);
    let here = desk(&process, &format!("/istruttoria/{}#richieste", v.path_as::<i32>("number")?));
    v.write_once_saying("done-request-uncut", move |()| here, move |w| ops::uncut(w, &actor, id, number)).await
}

/// The excerpts marked before this one: `12-40`, as hidden fields or boxes that may be unticked.
fn kept(v: &Visit, text: &str) -> Vec<Excerpt> {
    let length = i32::try_from(text.chars().count()).unwrap_or(i32::MAX);
    let read = |pair: &str| {
        let (a, b) = pair.split_once('-')?;
        Some(Excerpt { starts: a.parse().ok()?, ends: b.parse().ok()? })
    };
    let good = |e: &Excerpt| 0 <= e.starts && e.starts < e.ends && e.ends <= length;
    v.fields("excerpt").into_iter().filter_map(read).filter(good).take(50).collect()
}

fn title(v: &Visit, d: &Desk) -> String {
    v.t_with("intake-contribution-title", &[("n", Arg::from(d.line.contribution.number.to_string()))])
}

/// Who is named beside it, in words.
pub fn author(v: &Visit, of: &Author) -> String {
    match of {
        Author::Organisation(name) => name.clone(),
        Author::Person => v.t("intake-author-person").into_owned(),
        Author::Pseudonym(name) => v.t_with("intake-author-pseudonym", &[("name", Arg::from(name.as_str()))]),
    }
}

fn view(v: &Visit, d: &Desk, kept: &[Excerpt], problems: &Problems) -> Markup {
    let content = html! {
        (ui::head(&title(v, d), None))
        (way(v, d, "intake-way"))
        (words_block(v, d))
        (requests(v, d))
        @if d.may {
            section.block aria-labelledby="taglia" {
                h2 #taglia { (v.t("intake-cut-title")) }
                @match d.refusal {
                    Some(key) => { (ui::notice(Tone::Info, &html! { p { (v.t(key)) } })) },
                    None => { (form(v, d, kept, problems)) },
                }
            }
        }
        (way(v, d, "intake-way-on"))
    };
    processes::staff_frame_within(v, &d.process, StaffSection::Intake, &title(v, d), &content)
}

/// From here to the next: a clerk does three hundred of these.
fn way(v: &Visit, d: &Desk, label: &str) -> Markup {
    let link = |n: i32| desk(&d.process, &format!("/istruttoria/{n}"));
    let n = |n: i32| [("n", Arg::from(n.to_string()))];
    html! {
        nav.pager aria-label=(v.t(label)) {
            @if let Some(before) = d.near.before { a.pager-prev rel="prev" href=(link(before)) { (v.t_with("intake-before", &n(before))) } }
            span.pager-where {
                @match d.near.uncut {
                    Some(uncut) => { a href=(link(uncut)) { (v.t_with("intake-next-uncut", &n(uncut))) } },
                    None => { a href=(desk(&d.process, "/riscontri/nuovo")) { (v.t("intake-all-cut")) } },
                }
            }
            @if let Some(after) = d.near.after { a.pager-next rel="next" href=(link(after)) { (v.t_with("intake-after", &n(after))) } }
        }
    }
}

fn words_block(v: &Visit, d: &Desk) -> Markup {
    let (l, c, text) = (v.l(), &d.line.contribution, &d.line.text);
    let places: Vec<Excerpt> = d.requests.iter().flat_map(|r| r.places.clone()).collect();
    html! {
        article.contribution {
            header.contribution-head {
                span.contribution-author { (author(v, &d.line.author)) } " "
                span.contribution-kind.tag { (show::kind(l, c.kind)) } " "
                span.contribution-when { (time::instant(l, c.received_at)) } " "
                @if c.withdrawn_at.is_some() { (badge::status(l, "withdrawn")) " " }
                @else if c.duplicate_of.is_some() { (badge::status(l, "duplicate")) " " }
                @else { (badge::status(l, c.moderation.as_str())) " " }
                @if c.late { (badge::status(l, "late")) }
            }
            @if let Some(code) = d.line.passage_code {
                p { (v.t("intake-on-passage")) " " (show::passage_link(&d.process.slug, code)) }
            }
            @if let Some(act) = &d.act { (act_shown(l, &d.process.slug, c.number, act, true)) }
            div.contribution-text #testo data-excerpt-source data-start="f-starts" data-end="f-ends" data-quote="f-quote" { (marked(&text.text, &places)) }
            (show::proposal(l, &d.passage, &text.proposed))
            p.contribution-foot {
                (v.t_with("intake-supports", &[("n", Arg::from(d.line.supports))])) " "
                a href=(desk(&d.process, &format!("/contributi/{}", c.number))) { (v.t("intake-to-moderation")) }
            }
        }
    }
}

fn requests(v: &Visit, d: &Desk) -> Markup {
    html! {
        section.block aria-labelledby="richieste" {
            h2 #richieste { (v.t("intake-requests-title")) }
            @if d.requests.is_empty() { p { (v.t("intake-requests-none")) } }
            @else { ol.queue-list { @for r in &d.requests { (request(v, d, r)) } } }
            @let free: Vec<String> = d.requests.iter().filter(|r| r.response.is_none()).map(|r| r.request.number.to_string()).collect();
            @if d.may && free.len() > 1 {
                p { a.btn.btn-outline-primary href=(desk(&d.process, &format!("/riscontri/nuovo?richieste={}", free.join(",")))) { (v.t("intake-answer-together")) } }
            }
        }
    }
}

fn request(v: &Visit, d: &Desk, r: &RequestLine) -> Markup {
    let number = r.request.number.to_string();
    let back = desk(&d.process, &format!("/istruttoria/{}/richieste/{number}/annulla", r.contribution));
    let state = r.response.as_ref().map(|x| x.state);
    let changeable = matches!(state, None | Some(ResponseState::Draft | ResponseState::Returned));
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title { (v.t_with("intake-request", &[("n", Arg::from(number.as_str()))])) " " (r.request.summary) }
                @for words in &r.excerpts { blockquote.contribution-quote { (ui::prose(words)) } }
                p.queue-meta {
                    @if r.excerpts.is_empty() { (v.t("intake-whole-text")) " · " }
                    @if !r.request.theme.is_empty() { (v.t_with("intake-theme", &[("theme", Arg::from(r.request.theme.as_str()))])) }
                }
                @for put in d.puts.iter().filter(|p| p.request == r.request.id) {
                    p.queue-meta { (put_into(v, put)) }
                }
                @if d.may && d.line.contribution.passage_id.is_some() && !d.line.text.proposed.is_empty() {
                    p { a.btn.btn-sm.btn-outline-primary href=(desk(&d.process, &format!("/richieste/{number}/testo"))) { (v.t_with("put-link", &[("n", Arg::from(number.as_str()))])) } }
                }
            }
            div.queue-side {
                @match &r.response {
                    Some(x) => {
                        (badge::outcome(v.l(), x.outcome.as_str())) " " (badge::status(v.l(), x.state.as_str())) " "
                        a href=(desk(&d.process, &format!("/riscontri/{}", x.number))) { (v.t_with("intake-response-link", &[("n", Arg::from(x.number.to_string()))])) }
                    },
                    None => {
                        (badge::outcome(v.l(), "none")) " "
                        @if d.may { a href=(desk(&d.process, &format!("/riscontri/nuovo?richieste={number}"))) { (v.t_with("intake-answer", &[("n", Arg::from(number.as_str()))])) } }
                    },
                }
                @if d.may && changeable {
                    " " a href=(desk(&d.process, &format!("/istruttoria/{}/richieste/{number}", r.contribution))) { (v.t_with("request-correct", &[("n", Arg::from(number.as_str()))])) }
                    form.inline-form method="post" action=(back) {
                        (ui::form::hidden(v))
                        button.btn.btn-sm.btn-link { (v.t_with("intake-uncut", &[("n", Arg::from(number.as_str()))])) }
                    }
                }
            }
        }
    }
}

/// Into which passage the words of a request were put.
pub fn put_into(v: &Visit, put: &Put) -> String {
    let key = if put.whole { "put-whole" } else { "put-adapted" };
    v.t_with(key, &[("code", Arg::from(ui::plan::code(put.code))), ("n", Arg::from(put.version.to_string()))])
}

fn form(v: &Visit, d: &Desk, kept: &[Excerpt], problems: &Problems) -> Markup {
    let here = desk(&d.process, &format!("/istruttoria/{}", d.line.contribution.number));
    let form = Form::new(v, &here, problems);
    let fields = html! {
        // The first button is the one that Enter presses.
        button.d-none name="act" value="cut" tabindex="-1" aria-hidden="true" { (v.t("intake-cut-button")) }
        (kept_list(v, &d.line.text.text, kept))
        (quote(v, &form, problems, kept.len()))
        (form.text("summary", "intake-summary").required().max(300).hint("intake-summary-hint"))
        (form.text("theme", "intake-theme-label").max(100).suggestions("f-themes").hint("intake-theme-hint"))
        datalist #f-themes { @for theme in &d.themes { option value=(theme) {} } }
    };
    form.show(&fields, "intake-cut-button", None)
}

/// The excerpts marked so far: untick one to leave it out.
fn kept_list(v: &Visit, text: &str, kept: &[Excerpt]) -> Markup {
    html! {
        @if !kept.is_empty() {
            fieldset.field {
                legend.form-label { (v.t("intake-kept")) }
                @for (i, e) in kept.iter().enumerate() {
                    div.form-check {
                        input.form-check-input type="checkbox" name="excerpt" id=(format!("e-{i}")) value=(format!("{}-{}", e.starts, e.ends)) checked;
                        label.form-check-label for=(format!("e-{i}")) { (super::words::first(&words(text, *e), 300)) }
                    }
                }
            }
        }
    }
}

/// The words of one excerpt: marked in the text with the page's script, or pasted.
fn quote(v: &Visit, form: &Form<'_>, problems: &Problems, kept: usize) -> Markup {
    let label = v.t(if kept == 0 { "intake-quote" } else { "intake-quote-another" });
    form.drawn("quote", label.as_ref());
    let wrong = problems.0.iter().find(|p| p.field == "quote").map(|p| ui::form::problem(v.l(), p));
    let typed = if wrong.is_some() { v.field("quote") } else { "" };
    html! {
        div.field.field-invalid[wrong.is_some()] {
            label.form-label for="f-quote" {
                (label) " "
                span.field-optional { "(" (v.t("form-optional")) ")" }
            }
            p.form-text #f-quote-help { (v.t(if kept == 0 { "intake-quote-hint" } else { "intake-quote-another-hint" })) }
            textarea.form-control.is-invalid[wrong.is_some()] #f-quote name="quote" rows="3" aria-describedby=(if wrong.is_some() { "f-quote-err f-quote-help" } else { "f-quote-help" }) aria-invalid=[wrong.is_some().then_some("true")] { "\n" (typed) }
            @if let Some(wrong) = &wrong { p.invalid-feedback #f-quote-err { (wrong) } }
            input type="hidden" name="starts" id="f-starts";
            input type="hidden" name="ends" id="f-ends";
            p.mt-2 { button.btn.btn-sm.btn-outline-primary name="act" value="more" formnovalidate { (v.t("intake-another-excerpt")) } }
        }
    }
}
