//! Numbers as each language writes them.

use fluent_bundle::FluentValue;

use super::{Lang, Locale};

/// A number inside a sentence.
pub(super) fn written(value: &FluentValue<'_>, thousands: char, point: char) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    let plain = format!("{}", n.value.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = grouped(whole, thousands);
    if let Some(fraction) = fraction {
        out.push(point);
        out.push_str(fraction);
    }
    Some(if n.value < 0.0 { format!("-{out}") } else { out })
}

/// Groups of three from the right; four digits stay together, as Italian and English plain style have it.
fn grouped(digits: &str, mark: char) -> String {
    if digits.len() <= 4 {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(c);
    }
    out
}

impl Locale {
    /// A whole number.
    pub fn number(&self, n: i64) -> String {
        let mark = if self.lang == Lang::It { '.' } else { ',' };
        let digits = grouped(&n.unsigned_abs().to_string(), mark);
        if n < 0 { format!("-{digits}") } else { digits }
    }

    /// A share of a whole, in hundredths, without decimals: `38%`.
    pub fn percent(&self, part: i64, whole: i64) -> String {
        if whole <= 0 {
            return "–".to_owned();
        }
        format!("{}%", self.number((part * 200 + whole) / (whole * 2)))
    }

    /// Hundredths of a hundredth with two decimals: `12,50%`.
    pub fn hundredths(&self, n: i64) -> String {
        let point = if self.lang == Lang::It { ',' } else { '.' };
        format!("{}{point}{:02}%", self.number(n / 100), n.rem_euclid(100))
    }

    /// The shares of a whole that is split into these parts, in hundredths: they sum to 100, what rounding leaves going to
    /// the largest remainders (Hare's method), the earlier of equals first.
    pub fn shares(&self, parts: &[i64]) -> Vec<String> {
        let whole: i64 = parts.iter().sum();
        if whole <= 0 {
            return parts.iter().map(|_| "–".to_owned()).collect();
        }
        let mut hundredths: Vec<i64> = parts.iter().map(|n| n * 100 / whole).collect();
        let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
        by_remainder.sort_by_key(|&i| std::cmp::Reverse(parts.get(i).map_or(0, |n| n * 100 % whole)));
        let left = 100 - hundredths.iter().sum::<i64>();
        for i in by_remainder.into_iter().take(usize::try_from(left).unwrap_or(0)) {
            if let Some(n) = hundredths.get_mut(i) {
                *n += 1;
            }
        }
        hundredths.into_iter().map(|n| format!("{}%", self.number(n))).collect()
    }
}
