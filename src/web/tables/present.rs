//! Who is at the table, as the page shows it and as the script hears it: the door goes on letting people in while the minutes are
//! kept, on the same evening and often after the page was opened.

use domain::id::sha256;
use domain::tables::Person;
use maud::{Markup, html};
use serde_json::{Value, json};

use super::entry::person;
use crate::http::Visit;
use crate::locale::Arg;

/// `Al tavolo: 3 presenze, 5 posti assegnati`.
fn sum(v: &Visit, people: &[Person]) -> String {
    let came = people.iter().filter(|p| p.present).count();
    v.t_with("minutes-present", &[("n", Arg::from(came)), ("all", Arg::from(people.len()))])
}

/// How many are at the table, and who.
pub fn view(v: &Visit, people: &[Person]) -> Markup {
    html! {
        details.fold data-present data-absent=(v.t("minutes-absent")) {
            summary { (sum(v, people)) }
            p hidden[!people.is_empty()] { (v.t("minutes-present-none")) }
            ul hidden[people.is_empty()] { @for p in people {
                li { (person(v, &p.name, &p.organisation)) @if !p.present { " " span.text-muted { "– " (v.t("minutes-absent")) } } }
            } }
        }
    }
}

/// What stands for these people and organisations as they are now: another where anything of what is shown of them differs.
pub fn mark(people: &[Person], organisations: &[String]) -> String {
    let people: Vec<_> = people.iter().map(|p| (p.id.to_string(), &p.name, &p.organisation, p.present)).collect();
    sha256(json!([people, organisations]).to_string()).chars().take(16).collect()
}

/// The same as the script reads it: in the words of the page, with the values of the field "who".
pub fn said(v: &Visit, people: &[Person], organisations: &[String]) -> Value {
    let one = |p: &Person| json!({ "value": format!("p:{}", p.id), "name": person(v, &p.name, &p.organisation), "here": p.present });
    let organisation = |o: &String| json!({ "value": format!("o:{o}"), "name": o });
    json!({
        "mark": mark(people, organisations),
        "sum": sum(v, people),
        "people": people.iter().map(one).collect::<Vec<_>>(),
        "organisations": organisations.iter().map(organisation).collect::<Vec<_>>(),
    })
}
