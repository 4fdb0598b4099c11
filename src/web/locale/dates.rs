//! Days and hours, always those of Rome.

use chrono::{Datelike, NaiveDate, Timelike};
use domain::clock::Instant;

use super::{Arg, Lang, Locale};

const IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const IT_DAYS: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Locale {
    /// `25 febbraio 2025`; `1º marzo 2025`.
    pub fn day(&self, day: NaiveDate) -> String {
        let month = day.month0() as usize % 12;
        match (self.lang, day.day()) {
            (Lang::It, 1) => format!("1º {} {}", IT[month], day.year()),
            (Lang::It, n) => format!("{n} {} {}", IT[month], day.year()),
            (Lang::En, n) => format!("{n} {} {}", EN[month], day.year()),
        }
    }

    /// `martedì 25 febbraio 2025`.
    pub fn weekday(&self, day: NaiveDate) -> String {
        let n = day.weekday().num_days_from_monday() as usize;
        let name = if self.lang == Lang::It { IT_DAYS[n] } else { EN_DAYS[n] };
        format!("{name} {}", self.day(day))
    }

    /// `25 febbraio 2025 – 3 marzo 2025`, or what of it is known.
    pub fn days(&self, first: Option<NaiveDate>, last: Option<NaiveDate>) -> String {
        match (first, last) {
            (Some(a), Some(b)) if a != b => format!("{} – {}", self.day(a), self.day(b)),
            (Some(a), _) => self.day(a),
            (None, Some(b)) => self.day(b),
            (None, None) => self.t("date-unknown").into_owned(),
        }
    }

    /// `25 febbraio 2025`: the day in Rome.
    pub fn date(&self, at: Instant) -> String {
        self.day(at.day())
    }

    /// `25 febbraio 2025, ore 18:00`.
    pub fn instant(&self, at: Instant) -> String {
        self.with_hour(&self.day(at.day()), at)
    }

    /// `martedì 25 febbraio 2025, ore 18:00`.
    pub fn instant_long(&self, at: Instant) -> String {
        self.with_hour(&self.weekday(at.day()), at)
    }

    /// `25 febbraio 2025, ore 18:00:07`: where seconds count.
    pub fn instant_exact(&self, at: Instant) -> String {
        format!("{}:{:02}", self.instant(at), at.rome().second())
    }

    /// `18:00`: the hour in Rome.
    pub fn hour(&self, at: Instant) -> String {
        let at = at.rome();
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    fn with_hour(&self, day: &str, at: Instant) -> String {
        let at = at.rome();
        let word = if self.lang == Lang::It { "ore " } else { "" };
        format!("{day}, {word}{:02}:{:02}", at.hour(), at.minute())
    }

    /// `12 giorni`, `3 ore`, `5 minuti`: the largest whole unit, rounded down; under a minute, that it is so.
    pub fn duration(&self, seconds: i64) -> String {
        let (key, n) = match seconds.max(0) {
            s if s >= 2 * 86_400 => ("duration-days", s / 86_400),
            s if s >= 2 * 3_600 => ("duration-hours", s / 3_600),
            s if s >= 60 => ("duration-minutes", s / 60),
            _ => ("duration-moments", 0),
        };
        self.t_with(key, &[("n", Arg::from(n))])
    }
}
