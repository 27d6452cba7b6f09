//! The instance, read for the verifier: every wish with what the rules and the spaces make of it.

use super::{
    eligible,
    hours::Joined,
    placements::{self, Placement},
    spaces::Spaces,
};
use crate::format::{
    Instance,
    rules::Class,
    time::{Clock, Day},
    wish::{Link, LinkKind, Organisation, Strength, Wish},
};
use std::collections::{BTreeMap, BTreeSet};

/// The instance, with what follows from it.
pub(super) struct World<'a> {
    pub instance: &'a Instance,
    pub spaces: Spaces<'a>,
    pub requests: Vec<Request<'a>>,
    by_wish: BTreeMap<&'a str, usize>,
    pub organisations: BTreeMap<&'a str, &'a Organisation>,
}

/// A wish, with what follows for it.
pub(super) struct Request<'a> {
    pub wish: &'a Wish,
    /// From 1.
    pub class: usize,
    /// The class in the rules, if it fits one.
    pub rule: Option<&'a Class>,
    pub held_back: bool,
    pub excluded: Option<u32>,
    /// How many sessions it may have; in a link that is a must, no more than those that it is linked to.
    pub wanted: usize,
    pub shortest: u16,
    pub longest: u16,
    pub placements: Vec<Placement>,
    pub windows: Joined,
    /// Of the windows those that are preferred, if any are.
    pub preferred: Option<Joined>,
    /// Windows and the hours of duty.
    pub acceptable: Joined,
    pub class_hours: Option<Joined>,
    /// Those without whom its sessions cannot be held.
    pub must_coaches: BTreeSet<&'a str>,
    /// The link that is a must.
    pub bound: Option<&'a Link>,
}

impl<'a> World<'a> {
    pub(super) fn of(instance: &'a Instance) -> Self {
        let spaces = Spaces::of(instance);
        let by_wish = instance
            .wishes
            .iter()
            .enumerate()
            .map(|(at, wish)| (wish.id.as_str(), at))
            .collect();
        let organisations = instance
            .organisations
            .iter()
            .map(|one| (one.id.as_str(), one))
            .collect();
        let mut world = Self {
            instance,
            spaces,
            requests: Vec::new(),
            by_wish,
            organisations,
        };
        let held_back = instance.held_back.iter().map(String::as_str).collect();
        let wished = world.wished();
        let requests = instance
            .wishes
            .iter()
            .map(|wish| world.request(wish, &held_back, &wished));
        world.requests = requests.collect();
        for link in instance
            .links
            .iter()
            .filter(|link| link.strength == Strength::Must)
        {
            let linked: Vec<usize> = world.linked(link);
            let least = linked
                .iter()
                .map(|&wish| world.requests[wish].wanted)
                .min()
                .unwrap_or(0);
            for wish in linked {
                world.requests[wish].wanted = least;
            }
        }
        world
    }

    fn request(
        &self,
        wish: &'a Wish,
        held_back: &BTreeSet<&str>,
        wished: &BTreeMap<&str, u64>,
    ) -> Request<'a> {
        let instance = self.instance;
        let rules = &instance.rules;
        let organisation = self.organisations.get(wish.organisation.as_str());
        let class = organisation.map_or(rules.classes.len() + 1, |org| {
            eligible::class(instance, wish, org)
        });
        let rule = rules.classes.get(class - 1);
        let excluded = organisation.and_then(|org| eligible::excluded(instance, wish, org));
        let held_back = held_back.contains(wish.id.as_str());
        let (shortest, longest) = eligible::lengths(instance, wish);
        let hours = || wish.windows.iter().map(|window| &window.hours);
        let asked = wished.get(wish.organisation.as_str()).copied().unwrap_or(0);
        let duty = rules
            .off_peak_duty
            .iter()
            .filter(|duty| asked > u64::from(duty.over_minutes));
        let preferred = wish
            .windows
            .iter()
            .filter(|window| window.preferred)
            .map(|window| &window.hours);
        let coaches = wish
            .coaches
            .iter()
            .filter(|coach| coach.strength == Strength::Must);
        Request {
            wish,
            class,
            rule,
            held_back,
            excluded,
            wanted: if held_back || excluded.is_some() {
                0
            } else {
                wanted(wish, rule)
            },
            shortest,
            longest,
            placements: placements::of(&self.spaces, wish),
            windows: Joined::of(hours()),
            preferred: wish
                .windows
                .iter()
                .any(|window| window.preferred)
                .then(|| Joined::of(preferred)),
            acceptable: Joined::of(hours().chain(duty.flat_map(|duty| &duty.hours))),
            class_hours: rule
                .filter(|class| !class.hours.is_empty())
                .map(|class| Joined::of(&class.hours)),
            must_coaches: coaches.map(|coach| coach.id.as_str()).collect(),
            bound: instance
                .links
                .iter()
                .find(|link| link.strength == Strength::Must && link.wishes.contains(&wish.id)),
        }
    }

    /// What each organisation asked for: sessions times the shortest length, minutes a week.
    pub(super) fn wished(&self) -> BTreeMap<&'a str, u64> {
        let mut wished = BTreeMap::new();
        for wish in &self.instance.wishes {
            let shortest = eligible::lengths(self.instance, wish).0;
            *wished.entry(wish.organisation.as_str()).or_insert(0) +=
                u64::from(wish.sessions) * u64::from(shortest);
        }
        wished
    }

    pub(super) fn find(&self, wish: &str) -> Option<usize> {
        self.by_wish.get(wish).copied()
    }

    /// The wishes of a link, in its order.
    pub(super) fn linked(&self, link: &Link) -> Vec<usize> {
        link.wishes.iter().filter_map(|id| self.find(id)).collect()
    }

    /// Whether the sessions of two wishes may be led by one coach at the same time.
    pub(super) fn together(&self, one: usize, other: usize) -> bool {
        let link = self.requests[one]
            .bound
            .filter(|link| link.kind == LinkKind::Together);
        link.is_some_and(|link| link.wishes.contains(&self.requests[other].wish.id))
    }

    /// The class of a session of the wish in those units: 0 where its sport has primacy.
    pub(super) fn session_class(&self, wish: usize, units: &[usize]) -> usize {
        let request = &self.requests[wish];
        let sport = &request.wish.team.sport;
        let holds = |id: &String| {
            let space = self.spaces.find(id);
            !units.is_empty()
                && space.is_some_and(|space| units.iter().all(|&unit| self.spaces.is_in(unit, space)))
        };
        let first = self
            .instance
            .rules
            .primacy
            .iter()
            .filter(|primacy| primacy.sports.contains(sport));
        if first.flat_map(|primacy| &primacy.spaces).any(holds) {
            0
        } else {
            request.class
        }
    }

    /// Every start on the grid at which a session of so many minutes ends before midnight.
    pub(super) fn starts(&self, minutes: u16) -> impl Iterator<Item = (Day, u16)> {
        let grid = self.instance.grid.max(1);
        let last = Clock::at(u16::MAX).minutes().checked_sub(minutes);
        let starts = move |day| {
            last.into_iter()
                .flat_map(move |last| (0..=last).step_by(grid.into()))
                .map(move |from| (day, from))
        };
        Day::ALL.into_iter().flat_map(starts)
    }
}

/// The least of what is asked for and what the class may have.
fn wanted(wish: &Wish, rule: Option<&Class>) -> usize {
    let by_number = rule.and_then(|class| class.most_sessions).unwrap_or(u8::MAX);
    let by_minutes = rule
        .and_then(|class| class.most_minutes)
        .map_or(u16::MAX, |most| most / wish.min_minutes.max(1));
    u16::from(wish.sessions)
        .min(u16::from(by_number))
        .min(by_minutes)
        .into()
}
