//! The span that a pointer draws: whole quarters of one free stretch.

/// Minutes of the finest step of the board.
pub const STEP: u16 = 15;

/// The free stretches of a lane, read from «420-600,720-900».
pub fn read(text: &str) -> Vec<(u16, u16)> {
    text.split(',')
        .filter_map(|one| {
            let (from, to) = one.split_once('-')?;
            Some((from.parse().ok()?, to.parse().ok()?))
        })
        .collect()
}

/// The same, written.
pub fn write(free: &[(u16, u16)]) -> String {
    let stretches: Vec<String> = free.iter().map(|(from, to)| format!("{from}-{to}")).collect();
    stretches.join(",")
}

/// The first minute of the quarter at a share, 0 to 1, of the hours drawn.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the share is bounded, so it is a count of quarters"
)]
pub fn quarter(share: f64, first: u16, last: u16) -> u16 {
    let quarters = last.saturating_sub(first) / STEP;
    let nth = (share.clamp(0.0, 1.0) * f64::from(quarters)) as u16;
    first + nth.min(quarters.saturating_sub(1)) * STEP
}

/// From the quarter where the pointer went down to the one where it is, within the free stretch that it began in.
pub fn drawn(free: &[(u16, u16)], down: u16, at: u16) -> Option<(u16, u16)> {
    let (first, last) = free
        .iter()
        .copied()
        .find(|(from, to)| (*from..*to).contains(&down))?;
    let from = down.min(at).max(first);
    let to = (down.max(at) + STEP).min(last);
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: [(u16, u16); 2] = [(960, 1080), (1170, 1320)];

    #[test]
    fn a_span_is_whole_quarters_in_either_direction() {
        assert_eq!(drawn(&FREE, 960, 1005), Some((960, 1020)));
        assert_eq!(drawn(&FREE, 1020, 975), Some((975, 1035)));
        assert_eq!(drawn(&FREE, 1200, 1200), Some((1200, 1215)));
    }

    #[test]
    fn a_span_stays_in_the_free_stretch_where_it_began() {
        assert_eq!(drawn(&FREE, 1035, 1300), Some((1035, 1080)));
        assert_eq!(drawn(&FREE, 1200, 420), Some((1170, 1215)));
        assert_eq!(drawn(&FREE, 1080, 1200), None);
    }

    #[test]
    fn the_pointer_is_in_a_quarter_of_the_hours_drawn() {
        assert_eq!(quarter(0.0, 420, 1380), 420);
        assert_eq!(quarter(0.5, 420, 1380), 900);
        assert_eq!(quarter(1.0, 420, 1380), 1365);
        assert_eq!(quarter(-3.0, 420, 1380), 420);
    }

    #[test]
    fn stretches_are_read_as_they_were_written() {
        assert_eq!(read(&write(&FREE)), FREE);
        assert_eq!(read(""), []);
    }
}
