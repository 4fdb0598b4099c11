//! Letters and Roman figures for numbered lists.

/// a to z, then aa, bb ... as Word does, and OpenDocument where letters are "synchronised".
pub fn letters(value: u32) -> String {
    let Some(zero) = value.checked_sub(1) else {
        return "0".to_owned();
    };
    let letter = char::from(b'a' + u8::try_from(zero % 26).unwrap_or(0));
    let times = (zero / 26 + 1).min(20);
    (0..times).map(|_| letter).collect()
}

/// MCMXC; figures where the Romans had no sign.
pub fn roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value == 0 || value > 3999 {
        return value.to_string();
    }
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}

/// a to z, then aa, ab ... as OpenDocument does otherwise.
pub fn columns(value: u32) -> String {
    let mut rest = value;
    let mut out = Vec::new();
    while let Some(zero) = rest.checked_sub(1) {
        out.push(char::from(b'a' + u8::try_from(zero % 26).unwrap_or(0)));
        rest = zero / 26;
    }
    if out.is_empty() { "0".to_owned() } else { out.iter().rev().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_z() {
        assert_eq!([letters(26), letters(28), letters(0)], ["z", "bb", "0"]);
        assert_eq!([columns(26), columns(28), columns(703), columns(0)], ["z", "ab", "aaa", "0"]);
        assert_eq!([roman(1994), roman(0), roman(4000)], ["MCMXCIV", "0", "4000"]);
    }
}
