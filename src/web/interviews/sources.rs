//! Naming a public finding as the source of a passage.

use domain::Problems;
use domain::access::{CiteFinding, Subject};
use domain::interviews::{ByTheme, Source, ops, publication};
use domain::processes::Process;
use maud::{Markup, html};

use super::{desk, framed};
use crate::http::{Answer, Fault, Visit};
use crate::locale::Arg;
use crate::processes::{self, address};
use crate::ui::{self, Choice, Form, plan};

struct Desk {
    process: Process,
    public: Vec<ByTheme>,
    cited: Vec<Source>,
}

async fn read(v: &Visit) -> Result<Desk, Fault> {
    let process = processes::of(v).await?;
    let actor = v.actor().clone();
    v.read(move |conn| {
        actor.permit::<CiteFinding>(Subject::of(process.id))?;
        Ok(Desk { public: publication::public(conn, process.id)?, cited: ops::cited(conn, process.id)?, process })
    })
    .await
}

/// The page.
pub async fn page(v: Visit) -> Answer {
    let d = read(&v).await?;
    v.page(&v.t("interviews-sources"), &view(&v, &d, &Problems::default()))
}

/// `P-014`, `p14` or `14`.
fn code(typed: &str) -> i32 {
    let digits = typed.trim().trim_start_matches(['P', 'p']).trim_start_matches('-');
    digits.parse().unwrap_or(0)
}

/// Names one.
pub async fn cite(v: Visit) -> Answer {
    let d = read(&v).await?;
    let (actor, id, here) = (v.actor().clone(), d.process.id, desk(&d.process, "/fonti"));
    let (code, finding) = (code(v.field("code")), v.field("finding").parse().ok());
    let done = v.write_once_saying("done-source", move |()| here, move |w| ops::cite(w, &actor, id, code, finding));
    match done.await {
        Err(fault) => v.form_again(fault, &v.t("interviews-sources"), |p| view(&v, &d, p)),
        ok => ok,
    }
}

/// Takes one back.
pub async fn uncite(v: Visit) -> Answer {
    let process = processes::of(&v).await?;
    let (actor, id, here) = (v.actor().clone(), process.id, desk(&process, "/fonti"));
    let code = code(v.field("code"));
    let finding = v.field("finding").parse().map_err(|_| Fault::Domain(domain::Error::NotFound))?;
    v.write_once_saying("done-source-removed", move |()| here, move |w| ops::uncite(w, &actor, id, code, finding)).await
}

fn view(v: &Visit, d: &Desk, problems: &Problems) -> Markup {
    let here = desk(&d.process, "/fonti");
    let form = Form::new(v, &here, problems);
    let choose = Choice::new("", v.t("source-finding-choose"));
    let choice = |theme: &str, f: &domain::interviews::Finding| {
        Choice::new(f.id.to_string(), format!("{theme}: {}", crate::plans::start(&f.text)))
    };
    let findings = d.public.iter().flat_map(|t| t.findings.iter().map(|f| choice(&t.theme.title, f)));
    let fields = html! {
        (form.select("finding", "source-finding", std::iter::once(choose).chain(findings).collect()).required())
        (form.text("code", "source-code").required().max(12).hint("source-code-hint").width("w-short"))
    };
    let content = html! {
        @if d.public.is_empty() {
            (ui::empty(&v.t("sources-nothing"), &v.t("sources-nothing-text")))
        } @else {
            section.block aria-labelledby="cita" { h2 #cita { (v.t("source-new")) } (form.show(&fields, "source-button", None)) }
            section.block aria-labelledby="citate" {
                h2 #citate { (v.t("sources-cited")) }
                @if d.cited.is_empty() { p { (v.t("sources-none")) } }
                ul.queue-list { @for source in &d.cited { (item(v, d, &here, source)) } }
            }
        }
    };
    framed(v, &d.process, "/fonti", "interviews-sources", "interviews-sources-lead", &content)
}

fn item(v: &Visit, d: &Desk, here: &str, source: &Source) -> Markup {
    let (code, of) = (plan::code(source.code), address(&d.process, &format!("/passaggi/{}", source.code)));
    html! {
        li.queue-item {
            div.queue-main {
                p.queue-title { a href=(of) { (code) } }
                p { @match &source.withdrawn {
                    Some(of) => { (super::public::withdrawn(v.l(), of)) },
                    None => { (source.text) },
                } }
                p.queue-meta { (source.theme) }
            }
            div.queue-side {
                form.inline-form method="post" action=(format!("{here}/togli")) {
                    (ui::form::hidden(v))
                    input type="hidden" name="code" value=(source.code);
                    input type="hidden" name="finding" value=(source.finding);
                    button.btn.btn-sm.btn-link aria-label=(v.t_with("source-remove-named", &[("code", Arg::from(code.as_str()))])) { (v.t("source-remove")) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        for (typed, read) in [("P-014", 14), (" p14 ", 14), ("14", 14), ("", 0), ("P-x", 0), ("-3", 3)] {
            assert_eq!(code(typed), read, "{typed}");
        }
    }
}
