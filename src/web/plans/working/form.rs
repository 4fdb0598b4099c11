//! The page with the form of a passage: what is typed on one side, how it will look on the other.

use domain::Problems;
use domain::plans::{self, Matched, Passage, Typed};
use maud::{Markup, html};
use reader::BlockKind;

use super::super::passage::start;
use super::super::ways::Ways;
use super::super::{block, formed, redline};
use super::edit::Desk;
use super::{kinds, list_address, place, placing};
use crate::http::Visit;
use crate::locale::Arg;
use crate::processes::{StaffSection, staff_frame_within};
use crate::ui::{self, Form};

/// What stands beside the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Nothing yet.
    None,
    /// How what is typed will look.
    Preview,
    /// Both texts: somebody else changed the passage meanwhile.
    Clash,
    /// The preview; what is wrong is where it was to be put.
    Placing,
}

/// The page.
pub fn view(v: &Visit, desk: &Desk, typed: &Typed, saw: i32, problems: &Problems, pane: Pane) -> Markup {
    let slug = desk.process.slug.as_str();
    let title = desk.title(v);
    let none = Problems::default();
    let (problems, misplaced) = if pane == Pane::Placing { (&none, problems) } else { (problems, &none) };
    let content = html! {
        (ui::head(&title, None))
        @if pane == Pane::Clash { (clash(v, desk, typed)) }
        @if let (Some(e), false) = (&desk.last, pane == Pane::Clash) {
            p.text-muted {
                (v.t_with("edit-last", &[("name", Arg::from(e.name.as_str())), ("when", Arg::from(v.l().instant(e.at)))])) " "
                @if let Some(p) = &desk.passage { a href=(list_address(slug, &format!("/{}/storia", p.row))) { (v.t("edit-history")) } }
            }
        }
        (super::put_from(v, slug, &desk.from))
        @if let Some(above) = &desk.above { p.text-muted { (v.t("decide-after")) " " (start(&above.text)) } }
        div.sidebyside {
            div.side {
                (form(v, desk, typed, saw, problems))
                (placing::form(v, desk, misplaced))
            }
            section.side aria-labelledby="anteprima" {
                h2.side-title #anteprima { (v.t("edit-preview")) }
                div.passage-text data-preview aria-live="polite" { @if pane != Pane::None { (preview(v, desk, typed)) } }
            }
        }
    };
    staff_frame_within(v, &desk.process, StaffSection::Plan, &title, &content)
}

fn form(v: &Visit, desk: &Desk, typed: &Typed, saw: i32, problems: &Problems) -> Markup {
    let slug = desk.process.slug.as_str();
    let row = desk.passage.as_ref().map(|p| p.row);
    let action = list_address(slug, &row.map_or_else(|| "/nuovo".to_owned(), |row| format!("/{row}")));
    let form = Form::new(v, &action, problems)
        .value("kind", kinds::word(typed.kind))
        .value("number", typed.number.clone())
        .value("text", typed.source.clone())
        .keep(row.map_or_else(|| format!("passage-new-{}", desk.draft.id), |row| format!("passage-{row}-{saw}")));
    let now = desk.passage.as_ref().map_or(BlockKind::Paragraph, |p| p.block.kind);
    let (label, hint) = match now {
        BlockKind::Figure => ("edit-alternative", "edit-alternative-hint"),
        BlockKind::Table => ("edit-text", "edit-table-hint"),
        _ => ("edit-text", "edit-text-hint"),
    };
    let fields = html! {
        div data-autosave data-saved=(v.t("edit-saved-alone")) data-changed=(v.t("edit-changed-alone")) data-unsaved=(v.t("edit-unsaved-alone")) {
            input type="hidden" name="vista" value=(saw);
            @if row.is_none() { @if let Some(above) = &desk.above { input type="hidden" name="dopo" value=(above.row); } }
            (form.select("kind", "edit-kind", kinds::choices(v, now)).required())
            @if now != BlockKind::Figure { (form.text("number", "edit-number").max(40).width("w-short").hint("edit-number-hint")) }
            @if now == BlockKind::Figure { (form.area("text", label, 4).max(2000).hint(hint)) }
            @else { (form.area("text", label, rows(&typed.source)).required().hint(hint)) }
            p.form-text data-autosave-state role="status" {}
        }
    };
    let back = desk.passage.as_ref().map_or_else(|| list_address(slug, ""), |p| place(slug, p.position, p.row));
    form.show_with(
        &fields,
        &html! {
            button.btn.btn-primary name="passo" value="salva" { (v.t("edit-save")) } " "
            button.btn.btn-outline-primary name="passo" value="anteprima" formnovalidate { (v.t("edit-preview-button")) } " "
            a.btn.btn-link href=(back) { (v.t("form-cancel")) }
            @if let Some(p) = &desk.passage { (more(v, desk, p)) }
        },
    )
}

/// How many lines a text may need.
fn rows(source: &str) -> u32 {
    let lines: usize = source.lines().map(|line| line.chars().count() / 60 + 1).sum();
    u32::try_from(lines.clamp(6, 30)).unwrap_or(30)
}

/// Splitting, joining, taking out: where each can be done.
fn more(v: &Visit, desk: &Desk, p: &Passage) -> Markup {
    let text = !matches!(p.block.kind, BlockKind::Figure | BlockKind::Table | BlockKind::Code);
    let joins = |p: &Passage| matches!(p.block.body, reader::Body::Text(_)) && p.matched != Matched::Unsure;
    let join = desk.above.as_ref().is_some_and(|above| joins(above) && joins(p));
    html! {
        details.fold {
            summary { (v.t("edit-more")) }
            @if text {
                p { (v.t("edit-split-text")) " " button.btn.btn-sm.btn-outline-primary name="passo" value="dividi" { (v.t("edit-split")) } }
            }
            @if join {
                p { (v.t("edit-join-text")) " " button.btn.btn-sm.btn-outline-primary name="passo" value="unisci" { (v.t("edit-join")) } }
            }
            p { (v.t("edit-remove-text")) " " button.btn.btn-sm.btn-outline-danger name="passo" value="togli" formnovalidate { (v.t("edit-remove")) } }
        }
    }
}

/// How what is typed will look, and which words it changes.
fn preview(v: &Visit, desk: &Desk, typed: &Typed) -> Markup {
    let before = desk.passage.as_ref().map(|p| &p.block);
    let Ok(now) = typed.block(before) else { return html! { p.text-muted { (v.t("edit-preview-none")) } } };
    html! {
        (looks(v, &now))
        @if let Some(p) = desk.passage.as_ref().filter(|p| p.text != now.text()) {
            h3.side-title { (v.t("edit-preview-change")) }
            (redline::whole(v.l(), &reader::compare::redline(&p.text, &now.text())))
        }
        @if let Some(p) = &desk.passage {
            @let form = domain::plans::shape(&p.block, &now);
            @if p.text == now.text() { (formed::same_words(v.l(), &form)) } @else { (formed::too(v.l(), &form)) }
        }
    }
}

/// A block as it will look.
pub fn looks(v: &Visit, of: &reader::Block) -> Markup {
    let (label, unsaid) = (v.t("edit-preview"), v.t("plan-figure-unsaid"));
    block::block(
        of,
        block::Around { slug: v.path("slug"), heading: 3, label: &label, unsaid: &unsaid, ways: Ways::Draft },
    )
}

/// Somebody else was first: both texts, and what saving again will do.
fn clash(v: &Visit, desk: &Desk, typed: &Typed) -> Markup {
    let Some(p) = &desk.passage else { return html! {} };
    let mine = typed.block(Some(&p.block)).ok();
    let form = mine.as_ref().map(|mine| plans::shape(&p.block, mine)).unwrap_or_default();
    let mine = mine.map_or_else(|| typed.source.clone(), |mine| mine.text());
    let pieces = reader::compare::redline(&p.text, &mine);
    html! {
        div.notice.notice-warning role="alert" tabindex="-1" data-error-summary {
            p.notice-title { (v.t("clash-title")) }
            @if let Some(e) = &desk.last {
                p { (v.t_with("edit-last", &[("name", Arg::from(e.name.as_str())), ("when", Arg::from(v.l().instant(e.at)))])) }
            }
            p { (v.t("clash-text")) }
        }
        div.sidebyside {
            section.side { h2.side-title { (v.t("clash-theirs")) } (redline::before(v.l(), &pieces)) }
            section.side { h2.side-title { (v.t("clash-mine")) } (redline::after(v.l(), &pieces)) (formed::too(v.l(), &form)) }
        }
    }
}
