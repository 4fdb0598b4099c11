//! Numbers of lists and headings, taken apart so that a word processor counts on: "2.1)" is the figure 1 between "2." and ")".

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Figure {
    /// 1, 2, 3
    Decimal,
    /// a, b, … z, aa, bb
    Lower,
    /// A, B, … Z, AA, BB
    Upper,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
}

/// What the numbers of one list have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Design {
    /// What stands before the figure.
    pub(crate) prefix: String,
    /// How the figure is written.
    pub(crate) figure: Figure,
    /// What stands after it.
    pub(crate) suffix: String,
}

/// A number taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ordinal {
    /// What it has in common with its neighbours.
    pub(crate) design: Design,
    /// Its value.
    pub(crate) value: u32,
}

/// Takes a number apart, in the way that continues the one before it, if there is such a way; `None` where no word processor
/// would count so ("§", "Premessa").
pub(crate) fn ordinal(number: &str, before: Option<&Ordinal>) -> Option<Ordinal> {
    let mut ways = ways(number).into_iter().peekable();
    let first = ways.peek().cloned();
    let goes_on = |o: &Ordinal| before.is_some_and(|b| b.design == o.design && b.value + 1 == o.value);
    ways.find(goes_on).or(first)
}

/// The ways to read it, likeliest first.
fn ways(number: &str) -> Vec<Ordinal> {
    // A word processor takes these for its own signs.
    if number.contains(['%', '\n']) {
        return Vec::new();
    }
    let last = |is: fn(char) -> bool| {
        let end = number.rfind(is).map(|at| at + 1)?;
        let start = number[..end]
            .rfind(|c: char| !is(c))
            .map_or(0, |at| at + number[at..].chars().next().map_or(1, char::len_utf8));
        Some((start, end))
    };
    let design = |start: usize, end: usize, figure| Design {
        prefix: number[..start].to_owned(),
        figure,
        suffix: number[end..].to_owned(),
    };
    if let Some((start, end)) = last(|c| c.is_ascii_digit()) {
        let zeros = number[start..end].len() - number[start..end].trim_start_matches('0').len();
        let start = start + zeros.min(end - start - 1);
        let value = number[start..end].parse().ok().filter(|v| *v < 30_000);
        return value.map(|value| Ordinal { design: design(start, end, Figure::Decimal), value }).into_iter().collect();
    }
    let Some((start, end)) = last(|c| c.is_ascii_alphabetic()) else { return Vec::new() };
    let word = &number[start..end];
    let mut out = Vec::new();
    let mut add = |value: Option<u32>, lower, upper| {
        let figure = if word.bytes().all(|b| b.is_ascii_lowercase()) { lower } else { upper };
        out.extend(value.map(|value| Ordinal { design: design(start, end, figure), value }));
    };
    let same_case = word.bytes().all(|b| b.is_ascii_lowercase()) || word.bytes().all(|b| b.is_ascii_uppercase());
    if !same_case {
        return out;
    }
    let (roman, letters) = (roman(word), letters(word));
    if roman == Some(1) || letters.is_none() {
        add(roman, Figure::LowerRoman, Figure::UpperRoman);
        add(letters, Figure::Lower, Figure::Upper);
    } else {
        add(letters, Figure::Lower, Figure::Upper);
        add(roman, Figure::LowerRoman, Figure::UpperRoman);
    }
    out
}

/// a is 1, z is 26, aa is 27, bb is 28.
fn letters(word: &str) -> Option<u32> {
    let first = word.bytes().next()?;
    let times = u32::try_from(word.len()).ok().filter(|n| *n <= 20)?;
    let value = u32::from(first.to_ascii_lowercase() - b'a') + 1;
    word.bytes().all(|b| b == first).then_some(26 * (times - 1) + value)
}

/// A Roman figure as it is properly written.
fn roman(word: &str) -> Option<u32> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let word = word.to_ascii_lowercase();
    let (mut rest, mut value) = (word.as_str(), 0);
    for (worth, sign) in SIGNS {
        while let Some(after) = rest.strip_prefix(sign) {
            (rest, value) = (after, value + worth);
        }
    }
    let mut again = String::new();
    let mut left = value;
    for (worth, sign) in SIGNS {
        while left >= worth {
            again.push_str(sign);
            left -= worth;
        }
    }
    (rest.is_empty() && again == word && value < 4000).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(number: &str) -> Option<(String, Figure, u32, String)> {
        let o = ordinal(number, None)?;
        Some((o.design.prefix, o.design.figure, o.value, o.design.suffix))
    }

    #[test]
    fn numbers_come_apart() {
        let told = |p: &str, f, v, s: &str| Some((p.to_owned(), f, v, s.to_owned()));
        assert_eq!(taken("3."), told("", Figure::Decimal, 3, "."));
        assert_eq!(taken("2.10"), told("2.", Figure::Decimal, 10, ""));
        assert_eq!(taken("Art. 05 bis"), told("Art. 0", Figure::Decimal, 5, " bis"));
        assert_eq!(taken("(iv)"), told("(", Figure::LowerRoman, 4, ")"));
        assert_eq!(taken("b)"), told("", Figure::Lower, 2, ")"));
        assert_eq!(taken("BB."), told("", Figure::Upper, 28, "."));
        assert_eq!(taken("1º"), told("", Figure::Decimal, 1, "º"));
        for none in ["", "§", "Capo", "100%", "•", "99999999999"] {
            assert_eq!(taken(none), None, "{none}");
        }
    }

    #[test]
    fn a_sign_of_two_readings_goes_on_as_its_neighbours_do() {
        let h = ordinal("h)", None);
        assert_eq!(ordinal("i)", h.as_ref()).map(|o| (o.design.figure, o.value)), Some((Figure::Lower, 9)));
        let four = ordinal("iv)", None);
        assert_eq!(ordinal("v)", four.as_ref()).map(|o| (o.design.figure, o.value)), Some((Figure::LowerRoman, 5)));
        assert_eq!(ordinal("i)", None).map(|o| (o.design.figure, o.value)), Some((Figure::LowerRoman, 1)));
    }
}
