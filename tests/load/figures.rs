//! Numbers of several rounds.

use std::fmt;

/// One number a round.
#[derive(Clone, Default)]
pub struct Figures(pub Vec<f64>);

impl Figures {
    /// The number below which this share of them lies.
    pub fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short list"
        )]
        let place = (last as f64 * share).round() as usize;
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }

    /// Each divided by the one of the same round.
    pub fn over(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a / b).collect())
    }
}

/// Median, and the spread.
impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = if self.at(0.5) < 100.0 { 2 } else { 0 };
        write!(f, "{:.digits$} ({:.digits$} to {:.digits$})", self.at(0.5), self.at(0.0), self.at(1.0))
    }
}
