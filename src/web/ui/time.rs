//! Instants on a page: as a machine reads them and as a person does.

use chrono::NaiveDateTime;
use domain::clock::Instant;
use maud::{Markup, html};

use crate::locale::{Arg, Locale};

/// `<time>` with day and hour.
pub fn instant(l: &Locale, at: Instant) -> Markup {
    html! { time datetime=(at.rfc3339()) { (l.instant(at)) } }
}

/// `<time>` with the day.
pub fn date(l: &Locale, at: Instant) -> Markup {
    html! { time datetime=(at.rfc3339()) { (l.date(at)) } }
}

/// What is left until a deadline, with the deadline itself; also before it opens (pass the opening) and after.
pub fn countdown(l: &Locale, now: Instant, opens: Instant, closes: Instant) -> Markup {
    let left = |to: Instant| l.duration((to.0 - now.0) / 1_000_000);
    let when = |key: &str, at: Instant| l.t_with(key, &[("when", Arg::from(l.instant_long(at)))]);
    let say = |key: &str, to: Instant| l.t_with(key, &[("left", Arg::from(left(to)))]);
    let soon = closes.0 - now.0 < 48 * 3600 * 1_000_000;
    html! {
        @if now < opens {
            p.countdown {
                strong.countdown-left { (say("countdown-opens-in", opens)) } " "
                span.countdown-when { (when("countdown-opens", opens)) }
            }
        } @else if now < closes {
            p.countdown.countdown-soon[soon] {
                strong.countdown-left {
                    time datetime=(closes.rfc3339()) data-countdown=(closes.rfc3339()) data-ended=(l.t("countdown-ended"))
                        data-left=(l.t_with("countdown-left", &[("left", Arg::from("{t}"))])) {
                        (say("countdown-left", closes))
                    }
                } " "
                span.countdown-when { (when("countdown-closes", closes)) }
            }
        } @else {
            p.countdown.countdown-closed {
                strong.countdown-left { (l.t("countdown-ended")) } " "
                span.countdown-when { (when("countdown-closed", closes)) }
            }
        }
    }
}

/// An instant as a browser's field writes it: `2031-03-11T18:00`, a wall clock in Rome, seconds or not.
pub fn typed(text: &str) -> Option<Instant> {
    let text = text.trim();
    let read = |format| NaiveDateTime::parse_from_str(text, format).ok();
    let wall = read("%Y-%m-%dT%H:%M").or_else(|| read("%Y-%m-%dT%H:%M:%S")).or_else(|| read("%Y-%m-%d %H:%M"));
    wall.filter(|w| (1900..2200).contains(&chrono::Datelike::year(w))).map(Instant::in_rome)
}

/// What such a field holds for an instant.
pub fn field(at: Instant) -> String {
    at.rome().format("%Y-%m-%dT%H:%M").to_string()
}

/// `25 febbraio 2025, ore 18:00–20:00`, or both ends whole where they are days apart.
pub fn from_to(l: &Locale, starts: Instant, ends: Instant) -> Markup {
    html! {
        time datetime=(starts.rfc3339()) { (l.instant_long(starts)) } " – "
        @if starts.day() == ends.day() { time datetime=(ends.rfc3339()) { (l.hour(ends)) } }
        @else { time datetime=(ends.rfc3339()) { (l.instant_long(ends)) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_field_holds_is_read_back() {
        for text in ["2025-02-25T18:00", "2025-03-30T03:00", "2025-10-26T01:59"] {
            assert_eq!(typed(text).map(field).as_deref(), Some(text));
        }
        for bad in ["", "domani", "2025-02-30T10:00", "2025-02-25T25:00", "99999999999-01-01T00:00", "0001-01-01T00:00"]
        {
            assert_eq!(typed(bad), None, "{bad}");
        }
    }
}
