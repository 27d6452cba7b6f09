//! Where things that share time are drawn beside one another.

/// The level of each span, from 1, in the order given: the first one whose earlier spans leave it free.
pub fn levels(spans: impl IntoIterator<Item = (u16, u16)>) -> Vec<usize> {
    let mut taken: Vec<Vec<(u16, u16)>> = Vec::new();
    spans
        .into_iter()
        .map(|(from, to)| {
            let free =
                |level: &Vec<(u16, u16)>| level.iter().all(|(start, end)| to <= *start || *end <= from);
            let level = taken.iter().position(free).unwrap_or_else(|| {
                taken.push(Vec::new());
                taken.len() - 1
            });
            taken[level].push((from, to));
            level + 1
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_time_lies_beside_one_another() {
        let spans = [(1080, 1140), (1140, 1200), (1080, 1170), (1200, 1260)];
        assert_eq!(levels(spans), [1, 1, 2, 1]);
    }
}
