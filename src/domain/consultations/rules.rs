//! The deadline.

use crate::access::WindowState;
use crate::clock::Instant;
use crate::{Problems, Result};

/// Open from the opening instant on, closed from the closing instant on: at 18:00:00 a window that closes at 18:00 is closed.
pub fn state(opens_at: Instant, closes_at: Instant, at: Instant) -> WindowState {
    if at < opens_at {
        WindowState::Before
    } else if at < closes_at {
        WindowState::Open
    } else {
        WindowState::After
    }
}

/// A window that is being set: it closes after it opens, and after now.
pub fn window(opens_at: Instant, closes_at: Instant, now: Instant) -> Result<()> {
    let mut p = Problems::default();
    if closes_at <= opens_at {
        p.add("closes_at", "problem-closes-before-opens");
    } else if closes_at <= now {
        p.add("closes_at", "problem-closes-in-the-past");
    }
    p.check()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_second_it_closes() {
        let (opens, closes) = (Instant(0), Instant(10_000_000));
        let table = [
            (-1, WindowState::Before),
            (0, WindowState::Open),
            (9_999_999, WindowState::Open),
            (10_000_000, WindowState::After),
        ];
        for (at, expected) in table {
            assert_eq!(state(opens, closes, Instant(at)), expected, "{at}");
        }
    }

    proptest! {
        #[test]
        fn a_window_opens_once_and_closes_once(opens in 0_i64..1000, long in 1_i64..1000, a in -10_i64..3000, b in -10_i64..3000) {
            let order = |s| match s { WindowState::Before => 0, WindowState::Open => 1, WindowState::After => 2 };
            let at = |x| order(state(Instant(opens), Instant(opens + long), Instant(x)));
            if a <= b { prop_assert!(at(a) <= at(b)); }
        }
    }
}
