//! The administrator's page: every process, and the trail of every official act.

use domain::access::{Permit, ReadAudit, Subject};
use domain::audit::{self, Line};
use domain::paging::{Page, Slice};
use domain::processes::{PhaseState, ProcessLine, ops};
use maud::{Markup, html};

use crate::http::{Access, Answer, Door, Visit};
use crate::ui::{self, lists, table, time};

/// The administrator's doors.
pub fn doors() -> Vec<Door> {
    vec![
        Door::get("/amministrazione", Access::Administrator, page),
        Door::get("/amministrazione/tracce", Access::Administrator, trail),
    ]
}

/// Every process.
pub async fn page(v: Visit) -> Answer {
    let (actor, now) = (v.actor().clone(), v.now());
    let found = v.read(move |conn| ops::list(conn, &actor, now)).await?;
    let content = html! {
        (ui::head(&v.t("layout-administration"), Some(&v.t("administration-lead"))))
        div.page-actions {
            a.btn.btn-primary href="/percorsi/nuovo" { (v.t("home-new")) } " "
            a.btn.btn-outline-primary href="/amministrazione/tracce" { (v.t("trail-title")) }
        }
        section.block {
            h2 { (v.t("layout-processes")) }
            @if found.is_empty() { (ui::empty(&v.t("administration-none"), &v.t("administration-none-text"))) }
            @else { (processes(&v, &found)) }
        }
    };
    v.page(&v.t("layout-administration"), &content)
}

fn processes(v: &Visit, found: &[ProcessLine]) -> Markup {
    let state = |line: &ProcessLine| match (line.process.published_at, line.state) {
        (None, _) => html! { (ui::badge::status(v.l(), "draft")) },
        (_, PhaseState::Past) => html! { (v.t("phase-state-past")) },
        (_, PhaseState::Now) => html! { (v.t("phase-state-now")) },
        (_, PhaseState::ToCome) => html! { (v.t("phase-state-future")) },
    };
    let row = |line: &ProcessLine| {
        let p = &line.process;
        vec![
            html! { a href=(format!("/percorsi/{}", p.slug)) { (p.title) } },
            state(line),
            html! { (line.promoters.join(", ")) },
            html! { (v.l().days(line.days.0, line.days.1)) },
            html! { a href=(format!("/percorsi/{}/gestione", p.slug)) { (v.t("section-staff")) } },
        ]
    };
    let heads = [
        "administration-process",
        "administration-state",
        "administration-promoters",
        "administration-days",
        "administration-desk",
    ];
    let heads = heads.map(|k| v.t(k));
    let columns: Vec<(&str, bool)> = heads.iter().map(|h| (h.as_ref(), false)).collect();
    table::table(&v.t("layout-processes"), &columns, &found.iter().map(row).collect::<Vec<_>>())
}

/// The trail, newest first; of one process or of all.
pub async fn trail(v: Visit) -> Answer {
    let (actor, now) = (v.actor().clone(), v.now());
    let (slug, page) = (v.query("percorso").unwrap_or("").to_owned(), Page::new(v.page_number(), 50));
    let (lines, all) = v
        .read(move |conn| {
            let permit: Permit<ReadAudit> = actor.permit(Subject::installation())?;
            let all = ops::list(conn, &actor, now)?;
            let of = all.iter().find(|l| l.process.slug == slug).map(|l| l.process.id);
            Ok((audit::trail(conn, &permit, of, page)?, all))
        })
        .await?;
    v.page(&v.t("trail-title"), &trail_view(&v, &lines, &all))
}

fn trail_view(v: &Visit, lines: &Slice<Line>, all: &[ProcessLine]) -> Markup {
    html! {
        (ui::breadcrumb(&v.t("breadcrumb-label"), &[("/amministrazione", &v.t("layout-administration"))], &v.t("trail-title")))
        (ui::head(&v.t("trail-title"), Some(&v.t("trail-lead"))))
        (filter(v, all))
        @if lines.rows.is_empty() { (ui::empty(&v.t("trail-none"), &v.t("trail-none-text"))) }
        @else { (acts(v, &lines.rows)) }
        (lists::pager(v, lines.page, lines.more))
    }
}

fn filter(v: &Visit, all: &[ProcessLine]) -> Markup {
    let chosen = v.query("percorso").unwrap_or("");
    html! {
        form.filters method="get" action="/amministrazione/tracce" {
            div.field {
                label.form-label for="f-percorso" { (v.t("administration-process")) }
                select.form-select #f-percorso name="percorso" {
                    option value="" { (v.t("trail-all")) }
                    @for line in all {
                        option value=(line.process.slug) selected[line.process.slug == chosen] { (line.process.title) }
                    }
                }
            }
            div.form-actions { button.btn.btn-outline-primary { (v.t("trail-filter")) } }
        }
    }
}

fn acts(v: &Visit, rows: &[Line]) -> Markup {
    let heads = ["trail-when", "trail-who", "trail-action", "trail-subject", "trail-reason"];
    let caption = v.t("trail-title");
    html! {
        div.table-scroll role="region" aria-label=(caption) tabindex="0" {
            table.table.audit {
                caption.caption-top { (caption) }
                thead { tr { @for head in heads { th scope="col" { (v.t(head)) } } } }
                tbody { @for line in rows { (act(v, line)) } }
            }
        }
    }
}

fn act(v: &Visit, line: &Line) -> Markup {
    html! {
        tr {
            td { (time::instant(v.l(), line.at)) }
            td {
                @match &line.name { Some(name) => (name), None => (v.t("trail-nobody")) }
                br; span.text-muted { (v.t(&format!("role-{}", line.role))) }
            }
            td {
                (v.t(&format!("action-{}", line.action)))
                @if let Some(process) = &line.process { br; span.text-muted { (process) } }
            }
            td { (super::trail::subject(v.l(), &line.subject)) }
            td { (line.reason) }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::{Lang, Locales};

    #[test]
    fn every_action_and_role_has_its_words() {
        let locales = Locales::load().unwrap();
        for lang in Lang::ALL {
            for (action, roles, _) in domain::access::MATRIX {
                assert!(locales.of(lang).has(&format!("action-{action}")), "{action}");
                assert!(roles.iter().all(|r| locales.of(lang).has(&format!("role-{}", r.as_str()))), "{roles:?}");
            }
        }
    }
}
