//! Where the steps are: shares of sessions, and prices.

/// Shares, and prices of all that limits them.
#[derive(Clone)]
pub struct Point {
    /// Of each start.
    pub share: Vec<f32>,
    /// Of each slot of each resource's day.
    pub slot: Vec<f32>,
    /// Of each wish's days on end, by the first day.
    pub days: Vec<f32>,
    /// Of each wish's sessions.
    pub sessions: Vec<f32>,
    /// What a session of each class before is worth.
    pub worth: Vec<f32>,
}

impl Point {
    /// The shares, then the prices.
    pub fn lists(&self) -> [&[f32]; 5] {
        [&self.share, &self.slot, &self.days, &self.sessions, &self.worth]
    }

    /// The same, to change.
    pub fn lists_mut(&mut self) -> [&mut [f32]; 5] {
        [
            &mut self.share,
            &mut self.slot,
            &mut self.days,
            &mut self.sessions,
            &mut self.worth,
        ]
    }

    /// Every number so many times.
    pub fn times(&mut self, factor: f32) {
        self.lists_mut()
            .into_iter()
            .flatten()
            .for_each(|number| *number *= factor);
    }

    /// How far shares and prices are from those of another.
    pub fn away(&self, other: &Self) -> (f32, f32) {
        let mut squares = self.lists().into_iter().zip(other.lists()).map(|(list, other)| {
            let apart = list
                .iter()
                .zip(other)
                .map(|(one, other)| (one - other) * (one - other));
            apart.sum::<f32>()
        });
        let shares = squares.next().unwrap_or(0.0);
        (shares.sqrt(), squares.sum::<f32>().sqrt())
    }
}
