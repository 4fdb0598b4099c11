//! The fields of a form.

use maud::{Markup, Render, html};

use super::Form;
use crate::locale::Arg;

/// One of several to choose from.
#[derive(Debug, Clone)]
pub struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
}

impl Choice {
    /// A value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    /// A line under it.
    #[must_use]
    pub fn hint(mut self, text: impl Into<String>) -> Self {
        self.hint = Some(text.into());
        self
    }
}

enum Kind {
    Input(&'static str),
    Area(u32),
    Select(Vec<Choice>),
    Many(&'static str, Vec<Choice>),
    Tick,
    File(&'static str),
}

/// A field with its label, help and error; put it into the page as it is.
pub struct Field<'a> {
    form: &'a Form<'a>,
    name: &'a str,
    label: String,
    hint: Option<String>,
    kind: Kind,
    required: bool,
    max: Option<u32>,
    autocomplete: Option<&'static str>,
    width: &'static str,
    count: bool,
    plain: bool,
    list: Option<&'static str>,
    keys: Option<&'static str>,
}

impl Form<'_> {
    fn field<'a>(&'a self, name: &'a str, label: &str, kind: Kind) -> Field<'a> {
        let label = self.v.t(label).into_owned();
        self.labels.borrow_mut().insert(name.to_owned(), label.clone());
        let (hint, max, autocomplete) = (None, None, None);
        Field {
            form: self,
            name,
            label,
            hint,
            kind,
            required: false,
            max,
            autocomplete,
            width: "",
            count: false,
            plain: false,
            list: None,
            keys: None,
        }
    }

    /// A line of text.
    pub fn text<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Input("text"))
    }

    /// An e-mail address.
    pub fn email<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Input("email")).max(254).autocomplete("email")
    }

    /// A password; never shown again.
    pub fn password<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Input("password"))
    }

    /// A whole number.
    pub fn number<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Input("number")).width("w-short")
    }

    /// A day (`2025-02-25`).
    pub fn date<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Input("date")).width("w-medium")
    }

    /// A day and hour in Rome (`2025-02-25T18:00`).
    pub fn datetime<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Input("datetime-local")).width("w-medium")
    }

    /// Several lines of text.
    pub fn area<'a>(&'a self, name: &'a str, label: &str, rows: u32) -> Field<'a> {
        self.field(name, label, Kind::Area(rows))
    }

    /// One of a list that unfolds; the first choice may have an empty value.
    pub fn select<'a>(&'a self, name: &'a str, label: &str, choices: Vec<Choice>) -> Field<'a> {
        self.field(name, label, Kind::Select(choices))
    }

    /// One of a few.
    pub fn radios<'a>(&'a self, name: &'a str, label: &str, choices: Vec<Choice>) -> Field<'a> {
        self.field(name, label, Kind::Many("radio", choices))
    }

    /// Any of a few.
    pub fn checks<'a>(&'a self, name: &'a str, label: &str, choices: Vec<Choice>) -> Field<'a> {
        self.field(name, label, Kind::Many("checkbox", choices))
    }

    /// Yes or no (`si` or nothing).
    pub fn tick<'a>(&'a self, name: &'a str, label: &str) -> Field<'a> {
        self.field(name, label, Kind::Tick)
    }

    /// A file of the kinds named (`.docx,.odt,.md`).
    pub fn file<'a>(&'a self, name: &'a str, label: &str, accept: &'static str) -> Field<'a> {
        self.field(name, label, Kind::File(accept))
    }
}

impl Field<'_> {
    /// A sentence of help, by its key.
    #[must_use]
    pub fn hint(mut self, key: &str) -> Self {
        self.hint = Some(self.form.v.t(key).into_owned());
        self
    }

    /// A sentence of help.
    #[must_use]
    pub fn hint_text(mut self, text: impl Into<String>) -> Self {
        self.hint = Some(text.into());
        self
    }

    /// A label that is not a sentence of the locales.
    #[must_use]
    pub fn label_text(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self.form.labels.borrow_mut().insert(self.name.to_owned(), self.label.clone());
        self
    }

    /// What the list of errors calls it, where its label alone would not tell it from others.
    #[must_use]
    pub fn listed_as(self, text: impl Into<String>) -> Self {
        self.form.labels.borrow_mut().insert(self.name.to_owned(), text.into());
        self
    }

    /// It does not say that it is optional, and yet the browser lets it be empty: the row it stands in may be.
    #[must_use]
    pub const fn expected(mut self) -> Self {
        self.plain = true;
        self
    }

    /// It must be filled in; all others say that they need not.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Characters it may have.
    #[must_use]
    pub const fn max(mut self, characters: u32) -> Self {
        self.max = Some(characters);
        self
    }

    /// Says how many characters are left.
    #[must_use]
    pub const fn counted(mut self) -> Self {
        self.count = true;
        self
    }

    /// What browsers may fill in (WCAG 1.3.5).
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// The id of a `datalist` with what may be meant.
    #[must_use]
    pub const fn suggestions(mut self, id: &'static str) -> Self {
        self.list = Some(id);
        self
    }

    /// The keys a phone shows, where the browser is not to judge what is typed (`email` in a line of text).
    #[must_use]
    pub const fn keys(mut self, mode: &'static str) -> Self {
        self.keys = Some(mode);
        self
    }

    /// `w-short` or `w-medium`.
    #[must_use]
    pub const fn width(mut self, class: &'static str) -> Self {
        self.width = class;
        self
    }

    fn id(&self) -> String {
        format!("f-{}", self.name)
    }

    /// The ids of error and help, for those who hear the page.
    fn described(&self, error: bool) -> Option<String> {
        let err = error.then(|| format!("{}-err", self.id()));
        let help = self.hint.is_some().then(|| format!("{}-help", self.id()));
        let ids: Vec<String> = err.into_iter().chain(help).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn help(&self) -> Markup {
        html! { @if let Some(hint) = &self.hint { p.form-text id=(format!("{}-help", self.id())) { (hint) } } }
    }

    fn error(&self, error: Option<&str>) -> Markup {
        html! { @if let Some(e) = error { p.invalid-feedback id=(format!("{}-err", self.id())) { (e) } } }
    }

    fn optional(&self) -> Markup {
        html! { @if !self.required && !self.plain { " " span.field-optional { "(" (self.form.v.t("form-optional")) ")" } } }
    }

    fn counter(&self) -> Markup {
        let (v, max) = (self.form.v, self.max.unwrap_or_default());
        html! {
            @if self.count && max > 0 {
                p.form-count data-count-for=(self.id()) data-one=(v.t("form-left-one")) data-many=(v.t("form-left-many")) {
                    (v.t_with("form-at-most", &[("n", Arg::from(max))]))
                }
            }
        }
    }

    fn control(&self, error: bool) -> Markup {
        let value = self.form.now_in(self.name);
        let (id, described) = (self.id(), self.described(error));
        let class =
            |base: &str| [base, if error { "is-invalid" } else { "" }, self.width].join(" ").trim_end().to_owned();
        let invalid = error.then_some("true");
        match &self.kind {
            Kind::Input(kind) => html! {
                input class=(class("form-control")) type=(kind) id=(id) name=(self.name) maxlength=[self.max]
                    value=[(*kind != "password" && !value.is_empty()).then_some(value)] required[self.required]
                    inputmode=[self.keys] autocomplete=[self.autocomplete] list=[self.list] aria-invalid=[invalid] aria-describedby=[described];
            },
            Kind::Area(rows) => html! {
                textarea class=(class("form-control")) id=(id) name=(self.name) rows=(rows) maxlength=[self.max]
                    required[self.required] aria-invalid=[invalid] aria-describedby=[described] { "\n" (value) }
            },
            Kind::Select(choices) => html! {
                select class=(class("form-select")) id=(id) name=(self.name) required[self.required]
                    aria-invalid=[invalid] aria-describedby=[described] {
                    @for c in choices {
                        option value=(c.value) selected[self.form.chosen(self.name, &c.value)] { (c.label) }
                    }
                }
            },
            Kind::File(accept) => html! {
                input class=(class("form-control")) type="file" id=(id) name=(self.name) accept=(accept)
                    required[self.required] aria-invalid=[invalid] aria-describedby=[described];
            },
            Kind::Many(..) | Kind::Tick => html! {},
        }
    }

    fn ticked(&self, error: Option<&str>) -> Markup {
        let (id, on) = (self.id(), !self.form.now_in(self.name).is_empty());
        html! {
            div.field.field-invalid[error.is_some()] {
                div.form-check {
                    input.form-check-input type="checkbox" id=(id) name=(self.name) value="si" checked[on]
                        required[self.required] aria-invalid=[error.map(|_| "true")]
                        aria-describedby=[self.described(error.is_some())];
                    label.form-check-label for=(id) { (self.label) }
                }
                (self.help())
                (self.error(error))
            }
        }
    }

    fn many(&self, kind: &str, choices: &[Choice], error: Option<&str>) -> Markup {
        // The first one bears the field's own id: the error summary leads there.
        let id = |n: usize| if n == 0 { self.id() } else { format!("{}-{n}", self.id()) };
        let radio = kind == "radio";
        html! {
            fieldset.field.field-invalid[error.is_some()] aria-describedby=[self.described(error.is_some())] {
                legend.form-label { (self.label) @if !radio { (self.optional()) } }
                (self.help())
                @for (n, c) in choices.iter().enumerate() {
                    @let hint = format!("{}-h", id(n));
                    div.form-check {
                        input.form-check-input type=(kind) id=(id(n)) name=(self.name) value=(c.value)
                            checked[self.form.chosen(self.name, &c.value)] required[self.required && radio]
                            aria-describedby=[c.hint.as_ref().map(|_| hint.as_str())];
                        label.form-check-label for=(id(n)) { (c.label) }
                        @if let Some(text) = &c.hint { p.form-text id=(hint) { (text) } }
                    }
                }
                (self.error(error))
            }
        }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let error = self.form.problem(self.name);
        let error = error.as_deref();
        match &self.kind {
            Kind::Tick => self.ticked(error),
            Kind::Many(kind, choices) => self.many(kind, choices, error),
            _ => html! {
                div.field.field-invalid[error.is_some()] {
                    label.form-label for=(self.id()) { (self.label) (self.optional()) }
                    (self.help())
                    (self.control(error.is_some()))
                    (self.error(error))
                    (self.counter())
                }
            },
        }
    }
}
