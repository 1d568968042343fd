//! How evidence is listed by its codes, and what is said of evidence without one.

/// 证（五）-一季-文体局-01、03, four and more in a row as 01至04; `rest` is sorted.
#[must_use]
pub fn evidence_codes(code_of_first: String, first: u32, rest: &[u32]) -> String {
    let mut codes = code_of_first;
    let (mut last, mut left) = (first, rest);
    loop {
        let row = left.iter().zip(last + 1..).take_while(|(number, next)| *number == next).count();
        if row >= 3 {
            last = left[row - 1];
            codes.push_str(&format!("至{last:02}"));
            left = &left[row..];
        }
        let Some((&next, after)) = left.split_first() else { return codes };
        codes.push_str(&format!("、{next:02}"));
        (last, left) = (next, after);
    }
}

/// 含个人信息的1件不列, for evidence that stays out of print.
#[must_use]
pub fn personal_evidence(count: usize) -> String {
    format!("含个人信息的{count}件不列")
}

/// 未编号1件, for evidence that has not been submitted yet.
#[must_use]
pub fn unnumbered_evidence(count: usize) -> String {
    format!("未编号{count}件")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_codes_in_a_row() {
        let check = |first: u32, rest: &[u32], expected: &str| {
            assert_eq!(evidence_codes(format!("证-{first:02}"), first, rest), expected);
        };
        check(1, &[], "证-01");
        check(1, &[2, 3], "证-01、02、03");
        check(1, &[2, 3, 4], "证-01至04");
        check(1, &[3, 4, 5, 6, 9], "证-01、03至06、09");
        check(2, &[3, 4, 5, 7, 8, 9, 10], "证-02至05、07至10");
    }
}
