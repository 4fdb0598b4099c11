//! The text of a letter: plain, a paragraph a line, a subject that says what it is.

use domain::clock::Instant;
use domain::events::{self, Near};
use domain::mail::{Letter, Params};
use serde::{Deserialize, Serialize};

use super::attached::{self, Attachment};

use crate::App;
use crate::locale::{Arg, Lang, Locale};

/// A letter ready to be sent.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Written {
    /// Its identifier in the outbox: rises with time.
    pub id: String,
    /// When it was queued.
    pub at: String,
    /// To whom.
    pub to: String,
    /// What kind.
    pub kind: String,
    /// In which language.
    pub lang: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// What goes with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// Fills the words of its kind. Besides its own parameters every letter knows `base_url` and `owner`; for each parameter
/// there is `has_<name>` (`yes` or `no`); what ends in `_at` is written as a day and hour; `refusal_words` and
/// `outcomes_words` say in words what stands in `refusal` and `outcomes`.
pub fn write(app: &App, letter: &Letter) -> Written {
    let mut params: Params = serde_json::from_str(&letter.params).unwrap_or_default();
    // Guides that were queued before this was kept went to those with a seat only.
    params.entry("standing".to_owned()).or_insert_with(|| "seated".to_owned());
    params.entry("attends".to_owned()).or_insert_with(|| "room".to_owned());
    let locale = app.locales.of(Lang::parse(&letter.lang).unwrap_or_default());
    let attachments = attached::of(locale, &letter.kind, &params, &app.config.base_url, letter.created_at);
    let near = near(&letter.kind, &params, app.clock.now());
    let mut args = in_words(locale, params, &app.config.base_url);
    args.push(("near".to_owned(), near.to_owned()));
    args.push(("base_url".to_owned(), app.config.base_url.clone()));
    args.push(("owner".to_owned(), app.config.owner.clone()));
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
    let kind = &letter.kind;
    let subject = locale.fill(&format!("letter-{kind}-subject"), &args);
    let body = locale.fill(&format!("letter-{kind}-body"), &args);
    let foot = locale.fill("letter-foot", &args);
    Written {
        id: format!("{:020}", letter.id.0),
        at: letter.created_at.rfc3339(),
        to: letter.recipient.clone(),
        kind: kind.clone(),
        lang: letter.lang.clone(),
        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
        body: laid_out(&format!("{body}\n\n-- \n{foot}\n")),
        attachments,
    }
}

/// How near the event is, on the day on which the letter leaves: said by a reminder, and by a letter that serves as one.
fn near(kind: &str, params: &Params, now: Instant) -> &'static str {
    if kind != "event_reminder" && params.get("reminds").is_none_or(|r| r != "yes") {
        return "no";
    }
    let starts_at = params.get("starts_at").and_then(|at| at.parse().ok()).map(Instant);
    match starts_at.map(|at| events::near(at, now)) {
        Some(Near::Today) => "today",
        Some(Near::Tomorrow) => "tomorrow",
        Some(Near::Not) | None => "no",
    }
}

/// Set before each line that must leave exactly as it was written: the receipt's text can be hashed again.
const AS_IT_IS: char = '\u{e000}';

fn in_words(locale: &Locale, params: Params, base_url: &str) -> Vec<(String, String)> {
    let process = format!("{base_url}/percorsi/{}", params.get("slug").map_or("", String::as_str));
    let mut args = Vec::with_capacity(params.len() * 2 + 3);
    args.extend(ends(locale, &params).map(|words| ("ends_words".to_owned(), words)));
    for (name, value) in params {
        let written = match (name.as_str(), value.parse::<i64>()) {
            // A receipt's seconds may be what counts.
            ("received_at", Ok(micros)) => locale.instant_exact(Instant(micros)),
            (n, Ok(micros)) if n.ends_with("_at") => locale.instant_long(Instant(micros)),
            ("text" | "proposed", _) => value.lines().map(|l| format!("{AS_IT_IS}{l}")).collect::<Vec<_>>().join("\n"),
            _ => value.clone(),
        };
        match name.as_str() {
            "refusal" if !value.is_empty() => {
                args.push(("refusal_words".to_owned(), locale.t(&format!("letter-refusal-{value}")).into_owned()));
            }
            "outcomes" => args.push(("outcomes_words".to_owned(), outcomes(locale, &value, &process))),
            _ => {}
        }
        args.push((format!("has_{name}"), if value.trim().is_empty() { "no" } else { "yes" }.to_owned()));
        args.push((name, written));
    }
    args
}

/// When an event ends: the hour, where it is the day on which it begins.
fn ends(locale: &Locale, params: &Params) -> Option<String> {
    let instant = |name: &str| params.get(name)?.parse::<i64>().ok().map(Instant);
    let (starts, ends) = (instant("starts_at")?, instant("ends_at")?);
    Some(if starts.day() == ends.day() { locale.hour(ends) } else { locale.instant_long(ends) })
}

/// One outcome as the domain tells it.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Told {
    contribution: i64,
    /// The number of the contribution that was answered, where this one repeats it.
    repeats: Option<i64>,
    request: String,
    outcome: String,
    reason: String,
    step: String,
    owner: String,
    competence: String,
    codes: Vec<i32>,
}

fn outcomes(locale: &Locale, json: &str, process: &str) -> String {
    let told: Vec<Told> = serde_json::from_str(json).unwrap_or_default();
    told.iter().map(|t| one(locale, t, process)).collect::<Vec<_>>().join("\n\n")
}

/// One request's outcome: what came of it, why, and all the outcome names.
fn one(locale: &Locale, t: &Told, process: &str) -> String {
    let args = [
        ("contribution", Arg::from(t.contribution)),
        ("repeats", Arg::from(t.repeats.unwrap_or(0))),
        ("outcome", Arg::from(locale.t(&format!("outcome-{}", t.outcome)))),
        ("request", Arg::from(t.request.as_str())),
        ("reason", Arg::from(t.reason.as_str())),
    ];
    let mut lines = vec![locale.fill("letter-outcomes-line", &args)];
    let said = [
        ("letter-outcomes-step", &t.step),
        ("letter-outcomes-owner", &t.owner),
        ("letter-outcomes-competence", &t.competence),
    ];
    for (key, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
        lines.push(locale.fill(key, &[("text", Arg::from(text.as_str()))]));
    }
    if !t.codes.is_empty() {
        lines.push(locale.t("letter-outcomes-passages").into_owned());
        lines.extend(t.codes.iter().map(|c| format!("{} {process}/passaggi/{c}", crate::ui::plan::code(*c))));
    }
    lines.join("\n")
}

/// The text as it leaves. A paragraph is one line, which the reader's program folds to its own width: lines broken at a width of ours
/// would be broken once more on a telephone.
fn laid_out(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", line.strip_prefix(AS_IT_IS).unwrap_or(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind the domain queues, with what it sends along.
    const KINDS: &[(&str, &[&str])] = &[
        ("confirm", &["token"]),
        ("already_registered", &[]),
        ("reset", &["token"]),
        ("reset_unknown", &[]),
        (
            "receipt",
            &[
                "name",
                "process",
                "slug",
                "number",
                "revision",
                "received_at",
                "passage",
                "late",
                "text",
                "proposed",
                "salt",
                "commitment",
                "hash",
            ],
        ),
        ("held", &["refusal", "note", "number", "process", "slug"]),
        ("refused", &["refusal", "note", "number", "process", "slug"]),
        ("released", &["number", "process", "slug"]),
        ("duplicate", &["original", "number", "process", "slug"]),
        ("reinstated", &["number", "process", "slug"]),
        ("redacted", &["reason", "number", "process", "slug"]),
        ("outcomes", &["process", "slug", "outcomes"]),
        ("new_version", &["version", "note", "process", "slug"]),
        ("opened", &["closes_at", "process", "slug"]),
        ("closing_soon", &["closes_at", "process", "slug"]),
        ("extended", &["closes_at", "reason", "process", "slug"]),
        ("report", &["number", "process", "slug"]),
        ("enrolled", &SEATED),
        ("moved_up", &SEATED),
        ("enrolment_waiting", &EVENT),
        ("already_enrolled", &EVENT),
        ("enrolment_cancelled", &EVENT),
        ("enrolment_removed", &SEATED),
        ("event_changed", &EVENT),
        ("event_moved", &EVENT),
        ("event_cancelled", &EVENT),
        ("event_guide", &SEATED),
        ("event_reminder", &SEATED),
        ("enrolment_table", &SEATED),
        ("event_invited", &EVENT),
        ("lines_to_reread", &REREAD),
        ("line_correction", &CORRECTED),
    ];

    /// What a letter about one's own lines knows, and one about a correction besides.
    const REREAD: [&str; 9] = ["process", "slug", "event", "table", "session", "question", "until_at", "token", "name"];
    const CORRECTED: [&str; 13] = [
        "process", "slug", "event", "table", "session", "question", "until_at", "token", "name", "accepted", "before",
        "wording", "reason",
    ];

    /// What every letter about an event knows.
    const EVENT: [&str; 16] = [
        "process",
        "slug",
        "event",
        "event_number",
        "event_id",
        "revision",
        "state",
        "starts_at",
        "ends_at",
        "reason",
        "online",
        "place",
        "address",
        "token",
        "name",
        "attends",
    ];
    /// And what some know besides.
    const SEATED: [&str; 20] = [
        "process",
        "slug",
        "event",
        "event_number",
        "event_id",
        "revision",
        "state",
        "starts_at",
        "ends_at",
        "reason",
        "online",
        "place",
        "address",
        "token",
        "name",
        "attends",
        "table",
        "why",
        "edition",
        "standing",
    ];

    #[test]
    fn every_kind_has_its_words_in_both_languages() {
        let locales = crate::locale::Locales::load().unwrap();
        for &(kind, names) in KINDS {
            for (lang, full) in [(Lang::It, true), (Lang::En, true), (Lang::It, false)] {
                let value = |name: &str| match name {
                    "closes_at" | "received_at" | "starts_at" | "ends_at" | "until_at" => "1740502800000000",
                    "refusal" => "off_topic",
                    "late" => "no",
                    "accepted" => {
                        if full {
                            "yes"
                        } else {
                            "no"
                        }
                    }
                    "outcomes" => {
                        r#"[{"contribution":3,"repeats":null,"request":"Orari","outcome":"integrated","reason":"Sì","codes":[4]},
                            {"contribution":5,"repeats":3,"request":"Orari","outcome":"deferred","reason":"Sì","step":"PASSO","owner":"UFFICIO"},
                            {"contribution":6,"request":"Orari","outcome":"not_accepted","reason":"No","competence":"ALTRI"}]"#
                    }
                    "standing" => {
                        if full {
                            "waiting"
                        } else {
                            "seated"
                        }
                    }
                    "attends" => {
                        if full {
                            "online"
                        } else {
                            "room"
                        }
                    }
                    "note" | "proposed" | "place" | "address" | "online" | "table" if !full => "",
                    "reason" if !full && kind == "line_correction" => "",
                    _ => "VALORE",
                };
                let params = names.iter().map(|n| ((*n).to_owned(), value(n).to_owned())).collect();
                let locale = locales.of(lang);
                let mut args = in_words(locale, params, "https://x");
                let near = if full { "tomorrow" } else { "no" };
                args.extend(
                    [("base_url", "https://x"), ("owner", "O"), ("near", near)]
                        .map(|(k, v)| (k.to_owned(), v.to_owned())),
                );
                let args: Vec<(&str, Arg<'_>)> =
                    args.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
                for part in ["subject", "body"] {
                    let text = laid_out(&locale.fill(&format!("letter-{kind}-{part}"), &args));
                    assert!(!text.contains('⟦') && !text.contains("{ $"), "{kind}: {text}");
                    assert!(!text.contains("\n\n\n"), "{kind} has a gap:\n{text}");
                    if (kind, part) == ("outcomes", "body") {
                        for said in ["https://x/percorsi/VALORE/passaggi/4", "PASSO", "UFFICIO", "ALTRI"] {
                            assert!(text.contains(said), "{said}: {text}");
                        }
                    }
                    if (kind, part) == ("receipt", "body") {
                        assert!(text.contains("https://x/percorsi/VALORE/registro\n"), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_paragraph_is_a_line_and_exact_words_stay() {
        let long = "parola ".repeat(30);
        let text = laid_out(&format!("{} fine\n\n{AS_IT_IS}  esatto  \n\n-- \nx", long.trim()));
        assert_eq!(text, format!("{} fine\n\n  esatto  \n\n-- \nx\n", long.trim()));
    }

    /// No sentence of a letter is broken where the window of a mail program might not be.
    #[test]
    fn no_sentence_is_broken_within() {
        for words in
            [include_str!("../../../config/locales/it/mail.ftl"), include_str!("../../../config/locales/en/mail.ftl")]
        {
            let lines: Vec<&str> = words.lines().collect();
            for pair in lines.windows(2) {
                let goes_on = pair[1].starts_with("    ") && pair[1].trim().starts_with(char::is_lowercase);
                let prose = pair[0].starts_with("    ")
                    && pair[0].trim().len() > 3
                    && !pair[0].trim().starts_with(['[', '*', '}', '{']);
                assert!(!(prose && goes_on), "{pair:?}");
            }
        }
    }
}
