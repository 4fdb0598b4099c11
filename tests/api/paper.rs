//! The printed report as the tools of others read it, not as the library that printed it: qpdf finds it whole, poppler its tags.
//! They are Debian's `qpdf` and `poppler-utils`.

use std::process::{Command, Output};

use serde_json::Value;

use crate::harness::Page;
use crate::plans::{ADMINISTRATOR, publish};
use crate::stage::SLUG;

/// What a tool says of a file; `FILE` in its command is where the file stands. Without the tool a story is not told, which CI does
/// not let pass.
#[allow(clippy::print_stdout, reason = "a test that was not run says so")]
fn asked(command: &str, pdf: &[u8]) -> Option<Output> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file.pdf");
    std::fs::write(&file, pdf).unwrap();
    let mut words = command.split(' ').map(|word| if word == "FILE" { file.as_os_str() } else { word.as_ref() });
    let tool = words.next().unwrap();
    let Ok(out) = Command::new(tool).args(words).output() else {
        assert!(std::env::var_os("CI").is_none(), "CI must read the PDF: there is no {}", tool.display());
        println!("NOT RUN: there is no {}", tool.display());
        return None;
    };
    Some(out)
}

fn text(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// The file is one that a tool reads without a complaint (a warning ends it with a status of its own).
fn whole(pdf: &[u8]) {
    if let Some(out) = asked("qpdf --check FILE", pdf) {
        assert!(out.status.success(), "{}{}", text(&out), String::from_utf8_lossy(&out.stderr));
    }
}

/// Every object of the file, as qpdf writes them down.
fn objects(pdf: &[u8]) -> Option<Value> {
    let out = asked("qpdf --json=2 --json-key=qpdf FILE", pdf)?;
    let all: Value = serde_json::from_slice(&out.stdout).unwrap();
    Some(all["qpdf"][1].clone())
}

fn catalog(objects: &Value) -> &Value {
    let root = objects["trailer"]["value"]["/Root"].as_str().unwrap();
    &objects[&format!("obj:{root}")]["value"]
}

/// The alternative text of each figure; nothing for one that has none.
fn figures(objects: &Value) -> Vec<Option<String>> {
    let all = objects.as_object().unwrap().values().map(|object| &object["value"]);
    let figures = all.filter(|value| value["/S"] == "/Figure");
    figures.map(|f| f["/Alt"].as_str().map(|alt| alt.trim_start_matches("u:").to_owned())).collect()
}

/// An element of the tree that a screen reader goes through, with all words in it; spaces are left out, because where a line ends
/// is the page's affair.
struct Element {
    depth: usize,
    tag: String,
    words: String,
}

/// The tree, and how many headers of tables say what they are the header of.
fn tree(pdf: &[u8]) -> Option<(Vec<Element>, usize)> {
    let said = text(&asked("pdfinfo -struct-text FILE", pdf)?);
    let (mut elements, mut scopes) = (Vec::<Element>::new(), 0);
    for line in said.lines() {
        let inner = line.trim_start();
        let mut depth = line.len() - inner.len();
        if let Some(words) = inner.strip_prefix('"') {
            let words = squeezed(words.strip_suffix('"').unwrap_or(words));
            for element in elements.iter_mut().rev() {
                if element.depth < depth {
                    depth = element.depth;
                    element.words.push_str(&words);
                }
            }
        } else if inner.starts_with('/') {
            scopes += usize::from(inner.starts_with("/Scope "));
        } else {
            let tag = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
            elements.push(Element { depth, tag, words: String::new() });
        }
    }
    Some((elements, scopes))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn of_tag<'e>(tree: &'e [Element], tag: &str) -> Vec<&'e str> {
    tree.iter().filter(|e| e.tag == tag).map(|e| e.words.as_str()).collect()
}

fn all(page: &Page, selector: &str) -> Vec<String> {
    page.all(selector).iter().map(|words| squeezed(words)).collect()
}

for_each_database! {
    fn the_report_is_valid_and_tagged_as_its_page_is(house of Published) {
        let visitor = house.browser();
        let file = |ending: &str| visitor.get(&format!("/percorsi/{SLUG}/resoconto/1/resoconto.{ending}"));
        let (pdf, html) = (file("pdf").bytes, file("html"));
        whole(&pdf);
        if let Some(about) = asked("pdfinfo FILE", &pdf) {
            let line = |name: &str| text(&about).lines().find_map(|l| l.strip_prefix(name).map(|v| v.trim().to_owned()));
            assert_eq!(line("Tagged:").as_deref(), Some("yes"));
            assert_eq!(line("Title:"), html.all("h1").first().cloned());
        }
        if let Some(objects) = objects(&pdf) {
            let catalog = catalog(&objects);
            assert_eq!(catalog["/Lang"], "u:it-IT");
            assert_eq!(catalog["/ViewerPreferences"]["/DisplayDocTitle"], true, "the window shows the title, not the file's name");
            assert!(figures(&objects).iter().all(Option::is_some), "a figure without words");
        }
        let Some((tree, scopes)) = tree(&pdf) else { return };
        for (tag, heading) in [("H1", "h2"), ("H2", "h3"), ("H3", "h4")] {
            assert_eq!(of_tag(&tree, tag), all(&html, heading), "the headings, in their order");
        }
        assert!(of_tag(&tree, "H2").len() > 10);
        assert_eq!(of_tag(&tree, "Caption"), all(&html, "caption"), "each table is named");
        let count = |tag: &str| of_tag(&tree, tag).len();
        assert_eq!((count("Table"), count("THead")), (html.all("table").len(), html.all("thead").len()));
        assert_eq!((count("TH"), count("TD")), (html.all("th").len(), html.all("td").len()));
        assert_eq!(scopes, count("TH"), "each header says of what");
        // Everybody who took part is an item of a list, in the order of the page.
        let names = all(&visitor.get(&format!("/percorsi/{SLUG}/partecipanti")), ".press-names li");
        assert_eq!(names.len(), 134);
        let items = of_tag(&tree, "LBody");
        assert_eq!(items.len(), count("LI"));
        let first = items.iter().position(|item| *item == names[0]).unwrap();
        assert_eq!(items[first..first + names.len()], names);
        // A tool that knows nothing of tags finds every word of the page too; a hyphen at the end of a line it takes away.
        let Some(plain) = asked("pdftotext FILE -", &pdf).map(|out| squeezed(&text(&out)).replace('-', "")) else { return };
        for words in html.all("h2, h3, p, li, td, th, caption") {
            let lost: Vec<&str> = words.split_whitespace().filter(|word| !plain.contains(&word.replace('-', ""))).collect();
            assert!(lost.is_empty(), "{lost:?} of {words}");
        }
    }

    fn a_picture_of_the_plan_is_printed_with_its_words(house) {
        crate::plans_images::draft(house, "La pianta del parco");
        publish(&house.signed_in(ADMINISTRATOR));
        let pdf = house.browser().get("/percorsi/valdora/piano/1/scarica/piano.pdf").bytes;
        whole(&pdf);
        if let Some(objects) = objects(&pdf) {
            assert_eq!(figures(&objects), [Some("La pianta del parco".to_owned())]);
            assert_eq!(catalog(&objects)["/Lang"], "u:it-IT");
        }
    }
}
