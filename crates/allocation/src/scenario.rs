//! What would be otherwise: two drafts of seasons that differ in something (a hall closed, another rule), side by side.
//!
//! Both are run with one seed, so that what the lot decides is the same in both. What the search leaves to chance is
//! measured by runs of the same season with other seeds: a difference that is no larger than theirs says nothing.

mod amounts;
mod run;

pub use run::paired;

#[cfg(test)]
mod tests;

use crate::format::{Draft, Instance, draft::Ended};
use amounts::{Amounts, Key};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A season, and a draft of it.
pub type Drafted<'a> = (&'a Instance, &'a Draft);

/// Two drafts compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The seed of both.
    pub seed: u64,
    /// How many runs with other seeds tell the noise.
    pub noise_runs: u32,
    /// Whether any of the runs was stopped before its end.
    pub stopped: bool,
    /// Everything.
    pub total: Difference,
    /// Group by group: by age, sport, gender, district, organisation, each in order.
    pub groups: Vec<Group>,
    /// Organisations that get more, the largest difference first.
    pub gain: Vec<Change>,
    /// Organisations that get less, the largest difference first.
    pub lose: Vec<Change>,
    /// Wishes that get another number of sessions, by id.
    pub wishes: Vec<WishChange>,
}

/// What people are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The team's age, halfway between youngest and oldest: 0–5, 6–12, 13–19, 20–66, 67–.
    Age,
    /// The activity.
    Sport,
    /// The team's gender; empty where it is not said.
    Gender,
    /// Where the organisation is at home; empty where it is not said.
    HomeDistrict,
    /// Where the sessions are; empty where it is not said.
    PlaceDistrict,
    /// The organisation, by id.
    Organisation,
}

/// A group of people, and what it gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What it is grouped by.
    pub by: By,
    /// Which, e.g. `13–19` or `handball`.
    pub group: String,
    /// What it gets.
    pub difference: Difference,
}

/// What is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Weekly sessions.
    pub sessions: u32,
    /// Minutes a week.
    pub weekly_minutes: u64,
    /// Minutes over the season, closed weeks left out.
    pub season_minutes: u64,
}

/// Before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// In the first.
    pub before: Amount,
    /// In the second.
    pub after: Amount,
    /// By how many minutes over the season it is more; negative if it is less.
    pub more_minutes: i64,
    /// So many minutes over the season two runs of the same season differ by; none where no runs were given.
    pub noise_minutes: Option<u64>,
    /// What that says.
    pub weight: Weight,
}

/// What a difference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// There is none.
    Same,
    /// It is larger than what the search leaves to chance.
    Clear,
    /// It is no larger than what the search leaves to chance.
    Noise,
    /// Nobody knows: no other runs were given.
    Unknown,
}

/// An organisation that gets more or less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Which, by id.
    pub organisation: String,
    /// What it gets.
    pub difference: Difference,
}

/// A wish that gets more or fewer sessions; one that is only in one of the two gets none in the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishChange {
    /// Which.
    pub wish: String,
    /// Whose.
    pub organisation: String,
    /// Weekly sessions in the first.
    pub before: u32,
    /// Weekly sessions in the second.
    pub after: u32,
}

/// Why two drafts cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotComparable {
    /// A draft is of another season than it is given with.
    #[error("a draft is not of the season that it is given with")]
    OtherSeason,
    /// The two have different seeds.
    #[error("the two have different seeds; run both with one")]
    Seeds,
    /// A run for the noise is of neither season.
    #[error("a run that is to tell the noise is of neither season; it may differ in its seed only")]
    OtherNoise,
}

/// Compares two drafts; `noise` are runs of either season that differ in their seed.
///
/// # Errors
/// When the drafts are not such a pair.
pub fn compare(
    before: Drafted<'_>,
    after: Drafted<'_>,
    noise: &[Drafted<'_>],
) -> Result<Comparison, NotComparable> {
    if before.0.seed != after.0.seed {
        return Err(NotComparable::Seeds);
    }
    let measured = [measure(before)?, measure(after)?];
    // Runs of each of the two seasons.
    let mut runs = measured.clone().map(|amounts| vec![amounts]);
    for run in noise {
        let reseeded = Instance {
            seed: before.0.seed,
            ..run.0.clone()
        };
        let amounts = measure(*run)?;
        let mut known = false;
        for (season, runs) in [before.0, after.0].into_iter().zip(&mut runs) {
            if reseeded == *season {
                runs.push(amounts.clone());
                known = true;
            }
        }
        if !known {
            return Err(NotComparable::OtherNoise);
        }
    }
    let told = Told {
        measured,
        runs,
        noisy: !noise.is_empty(),
    };
    let groups = told.groups();
    let (gain, lose) = changes(&groups);
    Ok(Comparison {
        seed: before.0.seed,
        noise_runs: u32::try_from(noise.len()).unwrap_or(u32::MAX),
        stopped: [before, after]
            .iter()
            .chain(noise)
            .any(|run| run.1.ended == Ended::Stopped),
        total: told.difference(&Key::Total),
        groups,
        gain,
        lose,
        wishes: wishes(before, after),
    })
}

fn measure(run: Drafted<'_>) -> Result<Amounts, NotComparable> {
    if run.1.instance != crate::format::fingerprint(run.0) {
        return Err(NotComparable::OtherSeason);
    }
    Ok(amounts::of(run))
}

struct Told {
    measured: [Amounts; 2],
    runs: [Vec<Amounts>; 2],
    noisy: bool,
}

impl Told {
    fn groups(&self) -> Vec<Group> {
        let [before, after] = &self.measured;
        let mut keys: Vec<&Key> = before.keys().chain(after.keys()).collect();
        keys.sort_unstable_by_key(|key| (youngest(key).is_none(), youngest(key), *key));
        keys.dedup();
        let group = |key: &Key| match key {
            Key::Total => None,
            Key::Group(by, group) => Some(Group {
                by: *by,
                group: group.clone(),
                difference: self.difference(key),
            }),
        };
        keys.into_iter().filter_map(group).collect()
    }

    fn difference(&self, key: &Key) -> Difference {
        let [before, after] =
            [0, 1].map(|which: usize| self.measured[which].get(key).copied().unwrap_or_default());
        let more = i128::from(after.season_minutes) - i128::from(before.season_minutes);
        let more_minutes = i64::try_from(more).unwrap_or(if more < 0 { i64::MIN } else { i64::MAX });
        let noise_minutes = self.noisy.then(|| self.noise(key));
        let weight = match noise_minutes {
            _ if before == after => Weight::Same,
            None => Weight::Unknown,
            Some(noise) if more_minutes.unsigned_abs() <= noise => Weight::Noise,
            Some(_) => Weight::Clear,
        };
        Difference {
            before,
            after,
            more_minutes,
            noise_minutes,
            weight,
        }
    }

    /// By how much runs of one season differ at most.
    fn noise(&self, key: &Key) -> u64 {
        let spread = |runs: &Vec<Amounts>| {
            let minutes = |run: &Amounts| run.get(key).map_or(0, |amount| amount.season_minutes);
            let most = runs.iter().map(minutes).max().unwrap_or_default();
            most - runs.iter().map(minutes).min().unwrap_or_default()
        };
        self.runs.iter().map(spread).max().unwrap_or_default()
    }
}

/// What orders groups by age: by the youngest, not by the first letter.
fn youngest(key: &Key) -> Option<u8> {
    match key {
        Key::Group(By::Age, ages) => ages.split('–').next()?.parse().ok(),
        _ => None,
    }
}

/// Organisations that gain and lose.
fn changes(groups: &[Group]) -> (Vec<Change>, Vec<Change>) {
    let organisations = groups.iter().filter(|group| group.by == By::Organisation);
    let all = organisations.map(|group| Change {
        organisation: group.group.clone(),
        difference: group.difference,
    });
    let different = all.filter(|change| change.difference.more_minutes != 0);
    let (mut gain, mut lose): (Vec<_>, Vec<_>) =
        different.partition(|change| change.difference.more_minutes > 0);
    gain.sort_by_key(|change| std::cmp::Reverse(change.difference.more_minutes));
    lose.sort_by_key(|change| change.difference.more_minutes);
    (gain, lose)
}

/// Wishes with another number of sessions.
fn wishes(before: Drafted<'_>, after: Drafted<'_>) -> Vec<WishChange> {
    let mut sessions: BTreeMap<&str, (&str, [u32; 2])> = BTreeMap::new();
    for (which, (instance, draft)) in [before, after].into_iter().enumerate() {
        for wish in &instance.wishes {
            sessions.entry(&wish.id).or_insert((&wish.organisation, [0, 0]));
        }
        for session in &draft.sessions {
            if let Some((_, counts)) = sessions.get_mut(session.wish.as_str()) {
                counts[which] += 1;
            }
        }
    }
    let different = sessions
        .into_iter()
        .filter(|(_, (_, [before, after]))| before != after);
    different
        .map(|(wish, (organisation, [before, after]))| WishChange {
            wish: wish.into(),
            organisation: organisation.into(),
            before,
            after,
        })
        .collect()
}
