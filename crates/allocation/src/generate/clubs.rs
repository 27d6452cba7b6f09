//! Who asks: a few large clubs, many small ones.

use super::{
    Shape,
    chance::Chance,
    hall::{Ground, Hall},
    sports::{SPORTS, Sport, named},
};
use crate::format::{
    place::Space,
    wish::{Members, Organisation, Wish},
};
use ledig_domain::{people::ApplicantKind, space::SpaceKind};

/// A club, band or company for which wishes are made up.
#[derive(Clone, Debug)]
pub struct Club {
    /// What people call it.
    pub name: String,
    /// What kind.
    pub kind: ApplicantKind,
    /// Where it is at home.
    pub district: Option<String>,
    /// The whole that it has as its home or nearest to it.
    pub home: String,
    /// What it does, in words of the wishes; the first one most.
    pub sports: Vec<String>,
    /// Whether all its teams are adapted for disabled people.
    pub adapted: bool,
    /// How many wishes.
    pub teams: u32,
}

impl Club {
    /// One of its activities: half of the teams do the first.
    pub(super) fn sport(&self, chance: &mut Chance) -> (&'static Sport, String) {
        let word = match self.sports.as_slice() {
            [] => "other",
            [only] => only,
            [first, rest @ ..] => {
                if chance.percent(50) {
                    first
                } else {
                    &rest[chance.below(rest.len() as u32) as usize]
                }
            }
        };
        (named(word), word.into())
    }

    /// As the file has it; its members are those of its teams and a third more.
    pub(super) fn organisation(&self, id: String, teams: &[&Wish], chance: &mut Chance) -> Organisation {
        let mut members: Vec<Members> = [(6, 12), (13, 19), (20, 66)]
            .map(|(age_from, age_to)| Members {
                age_from,
                age_to,
                count: 0,
            })
            .into();
        for wish in teams {
            let line = match wish.team.age_from {
                0..13 => 0,
                13..20 => 1,
                _ => 2,
            };
            members[line].count += wish.team.size * 4 / 3;
        }
        members.retain(|line| line.count > 0);
        Organisation {
            id,
            name: self.name.clone(),
            kind: self.kind,
            district: self.district.clone(),
            members,
            local_percent: chance.percent(70).then(|| chance.between(55, 100) as u8),
            unused_percent: chance.pick(&[0, 0, 0, 0, 5, 10, 20, 30]),
        }
    }
}

/// The id of an organisation, by its place from 1.
pub(super) fn id(number: u32) -> String {
    format!("o{number:03}")
}

/// A town's clubs, the largest first.
pub(super) fn found(shape: &Shape, town: u32, spaces: &[Space], chance: &mut Chance) -> Vec<Club> {
    let ground = Ground::new(spaces);
    let districts: std::collections::BTreeMap<_, _> =
        spaces.iter().map(|space| (&space.id, &space.district)).collect();
    let sizes = sizes(shape.wishes, shape.clubs);
    let mut clubs = Vec::new();
    for (number, teams) in sizes.into_iter().enumerate() {
        let kind = if teams > 9 {
            ApplicantKind::SportsClub
        } else {
            kind(chance)
        };
        let (sports, adapted) = activities(kind, teams, chance);
        let wanted = named(&sports[0]).kinds;
        let near: Vec<&Hall> = ground
            .halls
            .iter()
            .filter(|hall| wanted.contains(&hall.kind))
            .collect();
        let all: Vec<&Hall> = ground.halls.iter().collect();
        let home = chance.pick(if near.is_empty() { &all } else { &near });
        clubs.push(Club {
            name: format!("Forening {}", town * shape.clubs + number as u32 + 1),
            kind,
            district: districts.get(&home.id).and_then(|district| (*district).clone()),
            home: home.id.clone(),
            sports,
            adapted,
            teams,
        });
    }
    clubs
}

/// Pareto: the k-th largest has a share like 1 / (k + 5), all together just so many, none less than one.
fn sizes(wishes: u32, clubs: u32) -> Vec<u32> {
    let weight = |club: u32| 1_000_000 / (u64::from(club) + 6);
    let all: u64 = (0..clubs).map(weight).sum();
    let mut sizes: Vec<u32> = (0..clubs)
        .map(|club| ((weight(club) * u64::from(wishes) / all) as u32).max(1))
        .collect();
    let mut left = wishes.saturating_sub(sizes.iter().sum());
    for size in &mut sizes {
        let more = u32::from(left > 0);
        *size += more;
        left -= more;
    }
    sizes
}

fn kind(chance: &mut Chance) -> ApplicantKind {
    const KINDS: [ApplicantKind; 7] = [
        ApplicantKind::SportsClub,
        ApplicantKind::Music,
        ApplicantKind::Culture,
        ApplicantKind::Scouts,
        ApplicantKind::Association,
        ApplicantKind::AdultEducation,
        ApplicantKind::Company,
    ];
    KINDS[chance.weighted(&[70, 8, 4, 3, 6, 2, 7])]
}

/// What it does, and whether it is for disabled people: one sport, more for a large club.
fn activities(kind: ApplicantKind, teams: u32, chance: &mut Chance) -> (Vec<String>, bool) {
    let word = match kind {
        ApplicantKind::SportsClub => {
            let shares = SPORTS.map(|sport| sport.share);
            let mut sports: Vec<String> = Vec::new();
            for _ in 0..1 + teams / 12 {
                let word = SPORTS[chance.weighted(&shares)].word;
                if !sports.iter().any(|sport| sport == word) {
                    sports.push(word.into());
                }
            }
            return (sports, teams < 4 && chance.percent(12));
        }
        ApplicantKind::Music => "band",
        ApplicantKind::Culture => "theatre",
        ApplicantKind::Scouts => "scouting",
        ApplicantKind::AdultEducation => "course",
        _ => "keep_fit",
    };
    (vec![word.into()], false)
}

/// Whether a kind of hall is one of those that adults book for keep-fit.
pub(super) const fn is_room(kind: SpaceKind) -> bool {
    matches!(kind, SpaceKind::Gym | SpaceKind::TrainingRoom)
}
