//! What an act of the trail was done to, in the reader's language. The trail itself keeps a plain English phrase, which no
//! translation can change afterwards; here its data are taken out and set into a sentence.

use chrono::DateTime;
use domain::clock::Instant;
use domain::intake::Outcome;

use crate::locale::{Arg, Locale};

/// The phrases the operations write, and the sentence of each. A hole holds anything; `{outcome}`, `{role}` and `{instant}`
/// what is known by that name. The first that fits counts.
const PHRASES: &[(&str, &str)] = &[
    ("account {} role {role}", "trail-of-account-role"),
    ("act {}", "trail-of-act"),
    ("act {} changed", "trail-of-act-changed"),
    ("act {} removed", "trail-of-act-removed"),
    ("contribution {} entered", "trail-of-contribution-entered"),
    ("contribution {} redacted", "trail-of-contribution-redacted"),
    ("contribution {} published", "trail-of-contribution-published"),
    ("contribution {} held", "trail-of-contribution-held"),
    ("contribution {} refused", "trail-of-contribution-refused"),
    ("contribution {} duplicate of {}", "trail-of-contribution-duplicate"),
    ("contribution {} no longer a duplicate", "trail-of-contribution-stands"),
    ("documents", "trail-of-documents"),
    ("draft discarded", "trail-of-draft-discarded"),
    ("draft from version {}", "trail-of-draft-version"),
    ("draft from {}", "trail-of-draft-from"),
    ("draft passage {} inserted", "trail-of-draft-inserted"),
    ("draft passage {} split", "trail-of-draft-split"),
    ("draft passage {} moved", "trail-of-draft-moved"),
    ("draft passage {} joined", "trail-of-draft-joined"),
    ("draft passage {} removed", "trail-of-draft-removed"),
    ("draft position {}", "trail-of-draft-position"),
    ("draft summary", "trail-of-draft-summary"),
    ("event {} restitution {} withdrawn", "trail-of-event-restitution-withdrawn"),
    ("event {} restitution incontro", "trail-of-event-restitution-whole"),
    ("event {} restitution {}", "trail-of-event-restitution"),
    ("calendar feed", "trail-of-calendar-feed"),
    ("calendar feed ended", "trail-of-calendar-feed-ended"),
    ("event {} rereading slips {}", "trail-of-event-slips"),
    ("event {} enrolment {} address", "trail-of-event-address"),
    ("event {} rereading {}", "trail-of-event-rereading"),
    ("event {} correction accepted", "trail-of-event-correction-accepted"),
    ("event {} correction declined", "trail-of-event-correction-declined"),
    ("event {} voices", "trail-of-event-voices"),
    ("event {} guest {} removed", "trail-of-event-guest-removed"),
    ("event {} guest {}", "trail-of-event-guest"),
    ("event {} enrolment {} at table {}", "trail-of-event-enrolment-table"),
    ("event {} table {} changed", "trail-of-event-table-changed"),
    ("event {} table {} removed", "trail-of-event-table-removed"),
    ("event {} table {}", "trail-of-event-table"),
    ("event {} enrolment {} removed", "trail-of-event-enrolment-removed"),
    ("event {} enrolments taken out", "trail-of-event-taken-out"),
    ("event {} guide written", "trail-of-event-guide-written"),
    ("event {} guide {}", "trail-of-event-guide"),
    ("event {} deleted", "trail-of-event-deleted"),
    ("event {} created", "trail-of-event-created"),
    ("event {} changed", "trail-of-event-changed"),
    ("event {} published", "trail-of-event-published"),
    ("event {} held", "trail-of-event-held"),
    ("event {} moved_online", "trail-of-event-moved"),
    ("event {} cancelled", "trail-of-event-cancelled"),
    ("event {} document added", "trail-of-event-file-added"),
    ("event {} document removed", "trail-of-event-file-removed"),
    ("event {} documents", "trail-of-event-documents"),
    ("facts", "trail-of-facts"),
    ("figures", "trail-of-figures"),
    ("finding withdrawn", "trail-of-finding-withdrawn"),
    ("findings published: {} in {} themes", "trail-of-findings-published"),
    ("file of contribution {} kept back", "trail-of-act-file-kept-back"),
    ("file of contribution {} shown", "trail-of-act-file-shown"),
    ("grant {} revoked", "trail-of-grant-revoked"),
    ("interview changed", "trail-of-interview-changed"),
    ("interview questions", "trail-of-interview-questions"),
    ("interview recorded", "trail-of-interview-recorded"),
    ("interview removed", "trail-of-interview-removed"),
    ("interview themes", "trail-of-interview-themes"),
    ("organisation {}", "trail-of-organisation"),
    ("participant entry removed", "trail-of-entry-removed"),
    ("{} organisations, {} citizens entered", "trail-of-entry"),
    ("passage {} ends", "trail-of-passage-ends"),
    ("passage {} version {}", "trail-of-passage-explained"),
    ("password", "trail-of-password"),
    ("phases", "trail-of-phases"),
    ("process {}", "trail-of-process"),
    ("promoters", "trail-of-promoters"),
    ("published", "trail-of-published"),
    ("report introduction and thanks", "trail-of-report-words"),
    ("report {} published", "trail-of-report-published"),
    ("report {} withdrawn", "trail-of-report-withdrawn"),
    ("request {} corrected", "trail-of-request-corrected"),
    ("request {} of contribution {}", "trail-of-request-cut"),
    ("request {} put into passage {}", "trail-of-request-put"),
    ("request {} taken back", "trail-of-request-back"),
    ("response {} approved", "trail-of-response-approved"),
    ("response {} discarded", "trail-of-response-discarded"),
    ("response {} in place of {}", "trail-of-response-instead"),
    ("response {} sent back", "trail-of-response-returned"),
    ("response {} submitted", "trail-of-response-submitted"),
    ("response {} {outcome}", "trail-of-response-prepared"),
    ("responses published: {}", "trail-of-responses-published"),
    ("sign out everywhere", "trail-of-signed-out"),
    ("source of passage {} removed", "trail-of-source-removed"),
    ("source of passage {}", "trail-of-source"),
    ("version {} published", "trail-of-version-published"),
    ("window to {instant}", "trail-of-window-to"),
    ("window {instant} to {instant}", "trail-of-window-set"),
];

/// The sentence; the phrase as it was written, where none fits.
pub fn subject(l: &Locale, phrase: &str) -> String {
    let fits = |(pattern, key): &(&str, &'static str)| held(l, pattern, phrase).map(|held| (*key, held));
    let Some((key, held)) = PHRASES.iter().find_map(fits) else { return phrase.to_owned() };
    let args: Vec<(&str, Arg<'_>)> =
        ["a", "b", "c"].into_iter().zip(held.iter().map(|h| Arg::from(h.as_str()))).collect();
    l.t_with(key, &args)
}

/// What the holes of a pattern hold; none where the phrase is another.
fn held(l: &Locale, pattern: &str, phrase: &str) -> Option<Vec<String>> {
    let Some((before, rest)) = pattern.split_once('{') else { return (pattern == phrase).then(Vec::new) };
    let (kind, after) = rest.split_once('}')?;
    let phrase = phrase.strip_prefix(before)?;
    // A hole ends where the words after it begin; the last one at the end.
    let next = after.split('{').next().unwrap_or(after);
    let (value, tail) = if next.is_empty() { (phrase, "") } else { phrase.split_at(phrase.find(next)?) };
    let mut out = vec![said(l, kind, value)?];
    out.extend(held(l, after, tail)?);
    Some(out)
}

fn said(l: &Locale, kind: &str, value: &str) -> Option<String> {
    match kind {
        "" => Some(value.to_owned()),
        "outcome" => Outcome::parse(value).map(|o| l.t(&format!("outcome-{}", o.as_str())).into_owned()),
        "role" => Some(l.t(&format!("role-{value}")).into_owned()),
        "instant" => {
            let at = DateTime::parse_from_rfc3339(value).ok()?;
            Some(l.instant_exact(Instant(at.timestamp_micros())))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locales};

    #[test]
    fn phrases_are_said_in_each_language() {
        let locales = Locales::load().unwrap();
        for lang in Lang::ALL {
            for (_, key) in PHRASES {
                assert!(locales.of(lang).has(key), "{key}");
            }
        }
        let table = [
            ("response 3 approved", "riscontro 3 approvato"),
            ("response 3 in place of 2", "riscontro 3 al posto del 2"),
            ("response 12 noted", "riscontro 12: Presa d’atto"),
            ("request 4 of contribution 9", "richiesta 4, dal contributo 9"),
            ("3 organisations, 2 citizens entered", "inseriti 3 enti e 2 cittadini"),
            ("findings published: 20 in 6 themes", "risultanze pubbliche: 20, in 6 temi"),
            ("source of passage 4 removed", "fonte del passaggio 4 tolta"),
            ("documents", "documenti"),
            ("window to 2025-03-11T17:00:00Z", "chiusura al 11 marzo 2025, ore 18:00:00"),
            ("event 3 table 2", "incontro 3: tavolo 2"),
            ("event 3 table 2 changed", "incontro 3: tavolo 2 modificato"),
            ("something new", "something new"),
        ];
        for (phrase, sentence) in table {
            assert_eq!(subject(locales.of(Lang::It), phrase), sentence);
        }
    }
}
