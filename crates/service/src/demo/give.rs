//! Which team gets a time.

use super::season::{Planner, Series, When, Who, is_whole};
use chrono::Weekday;
use ledig_domain::{
    people::ApplicantKind,
    time::{Minute, WallSpan},
};
use ledig_store::{
    facilities::Facility,
    organisations::{Organisation, Team},
    spaces::Space,
};

/// The most minutes a week in fixed time that a club gets here: the rest is for others, and for its own requests.
const CLUB_MINUTES: u32 = 1500;

impl Planner<'_> {
    /// Gives the time to a team that suits, if there is one and the time is not kept free.
    pub(super) fn give(
        &mut self,
        facility: &Facility,
        space: &Space,
        day: Weekday,
        (from, to): (u16, u16),
        sports: &[&str],
    ) {
        let Some(times) = Minute::new(from)
            .zip(Minute::new(to))
            .and_then(|(from, to)| WallSpan::new(from, to))
        else {
            return;
        };
        if self.kept_free(facility, space, day, times) {
            return;
        }
        let Some(team) = self.team(facility, sports, from) else {
            return;
        };
        *self.minutes.entry(team.organisation_id).or_default() += u32::from(times.minutes());
        self.out.push(Series {
            space: space.id,
            who: Who::Team(team.organisation_id, team.id),
            weekday: day,
            times,
            when: When::Weekly,
            purpose: String::new(),
        });
    }

    /// Whether the time is kept free in the space or in one of its parts.
    fn kept_free(&self, facility: &Facility, space: &Space, day: Weekday, times: WallSpan) -> bool {
        self.seed.season.keep_free.iter().any(|kept| {
            kept.facility == facility.name
                && u32::from(kept.weekday) == day.number_from_monday()
                && (kept.part == space.name || (kept.part.starts_with("Del ") && is_whole(space)))
                && kept.times.from < times.to
                && times.from < kept.times.to
        })
    }

    /// A team of a sport, of the hall's home clubs first; younger ones early in the evening.
    fn team(&mut self, facility: &Facility, sports: &[&str], from: u16) -> Option<Team> {
        let home = self.seed.season.home.get(&facility.name);
        let of_home = self.random.chance(75);
        let suits = |team: &&Team| {
            let oldest = team.age_to.unwrap_or(99);
            let age = match from {
                ..1050 => oldest <= 14,
                1050..1140 => oldest <= 19,
                1140..1230 => oldest >= 13,
                _ => oldest >= 16,
            };
            let of_one = |organisation: &&Organisation| organisation.id == team.organisation_id;
            let Some(organisation) = self.people.organisations.iter().find(of_one) else {
                return false;
            };
            let its_home = home.is_some_and(|home| home.contains(&organisation.name));
            let used = self.minutes.get(&organisation.id).copied().unwrap_or_default();
            age && sports.contains(&team.sport.as_str())
                && (its_home || !of_home || home.is_none())
                && used < CLUB_MINUTES
                && organisation.kind != ApplicantKind::Company
        };
        let mut teams: Vec<&Team> = self.people.teams.iter().filter(suits).collect();
        let lives_here = |team: &Team| {
            let of_one = |organisation: &&Organisation| organisation.id == team.organisation_id;
            let organisation = self.people.organisations.iter().find(of_one);
            organisation.is_some_and(|one| {
                !facility.district.is_empty() && one.home_area.contains(&facility.district)
            })
        };
        if home.is_none() && teams.iter().any(|team| lives_here(team)) {
            teams.retain(|team| lives_here(team));
        }
        self.random.pick(&teams).map(|team| (*team).clone())
    }
}
