//! The lists a process is made of, each as a kind of [`Row`].

use domain::Problems;
use domain::access::Actor;
use domain::db::Write;
use domain::id::{PhaseId, ProcessId};
use domain::processes::{Document, Figure, Phase, PhaseKind, ProcessPage, Promoter, ops};
use maud::{Markup, html};

use super::facts::day;
use super::rows::{Row, name, row_name, typed};
use crate::http::Visit;
use crate::ui::form::Field;
use crate::ui::{Choice, Form};

/// A day in row `n`; its problem is given the field's bare name, as all of a row are.
fn day_in(v: &Visit, field: &'static str, n: usize, p: &mut Problems) -> Option<chrono::NaiveDate> {
    let mut mine = Problems::default();
    let found = day(v, &name(field, n), &mut mine);
    if !mine.0.is_empty() {
        p.add(field, "problem-date");
    }
    found
}

/// The list of errors says of which row it speaks.
fn of_row<'a, R: Row>(v: &Visit, field: Field<'a>, label: &str, n: usize) -> Field<'a> {
    field.listed_as(format!("{}, {}", row_name::<R>(v, n), v.t(label)))
}

impl Row for Promoter {
    const PATH: &'static str = "/promotori";
    const KEY: &'static str = "settings-promoters";
    const FIELDS: &'static [&'static str] = &["name", "contact", "act_kind", "act_number", "act_date"];

    fn of(page: &ProcessPage) -> Vec<Self> {
        page.promoters.clone()
    }

    fn value(&self, field: &str) -> String {
        match field {
            "name" => self.name.clone(),
            "contact" => self.contact.clone(),
            "act_kind" => self.act_kind.clone(),
            "act_number" => self.act_number.clone(),
            "act_date" => self.act_date.map(|d| d.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn typed(v: &Visit, n: usize, p: &mut Problems) -> Self {
        let text = |field| typed(v, field, n).to_owned();
        let act_date = day_in(v, "act_date", n, p);
        Self { name: text("name"), contact: text("contact"), act_kind: text("act_kind"), act_number: text("act_number"), act_date }
    }

    fn fields(v: &Visit, form: &Form<'_>, n: usize, _page: &ProcessPage) -> Markup {
        html! {
            (of_row::<Self>(v, form.text(&name("name", n), "promoter-name").expected().max(200), "promoter-name", n))
            (of_row::<Self>(v, form.text(&name("contact", n), "promoter-contact").max(300), "promoter-contact", n))
            div.field-row {
                (of_row::<Self>(v, form.text(&name("act_kind", n), "promoter-act-kind").max(200), "promoter-act-kind", n))
                (of_row::<Self>(v, form.text(&name("act_number", n), "promoter-act-number").max(100), "promoter-act-number", n))
                (of_row::<Self>(v, form.date(&name("act_date", n), "promoter-act-date"), "promoter-act-date", n))
            }
        }
    }

    fn save(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Self]) -> domain::Result<()> {
        ops::set_promoters(w, actor, process, list)
    }
}

impl Row for Phase {
    const PATH: &'static str = "/fasi";
    const KEY: &'static str = "settings-phases";
    const FIELDS: &'static [&'static str] = &["kind", "title", "description", "starts_on", "ends_on"];

    fn of(page: &ProcessPage) -> Vec<Self> {
        page.phases.clone()
    }

    fn value(&self, field: &str) -> String {
        match field {
            "id" => self.id.to_string(),
            "kind" => self.kind.as_str().to_owned(),
            "title" => self.title.clone(),
            "description" => self.description.clone(),
            "starts_on" => self.starts_on.map(|d| d.to_string()).unwrap_or_default(),
            "ends_on" => self.ends_on.map(|d| d.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn typed(v: &Visit, n: usize, p: &mut Problems) -> Self {
        let text = |field| typed(v, field, n).to_owned();
        let kind = PhaseKind::parse(typed(v, "kind", n));
        if kind.is_none() {
            p.add("kind", "problem-choose");
        }
        Self {
            id: typed(v, "id", n).parse().unwrap_or(PhaseId(0)),
            kind: kind.unwrap_or(PhaseKind::Analysis),
            title: text("title"),
            description: text("description"),
            starts_on: day_in(v, "starts_on", n, p),
            ends_on: day_in(v, "ends_on", n, p),
        }
    }

    fn fields(v: &Visit, form: &Form<'_>, n: usize, _page: &ProcessPage) -> Markup {
        let kinds = PhaseKind::ALL.iter().map(|k| Choice::new(k.as_str(), v.t(&format!("phase-kind-{}", k.as_str()))));
        let kinds = std::iter::once(Choice::new("", v.t("form-choose"))).chain(kinds).collect();
        html! {
            (of_row::<Self>(v, form.text(&name("title", n), "phase-title").expected().max(200), "phase-title", n))
            (of_row::<Self>(v, form.select(&name("kind", n), "phase-kind", kinds).expected(), "phase-kind", n))
            (of_row::<Self>(v, form.area(&name("description", n), "phase-description", 3).max(5000), "phase-description", n))
            div.field-row {
                (of_row::<Self>(v, form.date(&name("starts_on", n), "phase-starts-on"), "phase-starts-on", n))
                (of_row::<Self>(v, form.date(&name("ends_on", n), "phase-ends-on"), "phase-ends-on", n))
            }
        }
    }

    fn save(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Self]) -> domain::Result<()> {
        ops::set_phases(w, actor, process, list).map(|_| ())
    }
}

impl Row for Figure {
    const PATH: &'static str = "/cifre";
    const KEY: &'static str = "settings-figures";
    const FIELDS: &'static [&'static str] = &["value", "label", "phase"];

    fn of(page: &ProcessPage) -> Vec<Self> {
        page.figures.clone()
    }

    fn value(&self, field: &str) -> String {
        match field {
            "value" => self.value.clone(),
            "label" => self.label.clone(),
            "phase" => self.phase_id.map(|p| p.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn typed(v: &Visit, n: usize, _p: &mut Problems) -> Self {
        Self {
            phase_id: typed(v, "phase", n).parse().ok(),
            label: typed(v, "label", n).to_owned(),
            value: typed(v, "value", n).to_owned(),
        }
    }

    fn fields(v: &Visit, form: &Form<'_>, n: usize, page: &ProcessPage) -> Markup {
        let phases = page.phases.iter().map(|p| Choice::new(p.id.to_string(), p.title.as_str()));
        let phases = std::iter::once(Choice::new("", v.t("figure-no-phase"))).chain(phases).collect();
        html! {
            div.field-row {
                (of_row::<Self>(v, form.text(&name("value", n), "figure-value").expected().max(60).width("w-short"), "figure-value", n))
                (of_row::<Self>(v, form.text(&name("label", n), "figure-label").expected().max(200), "figure-label", n))
            }
            (of_row::<Self>(v, form.select(&name("phase", n), "figure-phase", phases), "figure-phase", n))
        }
    }

    fn save(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Self]) -> domain::Result<()> {
        ops::set_figures(w, actor, process, list)
    }
}

impl Row for Document {
    const PATH: &'static str = "/documenti";
    const KEY: &'static str = "settings-documents";
    const FIELDS: &'static [&'static str] = &["title", "note", "link"];

    fn of(page: &ProcessPage) -> Vec<Self> {
        page.documents.clone()
    }

    fn value(&self, field: &str) -> String {
        match field {
            "title" => self.title.clone(),
            "note" => self.note.clone(),
            "link" => self.link.clone(),
            _ => String::new(),
        }
    }

    fn typed(v: &Visit, n: usize, _p: &mut Problems) -> Self {
        let text = |field| typed(v, field, n).to_owned();
        Self { title: text("title"), note: text("note"), link: text("link") }
    }

    fn fields(v: &Visit, form: &Form<'_>, n: usize, _page: &ProcessPage) -> Markup {
        html! {
            (of_row::<Self>(v, form.text(&name("title", n), "document-title").expected().max(300), "document-title", n))
            (of_row::<Self>(v, form.area(&name("note", n), "document-note", 2).max(1000), "document-note", n))
            (of_row::<Self>(v, form.text(&name("link", n), "document-link").max(1000).hint("document-link-hint"), "document-link", n))
        }
    }

    fn save(w: &mut Write<'_>, actor: &Actor, process: ProcessId, list: &[Self]) -> domain::Result<()> {
        ops::set_documents(w, actor, process, list)
    }
}
