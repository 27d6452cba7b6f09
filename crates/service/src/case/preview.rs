//! Each wished date's outcome and ways on, while the applicant chooses.

use super::plan::{Plan, World, asker, make, tries};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::SpaceId,
    preview::{Choice, Preview, Wish},
    time::Span,
};
use ledig_store::{Tx, decisions, rules};
use std::collections::BTreeSet;

impl Service {
    /// Each date's outcome, up to three ranked alternatives, and who would decide. Changes nothing; anyone may.
    ///
    /// The number of queries does not grow with the number of dates.
    ///
    /// # Errors
    /// `NotFound` for an unknown space; `Forbidden` for an organisation that the viewer is no member of.
    pub async fn preview(&self, viewer: &Viewer, wish: &Wish) -> Result<Preview, ServiceError> {
        viewer.may(Action::Preview, &Thing::NONE)?;
        let plan = self
            .store()
            .read(async |tx| self.plan(tx, viewer, wish).await.map(|(plan, _)| plan))
            .await?;
        Ok(plan.preview)
    }

    /// What becomes of a wish now, with the world it was computed in.
    pub(crate) async fn plan(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        wish: &Wish,
    ) -> Result<(Plan, World), ServiceError> {
        // One who is not signed in sees what anybody would.
        let organisation = viewer.person.as_ref().and(wish.organisation);
        if organisation.is_some_and(|organisation| !viewer.is_member(organisation)) {
            return Err(ServiceError::Forbidden);
        }
        let team = organisation.and(wish.team);
        let asker = asker(tx, organisation, team, viewer.id()).await?;
        let mut world = self.bare_world(tx, viewer, asker, wish.persons).await?;
        let facility = world
            .info(wish.space)
            .filter(|space| space.bookable)
            .ok_or(ServiceError::NotFound)?
            .facility;
        let dates = asked_dates(&world, wish);
        if !dates.is_empty() {
            world.usual_seconds = decisions::usual_seconds(tx, facility).await?;
            self.load_for(tx, &mut world, wish, &dates).await?;
        }
        // Other places are looked at only for the dates that need a way on.
        let plan = make(&world, wish, &[]);
        let needy: Vec<Span> = plan
            .preview
            .lines
            .iter()
            .filter(|line| line.outcome.needs_choice() || line.choice_lost)
            .map(|line| world.window(line.date, wish.recurrence.times))
            .collect();
        if needy.is_empty() {
            return Ok((plan, world));
        }
        let tries = tries(&world, wish);
        let spaces = tries.iter().map(|attempt| attempt.space).collect();
        world.load_far(tx, spaces, &needy).await?;
        Ok((make(&world, wish, &tries), world))
    }

    async fn load_for(
        &self,
        tx: &mut Tx,
        world: &mut World,
        wish: &Wish,
        dates: &[NaiveDate],
    ) -> Result<(), ServiceError> {
        let times = wish.recurrence.times;
        let mut near: BTreeSet<SpaceId> = BTreeSet::from([wish.space]);
        let mut windows: Vec<Span> = dates.iter().map(|date| world.window(*date, times)).collect();
        for (date, choice) in &wish.choices {
            if let Choice::Take { space, times } = choice {
                near.insert(*space);
                windows.push(world.window(*date, *times));
            }
        }
        let near: Vec<SpaceId> = near.into_iter().collect();
        world.load_held(tx, dates).await?;
        world.load_near(tx, &near, &windows, None).await?;
        world.rules = rules::active(tx).await?;
        Ok(())
    }
}

/// The dates of the wish that are not left out; none for an unusable recurrence.
fn asked_dates(world: &World, wish: &Wish) -> Vec<NaiveDate> {
    wish.recurrence
        .expand(&world.calendar)
        .unwrap_or_default()
        .into_iter()
        .filter(|planned| planned.left_out.is_none())
        .map(|planned| planned.date)
        .collect()
}
