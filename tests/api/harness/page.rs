//! A page as it came, and questions to it.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};
use ureq::Body;
use ureq::http::{HeaderMap, Response, StatusCode};

/// An answer.
#[derive(Clone)]
pub struct Page {
    pub status: StatusCode,
    /// Path and query it was asked for by.
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    pub(super) fn blank() -> Self {
        let (status, headers) = (StatusCode::OK, HeaderMap::new());
        Self { status, path: String::new(), headers, body: String::new(), bytes: Vec::new() }
    }

    pub(super) fn read(path: &str, answer: Response<Body>) -> Self {
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = answer.into_body().with_config().limit(64 * 1024 * 1024).read_to_vec().unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let page = Self { status, path: path.to_owned(), headers, body, bytes };
        // The bytes of a PDF may hold anything.
        let text = page.header("content-type").is_none_or(|kind| kind.starts_with("text/"));
        assert!(!text || !page.body.contains('⟦'), "a sentence is missing on {path}: {}", page.missing());
        page
    }

    fn missing(&self) -> String {
        self.body.split('⟦').skip(1).filter_map(|s| s.split('⟧').next()).collect::<Vec<_>>().join(", ")
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// All words of the page's main part.
    pub fn text(&self) -> String {
        self.all("main").join(" ")
    }

    /// Whether the main part has these words.
    pub fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// The words of every element a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        self.html().select(&css(selector)).map(words).collect()
    }

    /// The words of the first element a selector finds.
    pub fn one(&self, selector: &str) -> String {
        let found = self.all(selector);
        found.into_iter().next().unwrap_or_else(|| panic!("no {selector} on {}:\n{}", self.path, self.text()))
    }

    /// An attribute of every element a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = self.html();
        html.select(&css(selector)).filter_map(|e| e.attr(name).map(str::to_owned)).collect()
    }

    /// Where a link with these words leads.
    pub fn link(&self, text: &str) -> Option<String> {
        let html = self.html();
        let found = html.select(&css("a[href]")).find(|a| words(*a).contains(text))?;
        found.attr("href").map(str::to_owned)
    }

    /// The title, without the product's name.
    pub fn title(&self) -> String {
        self.one("title").trim_end_matches(" – Ascolto").to_owned()
    }

    /// The fields a browser would send for the form with this action, some of them filled in.
    pub fn form(&self, action: &str, fill: &[(&str, &str)]) -> Vec<(String, String)> {
        let html = self.html();
        let forms = css("form");
        let path = self.path.split('?').next().unwrap();
        let of = |f: &ElementRef<'_>| f.attr("action").unwrap_or(path) == action && f.attr("method") == Some("post");
        let form = html
            .select(&forms)
            .find(of)
            .unwrap_or_else(|| panic!("no form to {action} on {} ({}):\n{}", self.path, self.status, self.text()));
        let known: Vec<&str> = form.select(&css("[name]")).filter_map(|e| e.attr("name")).collect();
        let mut out = defaults(form);
        let mut given: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, value) in fill {
            assert!(known.contains(name), "the form to {action} has no field {name}: {known:?}");
            assert_choice(form, name, value);
            given.entry(name).or_default().push(value);
        }
        for (name, values) in given {
            out.retain(|(k, _)| k != name);
            let tick = form.select(&css("input[type=checkbox]")).any(|e| e.attr("name") == Some(name));
            let sent = values.into_iter().filter(|v| !(tick && v.is_empty()));
            out.extend(sent.map(|v| (name.to_owned(), v.to_owned())));
        }
        out
    }

    /// Where each form that writes leads, and what a browser sends when the first of its buttons is pressed.
    pub fn forms(&self) -> Vec<(String, Vec<(String, String)>)> {
        let (html, here) = (self.html(), self.path.split('?').next().unwrap());
        let buttons = css("button[name]");
        let pressed = |form: ElementRef<'_>| {
            let button = form.select(&buttons).next()?;
            Some((button.attr("name")?.to_owned(), button.attr("value").unwrap_or("").to_owned()))
        };
        let sent = |form: ElementRef<'_>| {
            let fields = defaults(form).into_iter().chain(pressed(form)).collect();
            (form.attr("action").unwrap_or(here).to_owned(), fields)
        };
        html.select(&css("form[method=post]")).map(sent).collect()
    }
}

/// What stands in a form as the page shows it.
fn defaults(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for e in form.select(&css("input[name], textarea[name], select[name], button[name]")) {
        let name = e.attr("name").unwrap().to_owned();
        let value = match (e.value().name(), e.attr("type").unwrap_or("text")) {
            ("button", _) | (_, "file" | "submit") => continue,
            ("input", "checkbox" | "radio") if e.attr("checked").is_none() => continue,
            ("input", "checkbox" | "radio") => e.attr("value").unwrap_or("on").to_owned(),
            ("input", _) => e.attr("value").unwrap_or("").to_owned(),
            ("select", _) => {
                let options = css("option");
                let chosen =
                    e.select(&options).find(|o| o.attr("selected").is_some()).or_else(|| e.select(&options).next());
                chosen.and_then(|o| o.attr("value")).unwrap_or("").to_owned()
            }
            _ => e.text().collect::<String>(),
        };
        out.push((name, value));
    }
    out
}

/// Nobody can choose what is not offered.
fn assert_choice(form: ElementRef<'_>, name: &str, value: &str) {
    let named = |selector: &str| -> Vec<String> {
        let selector = css(selector);
        let found = form.select(&selector).filter(|e| e.attr("name") == Some(name));
        found.filter_map(|e| e.attr("value").map(str::to_owned)).collect()
    };
    let radios = named("input[type=radio]");
    assert!(radios.is_empty() || radios.iter().any(|v| v == value), "{name} offers {radios:?}, not {value}");
    for select in form.select(&css("select[name]")).filter(|e| e.attr("name") == Some(name)) {
        let offered: Vec<&str> = select.select(&css("option")).filter_map(|o| o.attr("value")).collect();
        assert!(offered.contains(&value), "{name} offers {offered:?}, not {value}");
    }
}
