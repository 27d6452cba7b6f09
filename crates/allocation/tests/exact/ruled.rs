//! What the rules say of a wish, by the letter.

use crate::letter::{Letter, Spot};
use ledig_allocation::format::{
    rules::{Class, Who},
    wish::{Link, Organisation, Strength, Wish},
};

impl<'a> Letter<'a> {
    pub fn organisation(&self, wish: &Wish) -> &'a Organisation {
        let mut all = self.season.organisations.iter();
        all.find(|one| one.id == wish.organisation).unwrap()
    }

    fn fits(&self, who: &Who, wish: &Wish) -> bool {
        let (team, of) = (&wish.team, self.organisation(wish));
        (who.kinds.is_empty() || who.kinds.contains(&of.kind))
            && who.age_from.is_none_or(|from| team.age_from >= from)
            && who.age_to.is_none_or(|to| team.age_to <= to)
            && (who.genders.is_empty() || team.gender.is_some_and(|gender| who.genders.contains(&gender)))
            && (who.sports.is_empty() || who.sports.contains(&team.sport))
            && (who.levels.is_empty() || who.levels.contains(&team.level))
            && (!who.adapted || team.adapted)
            && who
                .local_percent
                .is_none_or(|least| of.local_percent.unwrap_or(100) >= least)
    }

    /// The class of a wish, from 1.
    pub fn class(&self, wish: &Wish) -> usize {
        let classes = &self.season.rules.classes;
        let found = classes.iter().position(|class| self.fits(&class.who, wish));
        found.unwrap_or(classes.len()) + 1
    }

    pub fn rule(&self, wish: &Wish) -> Option<&'a Class> {
        self.season.rules.classes.get(self.class(wish) - 1)
    }

    /// The class of a session: 0 where its sport has primacy.
    pub fn class_of(&self, spot: &Spot) -> usize {
        let wish = &self.season.wishes[spot.wish];
        let first = self.season.rules.primacy.iter().any(|primacy| {
            let spaces = primacy.spaces.iter().map(|id| self.space(id));
            primacy.sports.contains(&wish.team.sport)
                && spaces
                    .into_iter()
                    .any(|space| spot.units.is_subset(&self.units(space)))
        });
        if first { 0 } else { self.class(wish) }
    }

    /// The link of that strength and kind of bundle that a wish is in.
    pub fn must_link(&self, wish: usize) -> Option<&'a Link> {
        let id = &self.season.wishes[wish].id;
        let mut links = self.season.links.iter();
        links.find(|link| link.strength == Strength::Must && link.wishes.contains(id))
    }

    pub fn wanted(&self, wish: usize) -> usize {
        let alone = |wish: &Wish| {
            let rule = self.rule(wish);
            let excluded = self.season.rules.excluded.iter();
            if self.season.held_back.contains(&wish.id)
                || excluded.into_iter().any(|one| self.fits(&one.who, wish))
            {
                return 0;
            }
            let sessions = rule.and_then(|rule| rule.most_sessions).unwrap_or(7);
            let minutes = rule.and_then(|rule| rule.most_minutes);
            let minutes = minutes.map_or(7, |most| most / wish.min_minutes);
            usize::from(minutes.min(wish.sessions.min(sessions).into()))
        };
        match self.must_link(wish) {
            None => alone(&self.season.wishes[wish]),
            Some(link) => {
                let all = link
                    .wishes
                    .iter()
                    .map(|id| alone(&self.season.wishes[self.wish(id)]));
                all.min().unwrap()
            }
        }
    }
}
