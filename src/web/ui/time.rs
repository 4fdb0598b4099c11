//! Instants on a page: as a machine reads them and as a person does.

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
